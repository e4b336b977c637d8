import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { bytesToHex } from "viem";
import { afterAll, describe, expect, it } from "vitest";
import { deriveFromMnemonic } from "../keystore/derive.ts";
import { compressedKey, decryptKeystore, readKeystore } from "../keystore/keystore.ts";
import { type CreateOptions, createKeystoreFile, createMnemonicFile } from "./keystoreCommands.ts";

const directory = mkdtempSync(join(tmpdir(), "nektar-commands-"));
const file = (name: string) => join(directory, name);
const password = "canary-password-41";
writeFileSync(file("password"), `${password}\n`);

/** Runs a command and returns all that it printed. */
async function printed(run: (output: Writable) => unknown): Promise<string> {
  let text = "";
  const output = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  await run(output);
  return text;
}

const create = (changes: Partial<CreateOptions>) => (output: Writable) =>
  createKeystoreFile(
    { out: "", passwordFile: file("password"), index: 0, kdf: "pbkdf2", ...changes },
    output,
  );

describe("keystore commands", () => {
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it("derive a key from a mnemonic, with its path in the keystore, and print only the public key", async () => {
    await printed((output) => createMnemonicFile(file("words"), output));
    const words = readFileSync(file("words"), "utf8");
    const text = await printed(create({ out: file("k3.json"), mnemonic: file("words"), index: 3 }));
    const { secretKey, path } = await deriveFromMnemonic(words, 3);
    const keystore = readKeystore(file("k3.json"));
    expect(keystore.path).toBe(path);
    expect(await decryptKeystore(keystore, password, "k3")).toEqual(secretKey);
    expect(text).toContain(compressedKey(secretKey));
    for (const secret of [password, bytesToHex(secretKey).slice(2), words.trim()])
      expect(text).not.toContain(secret);
    if (process.platform !== "win32")
      for (const name of ["words", "k3.json"]) expect(statSync(file(name)).mode & 0o077).toBe(0);
  });

  it("import a key from a file, and refuse one on the command line or beside a mnemonic", async () => {
    const secret = "17".repeat(32);
    writeFileSync(file("secret"), `0x${secret}\n`);
    await printed(create({ out: file("imported.json"), import: file("secret"), kdf: "scrypt" }));
    const keystore = readKeystore(file("imported.json"));
    expect(keystore.crypto.kdf.function).toBe("scrypt");
    expect(bytesToHex(await decryptKeystore(keystore, password, ""))).toBe(`0x${secret}`);
    await expect(printed(create({ out: file("a"), import: secret }))).rejects.toThrow(/seen by every user/);
    const both = create({ out: file("a"), import: file("secret"), mnemonic: file("words") });
    await expect(printed(both)).rejects.toThrow(/not both/);
  });

  it("never overwrite a file", async () => {
    await printed(create({ out: file("once.json") }));
    const before = readFileSync(file("once.json"), "utf8");
    await expect(printed(create({ out: file("once.json") }))).rejects.toThrow(/exists already/);
    expect(() => createMnemonicFile(file("once.json"), process.stdout)).toThrow(/exists already/);
    expect(readFileSync(file("once.json"), "utf8")).toBe(before);
  });
});
