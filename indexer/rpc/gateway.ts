import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Hex, numberToHex } from "viem";
import { z } from "zod";
import type { Logger } from "../../lib/logging/createLogger.ts";
import { createBlocks } from "./blocks.ts";
import { type Chain, createEndpoint, NoAnswer, Refusal } from "./endpoint.ts";
import { createHead } from "./head.ts";
import { createLogs } from "./logs.ts";
import { createProvenLogs } from "./provenLogs.ts";

export type Gateway = { readonly url: string; close(): Promise<void> };

/** Ponder gives up on an answer after 10 s, and asks again. */
const patienceMs = 8_000;
const againMs = 200;
const methodNotFound = -32601;
const noAnswerNow = -32000;

const call = z.object({ id: z.unknown(), method: z.string(), params: z.unknown().optional() });
const blockParams = z.tuple([z.string().transform((text) => text as Hex | "latest"), z.boolean()]);

/**
 * Serves JSON-RPC on this machine for Ponder. Whatever it answers was verified: blocks by their hash, logs by receipts or
 * by two endpoints that say the same. What cannot be verified now is not answered, and Ponder asks again.
 */
export async function startGateway(urls: readonly string[], chain: Chain, logger: Logger): Promise<Gateway> {
  const closing = new AbortController();
  const answer = createAnswers(urls, chain, logger, closing.signal);
  const server = createServer((request, response) => {
    serve(answer, request, response).catch((error: unknown) => {
      logger.warn({ err: error }, "a request for the chain failed");
      response.destroy();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      closing.abort();
      await close(server);
    },
  };
}

type Answer = (method: string, params: unknown) => Promise<unknown>;

function createAnswers(urls: readonly string[], chain: Chain, logger: Logger, closing: AbortSignal): Answer {
  const onAnotherChain = (host: string) =>
    logger.error({ host }, "an endpoint of RPC_URL serves another chain");
  const endpoints = [...new Set(urls)].map((url) => createEndpoint(url, chain, onAnotherChain, closing));
  const blocks = createBlocks(endpoints);
  const head = createHead(endpoints, blocks);
  const logs = createLogs(endpoints, blocks, createProvenLogs(blocks), (facts) =>
    logger.warn(facts, "endpoints differ on logs: asking for the receipts"),
  );
  const running = new Map<string, Promise<unknown>>();

  async function tryOnce(method: string, params: unknown): Promise<unknown> {
    switch (method) {
      case "eth_chainId":
        return numberToHex(chain.chainId);
      case "eth_getLogs":
        return logs.read(params);
      case "eth_getBlockByHash":
      case "eth_getBlockByNumber": {
        const [at, full] = blockParams.parse(params);
        return at === "latest" ? head.read(full) : blocks.read(at, full);
      }
      default:
        throw new Refusal({ code: methodNotFound, message: `${method} is not served here` });
    }
  }

  /** A question that is being answered is not asked again: a proof may take longer than Ponder waits. */
  function shared(method: string, params: unknown): Promise<unknown> {
    const key = JSON.stringify([method, params]);
    const before = running.get(key);
    if (before) return before;
    const now = tryOnce(method, params).finally(() => running.delete(key));
    running.set(key, now);
    return now;
  }

  return async (method, params) => {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      try {
        return await shared(method, params);
      } catch (error) {
        if (!(error instanceof NoAnswer) || Date.now() + againMs > deadline || closing.aborted) throw error;
        await sleep(againMs);
      }
    }
  };
}

async function serve(answer: Answer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { id, method, params } = call.parse(JSON.parse(Buffer.concat(chunks).toString()));
  const reply = await answer(method, params).then(
    (result) => ({ result }),
    (error: unknown) => ({ error: errorOf(error) }),
  );
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ jsonrpc: "2.0", id, ...reply }));
}

function errorOf(error: unknown): { code: number; message: string } {
  if (error instanceof Refusal) return error.error;
  return { code: noAnswerNow, message: error instanceof Error ? error.message : String(error) };
}

async function close(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, "close");
}
