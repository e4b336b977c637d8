import type { Address } from "viem";
import type { EpochInput } from "../types.ts";

/**
 * The reward rules a second time, written from the rules alone and as plainly as possible: time is walked second by second,
 * nothing is grouped or sorted, no code is shared with what it checks.
 */
export type PlainResult = {
  /** Unpaid part by `network token`. */
  carry: Record<string, bigint>;
  /** By `earner token`, epochs before included. */
  cumulative: Record<string, bigint>;
};

function valueAt<Row extends { block: bigint; timestamp: bigint }>(
  rows: readonly Row[],
  second: bigint,
  matches: (row: Row) => boolean,
): Row | undefined {
  let last: Row | undefined;
  for (const row of rows)
    if (matches(row) && row.timestamp <= second && (!last || row.block > last.block)) last = row;
  return last;
}

function overEpoch(input: EpochInput, valueIn: (second: bigint) => bigint): bigint {
  let sum = 0n;
  for (let second = input.start; second < input.end; second++) sum += valueIn(second);
  return sum;
}

export function plainRewards(input: EpochInput): PlainResult {
  const unique = <T>(values: T[]) => [...new Set(values)];
  const operators = unique(input.weights.map((row) => row.operator));
  const assets = unique(input.weights.map((row) => row.asset));
  const delegators = unique(input.shares.map((row) => row.delegator));
  const pots = [...input.schedules, ...input.accruals, ...input.carries];

  const w = (n: Address, o: Address, a: Address) =>
    overEpoch(
      input,
      (second) =>
        valueAt(input.weights, second, (r) => r.network === n && r.operator === o && r.asset === a)?.weight ??
        0n,
    );
  const wAll = (n: Address, o: Address) => assets.reduce((sum, a) => sum + w(n, o, a), 0n);
  const ss = (d: Address, o: Address, a: Address) =>
    overEpoch(
      input,
      (second) =>
        valueAt(input.shares, second, (r) => r.delegator === d && r.operator === o && r.asset === a)
          ?.shares ?? 0n,
    );
  const score = (n: Address, o: Address) => {
    if (input.slashed.some((row) => row.network === n && row.operator === o)) return 0n;
    const tasks = input.participations.find((row) => row.network === n && row.operator === o);
    if (!tasks || tasks.assigned === 0n) return wAll(n, o);
    const p = BigInt(input.performance.find((row) => row.network === n)?.performanceBps ?? 0);
    return (wAll(n, o) * ((10000n - p) * tasks.assigned + p * tasks.signed)) / (10000n * tasks.assigned);
  };

  const cumulative: Record<string, bigint> = {};
  const credit = (earner: Address, token: Address, amount: bigint) => {
    if (amount > 0n) cumulative[`${earner} ${token}`] = (cumulative[`${earner} ${token}`] ?? 0n) + amount;
  };
  for (const row of input.earned) credit(row.earner, row.token, row.cumulative);

  const carry: Record<string, bigint> = {};
  for (const { network: n, token: t } of pots) {
    if (carry[`${n} ${t}`] !== undefined) continue;
    let pot = 0n;
    for (const row of input.schedules)
      if (row.network === n && row.token === t)
        for (let e = row.firstEpoch; e < row.firstEpoch + row.epochs; e++)
          if (e === input.epoch) pot += row.amountPerEpoch;
    for (const row of input.accruals) if (row.network === n && row.token === t) pot += row.amount;
    for (const row of input.carries) if (row.network === n && row.token === t) pot += row.amount;

    const s = operators.reduce((sum, o) => sum + score(n, o), 0n);
    let paid = 0n;
    for (const o of s === 0n ? [] : operators) {
      const gross = (pot * score(n, o)) / s;
      const bps = BigInt(input.commissions.find((row) => row.operator === o)?.commissionBps ?? 0);
      const commission = (gross * bps) / 10000n;
      credit(o, t, commission);
      paid += commission;
      if (wAll(n, o) === 0n) continue;
      for (const a of assets) {
        const shared = ((gross - commission) * w(n, o, a)) / wAll(n, o);
        const all = delegators.reduce((sum, d) => sum + ss(d, o, a), 0n);
        for (const d of all === 0n ? [] : delegators) {
          const reward = (shared * ss(d, o, a)) / all;
          credit(d, t, reward);
          paid += reward;
        }
      }
    }
    carry[`${n} ${t}`] = pot - paid;
  }
  return { carry, cumulative };
}
