import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { alterAnswer, type Falsehoods } from "./rpcFalsehoods.ts";
import { seededRandom } from "./seededRandom.ts";

/** Which faults an endpoint has. Shares are of all requests, 0 to 1. */
export type Faults = Partial<Falsehoods> & {
  /** Answered with an error of JSON-RPC. */
  readonly errorShare?: number;
  /** Answered with HTTP status 429. */
  readonly rateLimitedShare?: number;
  /** The connection is cut without an answer. */
  readonly dropShare?: number;
  /** Answered with JSON that ends in the middle. */
  readonly truncatedShare?: number;
  /** Never answered. */
  readonly hangs?: boolean;
  /** Every connection is cut. */
  readonly down?: boolean;
};

export type FaultyRpc = {
  readonly url: string;
  /** Requests by method, answered or not. */
  readonly requests: ReadonlyMap<string, number>;
  /** Replaces all faults that were set before. */
  set(faults: Faults): void;
  close(): Promise<void>;
};

type Call = { readonly id: unknown; readonly method: string; readonly params: readonly unknown[] };
type Reply = { readonly result?: unknown; readonly error?: unknown };

/** An endpoint for a node that does what one is told not to expect of providers. Without faults it only passes on. */
export async function startFaultyRpc(target: string, seed: number, initial: Faults = {}): Promise<FaultyRpc> {
  const random = seededRandom(seed);
  const requests = new Map<string, number>();
  let faults = initial;

  const forward = async (method: string, params: readonly unknown[]): Promise<Reply> => {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
    const headers = { "content-type": "application/json" };
    return (await fetch(target, { method: "POST", headers, body })).json() as Promise<Reply>;
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const call = JSON.parse(Buffer.concat(chunks).toString()) as Call;
    requests.set(call.method, (requests.get(call.method) ?? 0) + 1);
    const happens = (share = 0) => random() < share;
    if (faults.hangs) return;
    if (faults.down || happens(faults.dropShare)) {
      response.destroy();
      return;
    }
    if (happens(faults.rateLimitedShare)) {
      response.writeHead(429).end("too many requests");
      return;
    }
    const reply = happens(faults.errorShare)
      ? { error: { code: -32603, message: "internal error" } }
      : await alterAnswer(call, faults, forward, random);
    const text = JSON.stringify({ jsonrpc: "2.0", id: call.id, ...reply });
    response.setHeader("content-type", "application/json");
    response.end(happens(faults.truncatedShare) ? text.slice(0, text.length / 2) : text);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    set(next) {
      faults = next;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
