import { byText, groupBy, integrate, key } from "./integrate.ts";
import type { EpochInput, Score, WeightStep } from "./types.ts";

const bps = 10_000n;

/**
 * The score of section 3: weight over time, reduced by the tasks that were assigned and not signed, rounded down.
 * `performanceBps` is how much of it depends on signing.
 */
export function scoreDown(
  part: Pick<Score, "weightSeconds" | "assigned" | "signed" | "performanceBps">,
): bigint {
  if (part.assigned === 0n) return part.weightSeconds;
  const performance = BigInt(part.performanceBps);
  const numerator = (bps - performance) * part.assigned + performance * part.signed;
  return (part.weightSeconds * numerator) / (bps * part.assigned);
}

/** Stage 3: a score for every operator that had weight in a network during the epoch. */
export function makeScores(input: EpochInput): Score[] {
  const performance = new Map(input.performance.map((row) => [row.network, row.performanceBps]));
  const participation = new Map(input.participation.map((row) => [key(row.network, row.operator), row]));
  const slashed = new Set(input.slashed.map((row) => key(row.network, row.operator)));
  const scores: Score[] = [];
  for (const steps of groupBy(input.weights, (step) => key(step.network, step.operator)).values()) {
    const { network, operator } = steps[0] as WeightStep;
    const assets = weightSecondsByAsset(steps, input);
    if (assets.length === 0) continue;
    const id = key(network, operator);
    const part = {
      network,
      operator,
      assets,
      weightSeconds: assets.reduce((sum, { weightSeconds }) => sum + weightSeconds, 0n),
      assigned: participation.get(id)?.assigned ?? 0n,
      signed: participation.get(id)?.signed ?? 0n,
      performanceBps: performance.get(network) ?? 0,
      slashed: slashed.has(id),
    };
    scores.push({ ...part, score: part.slashed ? 0n : scoreDown(part) });
  }
  return scores.sort((a, b) => byText(key(a.network, a.operator), key(b.network, b.operator)));
}

function weightSecondsByAsset(steps: readonly WeightStep[], { start, end }: EpochInput): Score["assets"] {
  return [...groupBy(steps, (step) => step.asset).values()]
    .map((own) => ({
      asset: (own[0] as WeightStep).asset,
      weightSeconds: integrate(own, (step) => step.weight, start, end),
    }))
    .filter(({ weightSeconds }) => weightSeconds > 0n)
    .sort((a, b) => byText(a.asset, b.asset));
}
