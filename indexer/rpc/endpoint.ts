import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { createSlots } from "./slots.ts";

/** The endpoint gave no answer: no connection, a timeout, an HTTP status, no JSON, or it rests after such faults. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** The endpoint answered with an error of JSON-RPC, which is passed on as it came. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly error: z.infer<typeof rpcError>;

  constructor(error: z.infer<typeof rpcError>) {
    super(error.message);
    this.error = error;
  }
}

export type Endpoint = {
  /** Its host: the rest of a URL may hold a key. */
  readonly name: string;
  /** Whether it may be asked now. */
  isUp(): boolean;
  /**
   * Asks once.
   *
   * @throws {NoAnswer} at once while the endpoint rests, which it does longer with every fault in a row.
   * @throws {Refusal} for an error that it answered.
   */
  ask(method: string, params: unknown): Promise<unknown>;
};

export type Chain = { readonly chainId: number; readonly genesisHash: string };

const rpcError = z.looseObject({ code: z.number(), message: z.string() });
const reply = z.union([
  z.looseObject({ error: rpcError }),
  z.looseObject({ result: z.unknown() }).refine((answer) => answer.result !== undefined),
]);
const genesisBlock = z.looseObject({ hash: z.string() });

const timeoutMs = 3_000;
const requestsAtOnce = 24;
const faultsBeforeRest = 3;
const restMs = { first: 250, longest: 5_000 } as const;

/**
 * One endpoint of `RPC_URL`. Before its first answer counts, and after each rest, it must serve this chain. `closing` ends
 * what it is asked.
 */
export function createEndpoint(
  url: string,
  chain: Chain,
  onAnotherChain: (name: string) => void,
  closing: AbortSignal,
): Endpoint {
  const name = new URL(url).host;
  const inSlot = createSlots(requestsAtOnce);
  let id = 0;
  let faults = 0;
  let restsUntil = 0;
  let admission: Promise<void> | undefined;

  async function send(method: string, params: unknown): Promise<unknown> {
    id += 1;
    const body = JSON.stringify({ jsonrpc: "2.0", id, method, params });
    const headers = { "content-type": "application/json" };
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), closing]);
    const response = await fetch(url, { method: "POST", body, headers, signal });
    const text = await response.text();
    if (!response.ok) throw new NoAnswer(`${name} answered with status ${response.status}`);
    const answer = reply.parse(JSON.parse(text));
    const refused = rpcError.safeParse(answer.error);
    if (refused.success) throw new Refusal(refused.data);
    return answer.result;
  }

  /** Sends, and counts the faults in a row. `eth_getLogs` is refused by sound nodes too: for too long a range. */
  async function sendCounted(method: string, params: unknown): Promise<unknown> {
    try {
      const answer = await inSlot(() => send(method, params));
      faults = 0;
      return answer;
    } catch (error) {
      if (error instanceof Refusal && method === "eth_getLogs") throw error;
      // Whoever waits for an answer in vain must not do so three times.
      const isTimeout = error instanceof Error && error.name === "TimeoutError";
      faults = Math.max(faults + 1, isTimeout ? faultsBeforeRest : 0);
      if (faults >= faultsBeforeRest) rest();
      if (error instanceof Refusal || error instanceof NoAnswer) throw error;
      throw new NoAnswer(`${name} gave no answer`, { cause: error });
    }
  }

  function rest(): void {
    const exponent = faults - faultsBeforeRest;
    restsUntil = Date.now() + Math.min(restMs.first * 2 ** exponent, restMs.longest);
    admission = undefined;
  }

  async function admit(): Promise<void> {
    const [chainId, genesis] = await Promise.all([
      sendCounted("eth_chainId", []),
      sendCounted("eth_getBlockByNumber", ["0x0", false]),
    ]);
    const parsed = genesisBlock.safeParse(genesis);
    if (Number(chainId) === chain.chainId && parsed.data?.hash === chain.genesisHash) return;
    faults = Math.max(faults, faultsBeforeRest);
    restsUntil = Date.now() + restMs.longest;
    onAnotherChain(name);
    throw new NoAnswer(`${name} serves another chain`);
  }

  function startAdmission(): Promise<void> {
    admission ??= admit().catch((error: unknown) => {
      admission = undefined;
      throw error;
    });
    return admission;
  }

  const isUp = () => faults < faultsBeforeRest;

  return {
    name,
    isUp,
    async ask(method, params) {
      if (!isUp()) {
        // Nobody waits for the request that finds out whether it is back.
        if (Date.now() >= restsUntil) startAdmission().catch(() => {});
        throw new NoAnswer(`${name} rests after faults`);
      }
      await startAdmission();
      return sendCounted(method, params);
    },
  };
}

/** Asks up to three times: a fault or two of an endpoint are no reason to do without its word. */
export async function askPatiently(endpoint: Endpoint, method: string, params: unknown): Promise<unknown> {
  for (const waitMs of [50, 200]) {
    try {
      return await endpoint.ask(method, params);
    } catch {
      if (!endpoint.isUp()) break;
      await sleep(waitMs);
    }
  }
  return endpoint.ask(method, params);
}
