import type { Tools } from "../../lib/cli/withChain.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { bundleText, contentHashOf, type EvidenceBundle } from "../../lib/evidence/bundle.ts";
import { insertEvidence } from "../evidence/queries.ts";

/**
 * Stores a bundle that was verified, for the jobs.
 * @returns whether the offence is new here.
 * @throws {ConfigError} when it is of other contracts than the addresses file's.
 */
export async function importEvidence(
  { db, deployment }: Pick<Tools, "db" | "deployment">,
  bundle: EvidenceBundle,
): Promise<boolean> {
  const { slashingManager } = deployment.contracts;
  if (
    bundle.contracts.slashingManager !== slashingManager ||
    bundle.chain.genesisHash !== deployment.genesisHash
  )
    throw new ConfigError("The evidence is of another chain or other contracts than the addresses file's.");
  const text = bundleText(bundle);
  const { evidenceHash } = bundle;
  const offence = { taskId: bundle.task.id, operator: bundle.operator.address };
  return insertEvidence(db, { ...offence, bundle: text, contentHash: contentHashOf(text), evidenceHash });
}
