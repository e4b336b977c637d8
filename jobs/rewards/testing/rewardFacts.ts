import type { Address } from "viem";
import type { Interval, RewardFacts } from "../../../lib/rewards/explanation.ts";
import { sumOf } from "../arithmetic.ts";
import type { EpochInput, EpochResult } from "../types.ts";

type Step = { readonly block: bigint; readonly timestamp: bigint; readonly value: bigint };

/** What `readRewardFacts` reads of a calculated epoch, from the calculation itself. */
export function rewardFacts(
  input: EpochInput,
  result: EpochResult,
  network: Address,
  earner: Address,
): RewardFacts {
  const shares = intervalsOf(
    "SHARES",
    input.shares.filter((step) => step.delegator === earner).map((step) => ({ ...step, value: step.shares })),
    input,
  );
  const weights = intervalsOf(
    "WEIGHT",
    input.weights.filter((step) => step.network === network).map((step) => ({ ...step, value: step.weight })),
    input,
  );
  const backed = new Set([earner, ...shares.map(({ operator }) => operator)]);
  const here = <Line extends { network: Address; operator: Address }>(lines: readonly Line[]) =>
    lines.filter((line) => line.network === network && backed.has(line.operator));
  return {
    ...{ epoch: input.epoch, network, earner },
    pots: result.pots
      .filter((pot) => pot.network === network)
      .map((pot) => ({ ...pot, scores: scoresOf(result, network, pot.token) })),
    operators: here(result.operators),
    pools: here(result.pools),
    delegations: here(result.delegators).filter((line) => line.delegator === earner),
    intervals: [...weights.filter(({ operator }) => backed.has(operator)), ...shares],
    left: [],
  };
}

function scoresOf({ operators }: EpochResult, network: Address, token: Address): bigint {
  const lines = operators.filter((line) => line.network === network && line.token === token);
  return sumOf(lines, ({ score }) => score);
}

/** Each step until the next one of its operator and asset, as it lies inside the epoch. */
function intervalsOf(
  kind: Interval["kind"],
  steps: readonly (Step & { readonly operator: Address; readonly asset: Address })[],
  { start, end }: EpochInput,
): Interval[] {
  const ordered = [...steps].sort((one, other) => Number(one.block - other.block));
  return ordered.flatMap((step, index) => {
    const next = ordered
      .slice(index + 1)
      .find(({ operator, asset }) => operator === step.operator && asset === step.asset);
    const from = step.timestamp > start ? step.timestamp : start;
    const until = next && next.timestamp < end ? next.timestamp : end;
    const { operator, asset, value } = step;
    return until > from && value > 0n ? [{ kind, operator, asset, from, until, value }] : [];
  });
}
