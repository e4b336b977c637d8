import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Hex } from "viem";
import { z } from "zod";
import { compressG1, compressG2 } from "../../lib/bls/points.ts";
import { hashToG2, publicKeyOf, signHashed } from "../../lib/bls/signatures.ts";

const hex = z.string().regex(/^0x[0-9a-f]*$/);
const requestSchema = z.object({
  type: z.literal("NEKTAR_TASK_RESPONSE"),
  signingRoot: hex.length(66).transform((value) => value as Hex),
  nektar_task_response: z.strictObject({
    chain_id: z.string(),
    task_manager: hex,
    task_id: hex,
    reference_block: z.string(),
    response_hash: hex,
  }),
});

/** A remote signer as its documentation describes it, for tests: one key, no protection of its own unless told so. */
export async function startRemoteSigner(secretKey: Uint8Array) {
  const path = `/api/v1/eth2/sign/${compressG1(publicKeyOf(secretKey))}`;
  const state = {
    /** Answers with this status instead of a signature. */
    status: 200,
    /** As Web3Signer does for `Accept: application/json`, or plain text. */
    form: "json" as "json" | "text",
    /** Signs another digest than it was asked for. */
    lies: false,
    requests: 0,
  };
  const server = createServer(async (request, response) => {
    state.requests++;
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const parsed = requestSchema.safeParse(JSON.parse(Buffer.concat(parts).toString()));
    const status =
      request.url !== path || request.method !== "POST" ? 404 : parsed.success ? state.status : 400;
    if (status !== 200 || !parsed.success) {
      response.writeHead(status).end();
      return;
    }
    const root: Hex = state.lies ? `0x${"00".repeat(32)}` : parsed.data.signingRoot;
    const signature = compressG2(signHashed(hashToG2(root), secretKey));
    response.end(state.form === "json" ? JSON.stringify({ signature }) : signature);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(state, { url: `http://127.0.0.1:${port}`, close });
}
