import { BaseError } from "viem";
import { NektarError } from "./NektarError.ts";

/**
 * A fault in a sentence that is fit for the log. Messages of the HTTP stack and of viem repeat the endpoint's whole
 * address, which may hold a key, so only their short forms are taken.
 */
export function describeFault(error: unknown): string {
  if (error instanceof NektarError) return error.message;
  if (error instanceof BaseError) {
    const root = error.walk();
    return root instanceof NektarError
      ? root.message
      : [error.shortMessage, codeOf(root)].filter(Boolean).join(" ");
  }
  if (!(error instanceof Error)) return "Unknown fault.";
  if (error.name === "TimeoutError") return "No answer in time.";
  const code = codeOf(error) ?? codeOf(error.cause);
  return code === undefined ? `${error.name}.` : `${error.name} (${code}).`;
}

/** What of an endpoint's address may stand in a log: scheme, host and port. */
export function endpointLabel(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return String(error.code);
}
