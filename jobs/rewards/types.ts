import type { Address, Hex } from "viem";
import type { EarnedLeaf } from "../../lib/rewards/leaves.ts";

/** One value of a step function: it holds from `timestamp` on, until the next. A block has one step of a series at most. */
type Step = { readonly block: bigint; readonly timestamp: bigint };

/** Recorded weight of an operator in a network from one asset, 1e-18 units. */
export type WeightStep = Step & {
  readonly network: Address;
  readonly operator: Address;
  readonly asset: Address;
  readonly weight: bigint;
};

/** Active shares (not queued for withdrawal) of a delegator in a pool. */
export type SharesStep = Step & {
  readonly delegator: Address;
  readonly operator: Address;
  readonly asset: Address;
  readonly shares: bigint;
};

export type Schedule = {
  readonly network: Address;
  readonly token: Address;
  readonly amountPerEpoch: bigint;
  readonly firstEpoch: bigint;
  readonly epochs: bigint;
};

export type Accrual = {
  readonly network: Address;
  readonly token: Address;
  readonly amount: bigint;
  readonly source: "FEE" | "FORFEITED_BOND" | "SLASHED_STAKE";
};

/** What the epoch before did not pay out of a pot. */
export type Carry = { readonly network: Address; readonly token: Address; readonly amount: bigint };

/** Tasks of the network that got their response in the epoch: those the operator was assigned, and signed among them. */
export type Participation = {
  readonly network: Address;
  readonly operator: Address;
  readonly assigned: bigint;
  readonly signed: bigint;
};

/** All that an earner has earned in a token, over all epochs so far. */
export type Cumulative = { readonly earner: Address; readonly token: Address; readonly cumulative: bigint };

/**
 * Everything that the rules need to know of one epoch, `[start, end)` in seconds of block time. Addresses are lowercase.
 * Rows may come in any order. Steps must hold the last one at or before `start` of each key and all inside the epoch;
 * more do no harm.
 */
export type EpochInput = {
  readonly epoch: bigint;
  readonly start: bigint;
  readonly end: bigint;
  readonly schedules: readonly Schedule[];
  /** Those booked in this epoch. */
  readonly accruals: readonly Accrual[];
  readonly carries: readonly Carry[];
  readonly weights: readonly WeightStep[];
  readonly shares: readonly SharesStep[];
  readonly participations: readonly Participation[];
  /** In force for this epoch. */
  readonly performance: readonly { readonly network: Address; readonly performanceBps: number }[];
  /** In force at the start of this epoch. */
  readonly commissions: readonly { readonly operator: Address; readonly commissionBps: number }[];
  /** Operators that a network slashed in this epoch. */
  readonly slashed: readonly { readonly network: Address; readonly operator: Address }[];
  /** As of the epoch before. */
  readonly earned: readonly Cumulative[];
};

export type PotKey = { readonly network: Address; readonly token: Address };

/** Section 2. */
export type Pot = PotKey & {
  readonly scheduled: bigint;
  readonly fees: bigint;
  readonly forfeited: bigint;
  readonly carryIn: bigint;
  readonly pot: bigint;
};

/** Section 6: a pot and what became of it. */
export type SettledPot = Pot & { readonly paid: bigint; readonly carryOut: bigint };

/** Section 3. */
export type Score = {
  readonly network: Address;
  readonly operator: Address;
  /** W(o,n), and W(o,n,a) of each asset where it is positive. */
  readonly weightSeconds: bigint;
  readonly assets: readonly { readonly asset: Address; readonly weightSeconds: bigint }[];
  readonly assigned: bigint;
  readonly signed: bigint;
  readonly performanceBps: number;
  readonly slashed: boolean;
  readonly score: bigint;
};

/** Section 4: an operator's part of a pot. */
export type OperatorLine = PotKey &
  Score & {
    readonly gross: bigint;
    readonly commissionBps: number;
    readonly commission: bigint;
    readonly shared: bigint;
  };

/** Section 5, per asset: what an operator's delegators of one asset share. */
export type PoolLine = PotKey & {
  readonly operator: Address;
  readonly asset: Address;
  readonly weightSeconds: bigint;
  readonly shared: bigint;
  readonly shareSeconds: bigint;
  readonly paid: bigint;
};

/** Section 5, per delegator. */
export type DelegatorLine = PotKey & {
  readonly operator: Address;
  readonly asset: Address;
  readonly delegator: Address;
  readonly shareSeconds: bigint;
  readonly amount: bigint;
};

/** Section 5: SS(d,o,a) of everybody in a pool, ascending by delegator; only positive ones. */
export type Holding = {
  readonly operator: Address;
  readonly asset: Address;
  readonly shareSeconds: bigint;
  readonly delegators: readonly Address[];
  /** Share-seconds, in the order of `delegators`. */
  readonly seconds: readonly bigint[];
  /** sha256 of the intervals that this follows from. */
  readonly digest: Hex | null;
};

/** Every line of an epoch's calculation, each list in ascending order of its key. */
export type EpochResult = {
  readonly epoch: bigint;
  readonly start: bigint;
  readonly end: bigint;
  readonly pots: readonly SettledPot[];
  readonly operators: readonly OperatorLine[];
  readonly pools: readonly PoolLine[];
  readonly holdings: readonly Holding[];
  readonly delegators: readonly DelegatorLine[];
  /** Only positive ones. */
  readonly leaves: readonly EarnedLeaf[];
  /** Sum of all leaves, over all tokens. */
  readonly total: bigint;
};
