import { describeFault } from "../../lib/errors/describeFault.ts";
import { findUnknownSignature } from "../chain/findUnknownSignature.ts";
import type { OperatorContext } from "../tasks/OperatorContext.ts";
import { Backoff } from "../time/Backoff.ts";
import { sleep } from "../time/sleep.ts";

/**
 * Compares the journal with the answers on chain before anything is signed. An answer that bears this operator's signature
 * without a record means that the journal is an older copy: then every task up to now is refused unless it has a record.
 * Asks until the chain answers or the client stops.
 *
 * @throws {JournalBrokenError}
 */
export async function auditChain(context: OperatorContext): Promise<void> {
  const { client, deployment, operator, head, signer, log, signal } = context;
  const backoff = new Backoff(500, 5_000);
  while (!signal.aborted) {
    let unknown: string | undefined;
    let block: bigint;
    try {
      ({ number: block } = await head.latest(0));
      const isRecorded = async (taskId: `0x${string}`) => (await signer.recorded(taskId)) !== undefined;
      unknown = await findUnknownSignature({ client, deployment, operator, head: block, isRecorded });
    } catch (error) {
      log.warn({ fault: describeFault(error) }, "the chain's answers cannot be read");
      await sleep(backoff.failed(), signal);
      continue;
    }
    if (unknown !== undefined) await enterQuarantine(context, block, { taskId: unknown, source: "chain" });
    return;
  }
}

/** Refuses every task up to a block that has no record, since the journal is older than some signature of this key. */
export async function enterQuarantine(
  { signer, log }: Pick<OperatorContext, "signer" | "log">,
  block: bigint,
  evidence: Readonly<Record<string, unknown>>,
): Promise<void> {
  const upTo = signer.quarantinedUpTo;
  if (upTo !== undefined && upTo >= block) return;
  await signer.quarantine(block);
  log.error(
    { ...evidence, block },
    "the signing journal is older than a signature of this key: tasks up to this block are refused",
  );
}
