import type { Address } from "viem";
import type { EpochInput } from "../types.ts";
import { type PlainResult, plainRewards } from "./plainRules.ts";
import { epochSeconds, type History } from "./randomHistory.ts";

/** Epoch after epoch of a history by the plain rules: what is in force, who was assigned and signed, is looked up here as plainly. */
export function plainHistory(history: History, epochs: bigint): PlainResult[] {
  const results: PlainResult[] = [];
  let before: PlainResult = { carry: {}, cumulative: {} };
  for (let epoch = 0n; epoch < epochs; epoch++) {
    before = plainRewards(inputOf(history, epoch, before));
    results.push(before);
  }
  return results;
}

function inputOf(history: History, epoch: bigint, before: PlainResult): EpochInput {
  const start = history.genesis + epoch * epochSeconds;
  const end = start + epochSeconds;
  const inside = (time: bigint | null) => time !== null && time >= start && time < end;
  const inForce = <Row extends { from: bigint }>(rows: readonly Row[], matches: (row: Row) => boolean) => {
    let last: Row | undefined;
    for (const row of rows)
      if (matches(row) && row.from <= epoch && (!last || row.from >= last.from)) last = row;
    return last;
  };
  const networks = [...new Set(history.performance.map((row) => row.network))];
  const operators = [...new Set(history.commissions.map((row) => row.operator))];
  const participations = networks.flatMap((network) =>
    operators.map((operator) => {
      let [assigned, signed] = [0n, 0n];
      for (const task of history.tasks)
        if (task.network === network && inside(task.respondedAt))
          for (const part of task.parts)
            if (part.operator === operator && part.weight > 0n) {
              assigned += 1n;
              if (part.signed) signed += 1n;
            }
      return { network, operator, assigned, signed };
    }),
  );
  return {
    ...{ epoch, start, end, participations, schedules: history.schedules },
    accruals: history.accruals.filter((row) => row.epoch === epoch),
    carries: entries(before.carry).map(([network, token, amount]) => ({ network, token, amount })),
    earned: entries(before.cumulative).map(([earner, token, cumulative]) => ({ earner, token, cumulative })),
    // The order of events, within a block too, stands in for the block.
    weights: history.weights.map((row) => ({ ...row, block: row.order })),
    shares: history.shares.map((row) => ({ ...row, block: row.order })),
    performance: networks.map((network) => ({
      network,
      performanceBps: inForce(history.performance, (row) => row.network === network)?.bps ?? 0,
    })),
    commissions: operators.map((operator) => ({
      operator,
      commissionBps: inForce(history.commissions, (row) => row.operator === operator)?.bps ?? 0,
    })),
    slashed: history.slashes.filter((row) => inside(row.at)),
  };
}

function entries(amounts: Record<string, bigint>): [Address, Address, bigint][] {
  return Object.entries(amounts).map(([key, amount]) => {
    const [one, other] = key.split(" ") as [Address, Address];
    return [one, other, amount];
  });
}
