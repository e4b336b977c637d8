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
  readonly status: 401 | 413 | 429;
  readonly code: ClientErrorCode;
  readonly message: string;
  readonly retryAfterSeconds?: number;
};
/** @returns why a request is not answered, before anything of it is read; undefined when it is. */
export type Admission = (request: IncomingMessage) => Promise<Refusal | undefined> | undefined;

const unknownKey: Refusal = { status: 401, code: "UNKNOWN_API_KEY", message: "This API key is not known." };

export function createAdmission({ rate, apiKeys, trustedProxies }: AdmissionOptions): Admission {
  const limiter = new RateLimiter();
  const count = async (id: string, allowed: Rate): Promise<Refusal | undefined> => {
    const wait = await limiter.take(id, allowed);
    if (wait === undefined) return undefined;
    const message = `Too many requests: again in ${wait} s.`;
    return { status: 429, code: "RATE_LIMITED", message, retryAfterSeconds: wait };
  };
  return (request) => {
    const given = givenKey(request);
    const key = given === undefined ? undefined : findKey(apiKeys, given);
    if (key !== undefined) return count(`key ${key.name}`, key);
    const counted = rate && count(addressOf(request, trustedProxies), rate);
    if (given === undefined) return counted;
    // Guesses count for the address.
    return Promise.resolve(counted).then((refusal) => refusal ?? unknownKey);
  };
}
