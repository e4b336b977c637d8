import type { Address } from "viem";
import type { EpochInput } from "../types.ts";

const named = (digit: string) => `0x${digit.repeat(40)}` as Address;

export const names = {
  network: named("1"),
  token: named("2"),
  asset: named("3"),
  operatorA: named("a"),
  operatorB: named("b"),
  delegator1: named("c"),
  delegator2: named("d"),
};
const { network, token, asset, operatorA, operatorB, delegator1, delegator2 } = names;

const weight = (operator: Address, timestamp: bigint, value: bigint) => ({
  network,
  operator,
  asset,
  block: timestamp,
  timestamp,
  weight: value,
});
const shares = (delegator: Address, operator: Address, timestamp: bigint, value: bigint) => ({
  delegator,
  operator,
  asset,
  block: timestamp,
  timestamp,
  shares: value,
});

/** Section 8 of the reward rules. */
export const workedExample: EpochInput = {
  epoch: 7n,
  start: 700n,
  end: 800n,
  schedules: [{ network, token, amountPerEpoch: 1000n, firstEpoch: 7n, epochs: 1n }],
  accruals: [],
  carries: [],
  weights: [weight(operatorA, 600n, 300n), weight(operatorB, 750n, 100n)],
  shares: [
    shares(delegator1, operatorA, 600n, 200n),
    shares(delegator2, operatorA, 650n, 100n),
    shares(delegator1, operatorB, 750n, 100n),
  ],
  participations: [
    { network, operator: operatorA, assigned: 2n, signed: 1n },
    { network, operator: operatorB, assigned: 2n, signed: 2n },
  ],
  performance: [{ network, performanceBps: 5000 }],
  commissions: [
    { operator: operatorA, commissionBps: 1000 },
    { operator: operatorB, commissionBps: 0 },
  ],
  slashed: [],
  earned: [],
};
