import { randomUUID } from "node:crypto";

/**
 * What is known of one HTTP request while it is answered; for logs, metrics and errors. It is handed on: AsyncLocalStorage would
 * make every promise of the process dearer on Node 20 and 22.
 */
export type RequestScope = {
  readonly requestId: string;
  /** Root fields of the operation, for the metrics; never the client's own name for it. */
  operation: string;
  /** Which way it was answered. */
  lane: "known" | "yoga";
  /** Codes of the errors in the answer. */
  errorCodes: string[];
  /** Validator of the answer, if it has one. */
  etag: string | undefined;
  /** That the answer has room for. */
  rows: number;
};

const acceptable = /^[\w-]{8,64}$/;

/** @param given the client's or the balancer's `x-request-id`; kept when it looks like one. */
export function newRequestScope(given: string | string[] | undefined): RequestScope {
  const requestId = typeof given === "string" && acceptable.test(given) ? given : randomUUID();
  return { requestId, operation: "none", lane: "yoga", errorCodes: [], etag: undefined, rows: 0 };
}
