import type { Address } from "viem";
import { bpsDenominator, floorDivide, groupBy, keyOf, RewardsError, sumOf } from "../arithmetic.ts";
import { stepSeconds } from "../stepSeconds.ts";
import type { EpochInput, Participation, Pot, Score } from "../types.ts";

type ScoresInput = Pick<
  EpochInput,
  "start" | "end" | "weights" | "participations" | "performance" | "slashed"
>;

/**
 * Section 3: weight-seconds and score of every operator that had weight or was assigned a task, in each network with a pot.
 * @throws {RewardsError} when a network has no parameters in force.
 */
export function calculateScores(input: ScoresInput, pots: readonly Pot[]): Score[] {
  const networks = new Set(pots.map((pot) => pot.network));
  const assets = weightSecondsByAsset(input, networks);
  const participations = new Map(input.participations.map((row) => [keyOf(row.network, row.operator), row]));
  const slashed = new Set(input.slashed.map((row) => keyOf(row.network, row.operator)));
  const keys = new Set([...assets.keys(), ...participations.keys()]);

  return [...keys]
    .map((key) => key.split("/") as [Address, Address])
    .filter(([network]) => networks.has(network))
    .sort(([network, operator], [other, another]) =>
      keyOf(network, operator) < keyOf(other, another) ? -1 : 1,
    )
    .map(([network, operator]) => {
      const key = keyOf(network, operator);
      const ofAssets = assets.get(key) ?? [];
      const tasks = participations.get(key) ?? noTasks;
      const facts = {
        weightSeconds: sumOf(ofAssets, (row) => row.weightSeconds),
        assigned: tasks.assigned,
        signed: tasks.signed,
        performanceBps: performanceOf(input, network),
        slashed: slashed.has(key),
      };
      return { network, operator, assets: ofAssets, ...facts, score: scoreDown(facts) };
    });
}

const noTasks: Pick<Participation, "assigned" | "signed"> = { assigned: 0n, signed: 0n };

/** The score of section 3, rounded down. */
export function scoreDown(
  facts: Pick<Score, "weightSeconds" | "assigned" | "signed" | "performanceBps" | "slashed">,
): bigint {
  if (facts.slashed) return 0n;
  if (facts.assigned === 0n) return facts.weightSeconds;
  const performance = BigInt(facts.performanceBps);
  const merit = (bpsDenominator - performance) * facts.assigned + performance * facts.signed;
  return floorDivide(facts.weightSeconds * merit, bpsDenominator * facts.assigned);
}

/** W(o,n,a), where it is positive, by network and operator; assets ascending. */
function weightSecondsByAsset(
  input: ScoresInput,
  networks: ReadonlySet<Address>,
): Map<string, Score["assets"][number][]> {
  const result = new Map<string, Score["assets"][number][]>();
  const steps = input.weights.filter((step) => networks.has(step.network));
  for (const [, group] of groupBy(steps, (step) => keyOf(step.network, step.operator, step.asset))) {
    const [first] = group;
    const values = group.map((step) => ({ ...step, value: step.weight }));
    const weightSeconds = stepSeconds(values, input.start, input.end);
    if (!first || weightSeconds === 0n) continue;
    const key = keyOf(first.network, first.operator);
    const list = result.get(key) ?? [];
    list.push({ asset: first.asset, weightSeconds });
    result.set(key, list);
  }
  return result;
}

function performanceOf(input: ScoresInput, network: Address): number {
  const row = input.performance.find((candidate) => candidate.network === network);
  if (!row) throw new RewardsError("A network has a pot but no parameters in force.", { network });
  return row.performanceBps;
}
