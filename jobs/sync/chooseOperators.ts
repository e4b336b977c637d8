import { type Address, encodeFunctionData } from "viem";
import { stakeRegistryAbi } from "../../contracts/generated/stakeRegistry.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { revertReason } from "../../lib/chain/revert.ts";
import type { Sender } from "../transactions/Sender.ts";
import type { Drift } from "./queries.ts";

/** What the chain is asked about in one run, and at once. */
const mostOperators = 120;
const atOnce = 10;

/** Where the operators are, and who would send. */
type Chain = { readonly sender: Pick<Sender, "chain" | "account">; readonly deployment: Deployment };

export type Choice = {
  readonly operators: readonly Address[];
  /** Those whose sync the contract refuses, with its reason. */
  readonly refused: readonly { readonly operator: Address; readonly reason: string }[];
};

type Verdict =
  | { readonly operator: Address; readonly is: "settled" }
  | { readonly operator: Address; readonly is: "drifted"; readonly gas: bigint }
  | { readonly operator: Address; readonly is: "refused"; readonly reason: string };

/**
 * Of one network's drifted operators, in their order, those that one transaction syncs with at most `gasBudget`, or the
 * first alone: those of whom the chain says that they drifted, and that the contract would sync.
 */
export async function chooseOperators(
  context: Chain,
  drifted: readonly Drift[],
  gasBudget: bigint,
): Promise<Choice> {
  const operators: Address[] = [];
  const refused: { operator: Address; reason: string }[] = [];
  let gas = 0n;
  const candidates = drifted.slice(0, mostOperators);
  for (let start = 0; start < candidates.length; start += atOnce) {
    const some = candidates.slice(start, start + atOnce);
    for (const verdict of await Promise.all(some.map((drift) => judge(context, drift)))) {
      if (verdict.is === "refused") refused.push(verdict);
      if (verdict.is !== "drifted") continue;
      // Each estimate alone holds what a transaction costs once: the sum is never too low.
      gas += verdict.gas;
      if (gas > gasBudget && operators.length > 0) return { operators, refused };
      operators.push(verdict.operator);
    }
  }
  return { operators, refused };
}

async function judge(context: Chain, drift: Drift): Promise<Verdict> {
  const { operator } = drift;
  try {
    if (!(await hasDrifted(context, drift))) return { operator, is: "settled" };
    return { operator, is: "drifted", gas: await estimateSync(context, drift) };
  } catch (error) {
    const reason = revertReason(error);
    if (reason === undefined) throw error;
    return { operator, is: "refused", reason };
  }
}

/**
 * Whether nobody synced it meanwhile, and its total differs on chain if it does here. A total that is the same here, of
 * other assets, cannot be seen in the chain's totals.
 */
async function hasDrifted(
  { sender, deployment }: Chain,
  { network, operator, live, recorded }: Drift,
): Promise<boolean> {
  const registry = { address: deployment.contracts.stakeRegistry, abi: stakeRegistryAbi } as const;
  const args = [network, operator] as const;
  const [liveNow, recordedNow] = await Promise.all([
    sender.chain.readContract({ ...registry, functionName: "liveWeightOf", args }),
    sender.chain.readContract({ ...registry, functionName: "weightOf", args }),
  ]);
  return recordedNow === recorded && (live === recorded || liveNow !== recordedNow);
}

async function estimateSync({ sender, deployment }: Chain, { network, operator }: Drift): Promise<bigint> {
  const args = [network, operator] as const;
  return sender.chain.estimateGas({
    account: sender.account.address,
    to: deployment.contracts.stakeRegistry,
    data: encodeFunctionData({ abi: stakeRegistryAbi, functionName: "syncOperator", args }),
  });
}
