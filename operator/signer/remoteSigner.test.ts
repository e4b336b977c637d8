import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { publicKeyOf } from "../../lib/bls/signatures.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { responseDigest } from "../../lib/protocol/messages.ts";
import { startRemoteSigner } from "../testing/startRemoteSigner.ts";
import { localSigner } from "./localSigner.ts";
import { openSigner } from "./openSigner.ts";
import { remoteSigner } from "./remoteSigner.ts";
import { SignerRefusedError, SignerUnavailableError } from "./signerErrors.ts";

const secretKey = new Uint8Array(32).fill(0x21);
const publicKey = publicKeyOf(secretKey);
const never = new AbortController().signal;
const message = {
  chainId: 31337,
  taskManager: `0x${"11".repeat(20)}`,
  taskId: `0x${"22".repeat(32)}`,
  referenceBlock: 7n,
  response: "0x1234",
} as const;
const digest = responseDigest(message);

describe("remoteSigner", () => {
  let server: Awaited<ReturnType<typeof startRemoteSigner>>;
  beforeAll(async () => {
    server = await startRemoteSigner(secretKey);
  });
  afterAll(() => server.close());
  beforeEach(() => {
    Object.assign(server, { status: 200, form: "json", lies: false });
  });
  const sign = (url = server.url) => remoteSigner(url, publicKey, never).sign(digest, message);

  it.each(["json", "text"] as const)(
    "gives the same signature as the key itself, answered as %s",
    async (form) => {
      server.form = form;
      const local = localSigner(secretKey);
      expect(await sign()).toBe(await local.sign(digest, message));
      expect(remoteSigner(server.url, publicKey, never).publicKey).toBe(local.publicKey);
    },
  );

  it("takes a base address with a path and a slash or none", async () => {
    await expect(sign(`${server.url}/elsewhere`)).rejects.toThrow(/does not have this key/);
    expect(await sign(`${server.url}/`)).toMatch(/^0x[0-9a-f]{192}$/);
  });

  it("refuses a signature over anything else", async () => {
    server.lies = true;
    await expect(sign()).rejects.toThrow(SignerRefusedError);
  });

  it.each([
    [412, SignerRefusedError],
    [404, SignerRefusedError],
    [400, SignerRefusedError],
    [429, SignerUnavailableError],
    [500, SignerUnavailableError],
  ])("tells by status %i whether to ask again", async (status, error) => {
    server.status = status;
    await expect(sign()).rejects.toThrow(error);
  });

  it("can be asked again when nothing answers", async () => {
    await expect(sign("http://127.0.0.1:1")).rejects.toThrow(SignerUnavailableError);
  });
});

describe("openSigner", () => {
  const none = {
    keystore: undefined,
    "password-file": undefined,
    "remote-signer": undefined,
    "public-key": undefined,
  };

  it("wants exactly one signer, and the remote one's key", async () => {
    const remote = { ...none, "remote-signer": "http://127.0.0.1:1" };
    for (const settings of [none, { ...remote, keystore: "k" }, remote])
      await expect(openSigner(settings, never)).rejects.toThrow(ConfigError);
  });

  it("refuses a public key that is no point", async () => {
    const key = `0x${"ff".repeat(48)}` as const;
    const settings = { ...none, "remote-signer": "http://127.0.0.1:1", "public-key": key };
    await expect(openSigner(settings, never)).rejects.toThrow(/no point/);
  });
});
