import type { IncomingMessage } from "node:http";
import type { ClientErrorCode } from "../errors.ts";
import { addressOf } from "./addressOf.ts";
import { type ApiKeys, findKey, givenKey } from "./apiKeys.ts";
import { type Rate, RateLimiter } from "./RateLimiter.ts";

export type AdmissionOptions = {
  /** Of an address without a key; undefined sets no limit. */
  readonly rate: Rate | undefined;
  readonly apiKeys: ApiKeys;
  /** Proxies of ours before this server. */
  readonly trustedProxies: number;
};

export type Refusal = {
  readonly status: 401 | 429;
  readonly code: ClientErrorCode;
  readonly message: string;
  readonly retryAfterSeconds?: number;
};
type Decision = { readonly id: string } | Refusal;
/** @returns whom the request counts for, or why it is not answered; before anything of it is read. */
export type Admission = (request: IncomingMessage) => Decision | Promise<Decision>;

export function createAdmission({ rate, apiKeys, trustedProxies }: AdmissionOptions): Admission {
  const limiter = new RateLimiter();
  const count = (id: string, allowed: Rate | undefined) =>
    allowed === undefined ? { id } : take(id, allowed);
  const take = async (id: string, allowed: Rate): Promise<Decision> => {
    const wait = await limiter.take(id, allowed);
    if (wait === undefined) return { id };
    const message = `Too many requests: again in ${wait} s.`;
    return { status: 429, code: "RATE_LIMITED", message, retryAfterSeconds: wait };
  };
  return (request) => {
    const address = addressOf(request, trustedProxies);
    const given = givenKey(request);
    if (given === undefined) return count(address, rate);
    const key = findKey(apiKeys, given);
    return key === undefined ? refuseKey(address) : count(`key ${key.name}`, key);
  };
  async function refuseKey(address: string): Promise<Refusal> {
    // Guesses count for the address.
    const counted = await count(address, rate);
    if ("status" in counted) return counted;
    return { status: 401, code: "UNKNOWN_API_KEY", message: "This API key is not known." };
  }
}
