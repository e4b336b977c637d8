import type { Address } from "viem";
import { rewardsCoordinatorAbi } from "../../../contracts/generated/rewardsCoordinator.ts";
import { fetchRewards } from "../../api/fetchRewards.ts";
import { fromFirstApi } from "../fromFirstApi.ts";
import type { Plan, PlanContext } from "../Plan.ts";

export type ClaimSettings = {
  readonly api: readonly string[];
  /** The account's own when left out; another's only with its leave (`setClaimer`). */
  readonly earner: Address | undefined;
  /** The account when left out. */
  readonly recipient: Address | undefined;
};

/** Claims everything that an earner has earned, of every token, up to the newest active root. @throws {ApiError} */
export async function planClaim(
  context: PlanContext,
  settings: ClaimSettings,
  signal: AbortSignal,
): Promise<Plan> {
  const { deployment, account } = context;
  const earner = settings.earner ?? account.address;
  const recipient = settings.recipient ?? account.address;
  const rewards = await fromFirstApi(settings.api, (url) => fetchRewards(url, earner, signal));
  const claimable = rewards.filter((row) => row.claimable > 0n);
  return {
    title:
      claimable.length > 0
        ? `Claim the rewards of ${earner} to ${recipient}.`
        : `${earner} has nothing to claim.`,
    consequences: claimable.map(
      (row) =>
        `${row.claimable} of ${row.token}, in its smallest unit, up to epoch ${row.epoch}; ${row.claimed} were claimed before.`,
    ),
    calls: claimable.map(({ token, epoch, cumulative, proof }) => ({
      what: `claim the rewards in ${token}`,
      address: deployment.contracts.rewardsCoordinator,
      abi: rewardsCoordinatorAbi,
      functionName: "claim",
      args: [epoch, earner, token, cumulative, proof, recipient],
    })),
  };
}
