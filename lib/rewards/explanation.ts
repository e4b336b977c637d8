import type { Address } from "viem";

/** What is stored and indexed of one earner's reward in one network and epoch. Amounts are exact integers. */
export type RewardFacts = {
  readonly epoch: bigint;
  readonly network: Address;
  readonly earner: Address;
  /** Of the network, a row per token. */
  readonly pots: readonly PotFacts[];
  /** The earner's own line, if it is an operator here, and those of the operators with whom it has or had stake. */
  readonly operators: readonly OperatorFacts[];
  readonly pools: readonly PoolFacts[];
  /** The earner's lines. */
  readonly delegations: readonly DelegationFacts[];
  /** Inside the epoch: what was multiplied by how many seconds. */
  readonly intervals: readonly Interval[];
  /** Operators with whom the earner had shares before the epoch, and none in it. */
  readonly left: readonly Address[];
};

export type PotFacts = {
  readonly token: Address;
  readonly scheduled: bigint;
  readonly fees: bigint;
  readonly forfeited: bigint;
  readonly carryIn: bigint;
  readonly pot: bigint;
  /** Sum of the scores of all operators. */
  readonly scores: bigint;
};

export type OperatorFacts = {
  readonly token: Address;
  readonly operator: Address;
  readonly weightSeconds: bigint;
  readonly assigned: bigint;
  readonly signed: bigint;
  readonly performanceBps: number;
  readonly slashed: boolean;
  readonly score: bigint;
  readonly gross: bigint;
  readonly commissionBps: number;
  readonly commission: bigint;
  readonly shared: bigint;
};

export type PoolFacts = {
  readonly token: Address;
  readonly operator: Address;
  readonly asset: Address;
  readonly weightSeconds: bigint;
  readonly shared: bigint;
  readonly shareSeconds: bigint;
};

export type DelegationFacts = {
  readonly token: Address;
  readonly operator: Address;
  readonly asset: Address;
  readonly shareSeconds: bigint;
  readonly amount: bigint;
};

/** A time inside the epoch in which a weight, or the earner's shares, stayed the same: `[from, until)` in seconds. */
export type Interval = {
  readonly kind: "WEIGHT" | "SHARES";
  readonly operator: Address;
  readonly asset: Address;
  readonly from: bigint;
  readonly until: bigint;
  readonly value: bigint;
};

/** Why there is nothing; the nearer to being paid, the further down. */
export const zeroReasons = [
  "NO_POT",
  "NO_STAKE",
  "WITHDRAWN",
  "NO_WEIGHT",
  "OPERATOR_SLASHED",
  "MISSED_TASKS",
  "NO_COMMISSION",
  "FULL_COMMISSION",
  "DUST",
] as const;
export type ZeroReason = (typeof zeroReasons)[number];

/** One step of the calculation; sections are those of the reward rules. */
export type Step = {
  readonly section: 2 | 3 | 4 | 5;
  /** What it yields, in words. */
  readonly title: string;
  /** Whose; null for what is of the whole network. */
  readonly operator: Address | null;
  readonly asset: Address | null;
  /** As the rules write it. */
  readonly formula: string;
  /** The same with its numbers. */
  readonly calculation: string;
  readonly value: bigint;
  /** What rounding down left: the exact value is `value + remainder / divisor`. Null where nothing is divided. */
  readonly rounding: { readonly remainder: bigint; readonly divisor: bigint } | null;
};

export type TokenExplanation = {
  readonly token: Address;
  /** What the earner earned in this token, as commission and as a delegator. */
  readonly amount: bigint;
  readonly reason: ZeroReason | null;
  /** The outcome in one sentence. */
  readonly summary: string;
  readonly steps: readonly Step[];
};

export type Explanation = Pick<RewardFacts, "epoch" | "network" | "earner" | "intervals"> & {
  /** Why nothing was earned in any token; null when something was. */
  readonly reason: ZeroReason | null;
  readonly tokens: readonly TokenExplanation[];
};
