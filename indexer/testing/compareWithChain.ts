import type { Database } from "../../lib/database/createDatabase.ts";
import { checkAllocations } from "./checks/allocations.ts";
import { checkChallenges } from "./checks/challenges.ts";
import type { Comparison } from "./checks/comparison.ts";
import { checkDelegations } from "./checks/delegations.ts";
import { checkEvents } from "./checks/events.ts";
import { checkHours } from "./checks/hours.ts";
import { checkNetworks, checkWeights } from "./checks/networks.ts";
import { checkOperators } from "./checks/operators.ts";
import { checkPauses } from "./checks/pauses.ts";
import { checkRewards } from "./checks/rewards.ts";
import { checkRulings } from "./checks/rulings.ts";
import { checkPoolSlashes, checkSlashes } from "./checks/slashes.ts";
import { checkTasks } from "./checks/tasks.ts";
import { checkVersions } from "./checks/versions.ts";
import type { Protocol } from "./protocol.ts";

const checks = [
  checkOperators,
  checkNetworks,
  checkWeights,
  checkDelegations,
  checkAllocations,
  checkTasks,
  checkChallenges,
  checkRulings,
  checkSlashes,
  checkPoolSlashes,
  checkPauses,
  checkRewards,
  checkEvents,
  checkVersions,
  checkHours,
];

/** Every table beside what the contracts' views and logs say at one block. */
export async function compareWithChain(
  db: Database,
  protocol: Protocol,
  blockNumber: bigint,
): Promise<Comparison[]> {
  const comparisons = await Promise.all(checks.map((check) => check(db, protocol, blockNumber)));
  return comparisons.flat();
}
