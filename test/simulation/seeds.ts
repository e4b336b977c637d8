import { playedEvents } from "./ledger.ts";
import { type At, type Outcome, type Plan, runSeed } from "./runSeed.ts";
import { commandFor, textOf } from "./words.ts";

/** What a seed does unless it is told otherwise. */
export const usualPlan: Plan = { moves: 150, reorgs: 4, kills: 2, breaks: 1 };

export type Result = { readonly seed: number; readonly seconds: number } & (
  | { readonly outcome: Outcome }
  | { readonly error: unknown }
);

/** Plays seeds one after another, and says so: each before it begins, and how it ended. */
export async function runSeeds(
  seeds: readonly number[],
  plan: Plan,
  at: At,
  say: (line: string) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [place, seed] of seeds.entries()) {
    say(`seed ${seed} (${place + 1} of ${seeds.length}) …`);
    const startedAt = performance.now();
    const played = await runSeed(seed, plan, at).then(
      (outcome) => ({ outcome }),
      (error: unknown) => ({ error }),
    );
    const result: Result = { seed, seconds: (performance.now() - startedAt) / 1000, ...played };
    results.push(result);
    for (const line of describe(result, plan)) say(line);
  }
  return results;
}

export const isFailed = (result: Result): boolean => "error" in result || result.outcome.failures.length > 0;

function describe(result: Result, plan: Plan): string[] {
  const { seed } = result;
  const time = `${result.seconds.toFixed(0)} s`;
  if ("error" in result) {
    return [`seed ${seed} FAILED (${time}): ${textOf(result.error)}`, `again: ${commandFor(seed, plan)}`];
  }
  const { sent, reverted, blocks, depths, failures } = result.outcome;
  const moves = [...result.outcome.moves.values()].reduce((sum, count) => sum + count, 0);
  const share = sent === 0 ? 0 : (100 * reverted) / sent;
  const lines = [
    `seed ${seed}: ${moves} moves, ${sent} transactions (${share.toFixed(0)} % reverted), ${blocks} blocks, ` +
      `reorganisations of ${depths.join(", ")} blocks, ${plan.kills} kills, ${plan.breaks} broken sessions: ${time}`,
  ];
  if (failures.length === 0) return lines;
  return [
    ...lines,
    ...failures.map((failure) => `seed ${seed} FAILED: ${failure}`),
    `again: ${commandFor(seed, plan)}`,
  ];
}

/** What all seeds together did. */
export function summaryOf(results: readonly Result[]): string[] {
  const outcomes = results.flatMap((result) => ("outcome" in result ? [result.outcome] : []));
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const [sent, reverted] = [sum((outcome) => outcome.sent), sum((outcome) => outcome.reverted)];
  const events = new Set(outcomes.flatMap((outcome) => [...outcome.events]));
  const times = results.map(({ seconds }) => seconds).sort((a, b) => a - b);
  const failed = results.filter(isFailed).map(({ seed }) => seed);
  const unseen = playedEvents.filter((name) => !events.has(name));
  return [
    `${results.length} seeds, ${sent} transactions, ${((100 * reverted) / Math.max(1, sent)).toFixed(1)} % of them reverted, ` +
      `${sum(({ depths }) => depths.length)} reorganisations, ${events.size} kinds of events in the final chains`,
    ...(unseen.length > 0 ? [`kinds of events in none of them: ${unseen.join(", ")}`] : []),
    `seconds per seed: ${times.at(Math.floor(times.length / 2))?.toFixed(0)} in the median, ${times.at(-1)?.toFixed(0)} at most`,
    failed.length === 0 ? "every row was right" : `FAILED: seeds ${failed.join(", ")}`,
  ];
}
