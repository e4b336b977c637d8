import { encodeFunctionData } from "viem";
import { slashingManagerAbi } from "../../contracts/generated/slashingManager.ts";
import { bundleText, contentHashOf, type EvidenceBundle, parseBundle } from "../../lib/evidence/bundle.ts";
import { simulate } from "../../lib/evidence/simulate.ts";
import { reportCommitment } from "../../lib/protocol/messages.ts";
import { readTerms } from "../chain/readTerms.ts";
import type { SendingContext } from "../context.ts";
import { crashPoint } from "../transactions/crashPoint.ts";
import { findState } from "../transactions/queries.ts";
import { lowercase } from "../transactions/sendIntent.ts";
import { sendUnlessRefused } from "../transactions/sendUnlessRefused.ts";
import { collectBundle } from "./collectBundle.ts";
import { findEvidence, type Offence, storeBundle, updateEvidence } from "./queries.ts";
import { readReporter, slashIdOf } from "./readSlash.ts";

/** Errors that no later block changes, if a final block gives them too. */
const refusals = ["NotAssigned", "NoLongerSlashable", "InvalidSignature", "SameResponse"];
/** The commitment pays the reporter its share, which an estimate at the newest block may not see. */
const rewardGas = 200_000n;

/**
 * Takes an offence one step on: bundle, commitment, proof, finality. What to do follows from the chain and the intents, never
 * from the row's state, which only tells people; so it may be killed anywhere and run by many at once. A slash counts once a
 * final block has it: one that a reorganisation took is sent again.
 */
export async function settleOffence(context: SendingContext, offence: Offence): Promise<void> {
  const { db, sender, deployment, logger } = context;
  const row = await findEvidence(db, offence);
  if (!row || row.state === "final" || row.state === "refused") return;
  const bundle = row.bundle === null ? await makeStoredBundle(context, offence) : parseBundle(row.bundle);

  const head = await sender.chain.getBlockNumber();
  const { finalityDepth } = sender.settings;
  const finalBlock = head > finalityDepth ? head - finalityDepth : undefined;
  const slash_id = slashIdOf(deployment.chainId, deployment.contracts.slashingManager, offence);
  const reporter = await readReporter(context, slash_id, head);
  if (reporter !== undefined) {
    crashPoint("evidence.slashed");
    const settled = finalBlock === undefined ? undefined : await readReporter(context, slash_id, finalBlock);
    const state = settled === reporter ? "final" : "slashed";
    if (state === row.state) return;
    await updateEvidence(db, offence, { state, slash_id, reporter, reason: null });
    logger.warn({ ...offence, state, reporter }, "an operator is slashed for equivocation");
    return;
  }
  const outcome = await simulate(sender.chain, bundle.slash, undefined);
  if (outcome === "slashed") await report(context, offence, bundle);
  else await refuse(context, offence, bundle, outcome, finalBlock);
}

async function makeStoredBundle(context: SendingContext, offence: Offence): Promise<EvidenceBundle> {
  const { db, sender, deployment } = context;
  const bundle = await collectBundle({ db, chain: sender.chain, deployment }, offence);
  const text = bundleText(bundle);
  const { evidenceHash } = bundle;
  await storeBundle(db, offence, { text, contentHash: contentHashOf(text), evidenceHash });
  crashPoint("evidence.bundled");
  return bundle;
}

/** Commits to the report, and shows it once the commitment is in a block: whoever copies it then earns nothing. */
async function report(context: SendingContext, offence: Offence, bundle: EvidenceBundle): Promise<void> {
  const { db, sender, deployment } = context;
  const to = deployment.contracts.slashingManager;
  if (!(await isCommitted(context, offence, bundle))) {
    const commitment = reportCommitment(sender.account.address, bundle.evidenceHash);
    const call = { abi: slashingManagerAbi, functionName: "commitReport", args: [commitment] } as const;
    const sent = await sendUnlessRefused(context.sender, {
      purpose: commitPurpose(context, bundle),
      to,
      data: encodeFunctionData(call),
    });
    crashPoint("evidence.committed");
    await updateEvidence(db, offence, { state: "committed", slash_id: null, reporter: null });
    // Refused since it stands already: nothing to wait for.
    if (sent) return;
  }
  const purpose = `equivocation:${offence.taskId}:${offence.operator}`;
  await sendUnlessRefused(context.sender, { purpose, ...bundle.slash, extraGas: rewardGas });
  crashPoint("evidence.sent");
  await updateEvidence(db, offence, { state: "sent", slash_id: null, reporter: null });
}

/** A commitment is one account's: after a change of the key there is another. */
const commitPurpose = ({ sender }: SendingContext, { evidenceHash }: EvidenceBundle) =>
  `report:${evidenceHash}:${lowercase(sender.account.address)}`;

/** Also when there is nothing to earn by it. */
async function isCommitted(context: SendingContext, { taskId }: Offence, bundle: EvidenceBundle) {
  const state = await findState(context.db, commitPurpose(context, bundle));
  if (state === "mined" || state === "final") return true;
  return state === "none" && (await readTerms(context, taskId)).terms.reporterShareBps === 0;
}

/** Notes that the contract will never take the proof; or leaves it for later, when slashing is paused or another was faster. */
async function refuse(
  { db, sender, logger }: SendingContext,
  offence: Offence,
  bundle: EvidenceBundle,
  reason: string,
  finalBlock: bigint | undefined,
): Promise<void> {
  logger.warn({ ...offence, reason }, "the contract does not slash for this evidence");
  if (finalBlock === undefined || !refusals.some((name) => reason.startsWith(name))) return;
  if ((await simulate(sender.chain, bundle.slash, finalBlock)) !== reason) return;
  await updateEvidence(db, offence, { state: "refused", slash_id: null, reporter: null, reason });
}
