import { describeFault, endpointLabel } from "../../lib/errors/describeFault.ts";
import { ApiError } from "../api/postGraphql.ts";

/** The answer of the first API that gives a usable one. @throws {ApiError} naming each one's fault when none does. */
export async function fromFirstApi<Answer>(
  urls: readonly string[],
  ask: (url: string) => Promise<Answer>,
): Promise<Answer> {
  const faults: string[] = [];
  for (const url of urls) {
    try {
      return await ask(url);
    } catch (error) {
      faults.push(`${endpointLabel(url)}: ${describeFault(error)}`);
    }
  }
  throw new ApiError(`No API helps. ${faults.join(" ")}`);
}
