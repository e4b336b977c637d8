import { setTimeout as sleep } from "node:timers/promises";

/**
 * Asks again until there is an answer, and returns it. An error of `ask` counts as no answer yet.
 *
 * @throws {Error} after `timeoutMs`, with what was waited for and the last error.
 */
export async function waitFor<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined | false> | Answer | undefined | false,
  { timeoutMs = 10_000, intervalMs = 50 } = {},
): Promise<Answer> {
  const deadline = Date.now() + timeoutMs;
  let lastError: unknown;
  while (Date.now() < deadline) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      lastError = error;
    }
    await sleep(intervalMs);
  }
  throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`, { cause: lastError });
}
