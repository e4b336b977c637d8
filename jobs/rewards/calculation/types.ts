import type { Address } from "viem";
import type { AccrualSource } from "../../../lib/database/indexerTables.ts";

/**
 * What one epoch's calculation reads and makes. Amounts are in the token's smallest unit, weights in 1e-18 units, times in
 * whole seconds of block time, addresses lowercase.
 */

/** A value that holds from `timestamp` on; of several in one block the last by `logIndex` holds. */
export type Step = { readonly block: bigint; readonly logIndex: number; readonly timestamp: bigint };

export type WeightStep = Step & {
  readonly network: Address;
  readonly operator: Address;
  readonly asset: Address;
  readonly weight: bigint;
};

export type SharesStep = Step & {
  readonly delegator: Address;
  readonly operator: Address;
  readonly asset: Address;
  readonly shares: bigint;
};

/** Stage 1's output: all that the rules need, read from the chain's final blocks. */
export type EpochInput = {
  readonly epoch: bigint;
  /** `[start, end)`. */
  readonly start: bigint;
  readonly end: bigint;
  /** Schedules whose range of epochs covers this one. */
  readonly schedules: readonly { network: Address; token: Address; amountPerEpoch: bigint }[];
  readonly accruals: readonly { network: Address; token: Address; amount: bigint; source: AccrualSource }[];
  /** What the epoch before did not pay out. */
  readonly carries: readonly { network: Address; token: Address; amount: bigint }[];
  /** The last step at or before `start` and all inside the epoch, per (network, operator, asset). */
  readonly weights: readonly WeightStep[];
  /** The same per (delegator, operator, asset). */
  readonly shares: readonly SharesStep[];
  /** Tasks that closed with a response inside the epoch. */
  readonly participation: readonly {
    network: Address;
    operator: Address;
    assigned: bigint;
    signed: bigint;
  }[];
  /** Operators that a network slashed inside the epoch. */
  readonly slashed: readonly { network: Address; operator: Address }[];
  /** `performanceBps` in force for the epoch. */
  readonly performance: readonly { network: Address; performanceBps: number }[];
  /** `commissionBps` in force at the epoch's start. */
  readonly commissions: readonly { operator: Address; commissionBps: number }[];
  /** The leaves of the epoch before. */
  readonly cumulative: readonly Leaf[];
};

export type Leaf = { readonly earner: Address; readonly token: Address; readonly cumulative: bigint };

/** Stage 2. */
export type Pot = {
  readonly network: Address;
  readonly token: Address;
  readonly scheduled: bigint;
  readonly fees: bigint;
  readonly forfeited: bigint;
  readonly carryIn: bigint;
  readonly pot: bigint;
};

/** Stage 3. */
export type Score = {
  readonly network: Address;
  readonly operator: Address;
  /** `W(o,n,a)`: weight times seconds, per asset; positive ones only. */
  readonly assets: readonly { asset: Address; weightSeconds: bigint }[];
  /** `W(o,n)`. */
  readonly weightSeconds: bigint;
  readonly assigned: bigint;
  readonly signed: bigint;
  readonly performanceBps: number;
  readonly slashed: boolean;
  readonly score: bigint;
};

/** Stage 4: an operator's part of one pot. */
export type OperatorReward = Omit<Score, "assets"> & {
  readonly token: Address;
  readonly gross: bigint;
  readonly commissionBps: number;
  readonly commission: bigint;
  readonly shared: bigint;
};

/** Stage 5: what the delegators of one pool share, and each one's part. */
export type PoolReward = {
  readonly network: Address;
  readonly token: Address;
  readonly operator: Address;
  readonly asset: Address;
  readonly weightSeconds: bigint;
  readonly shared: bigint;
  readonly shareSeconds: bigint;
  readonly paid: bigint;
};

export type DelegatorReward = {
  readonly network: Address;
  readonly token: Address;
  readonly operator: Address;
  readonly asset: Address;
  readonly delegator: Address;
  readonly shareSeconds: bigint;
  readonly amount: bigint;
};

/** Stage 6: a pot with what was paid and what is carried; `paid + carryOut = pot`. */
export type SettledPot = Pot & { readonly paid: bigint; readonly carryOut: bigint };

export type EpochResult = {
  readonly epoch: bigint;
  readonly pots: readonly SettledPot[];
  readonly operators: readonly OperatorReward[];
  readonly pools: readonly PoolReward[];
  readonly delegators: readonly DelegatorReward[];
  /** Stage 7: every (earner, token) with a positive total, sorted by earner, then token. */
  readonly leaves: readonly Leaf[];
};
