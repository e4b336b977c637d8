import { parseEther } from "viem";

/**
 * Stake by delegator (rows) and operator (columns), in whole tokens. Operators have 400, 350 and 250 thousand: different
 * sizes, yet without any one of them the other two still reach a quorum of 60 %.
 */
const stakeInTokens = [
  [180_000, 50_000, 40_000],
  [120_000, 150_000, 0],
  [100_000, 60_000, 110_000],
  [0, 90_000, 100_000],
] as const;

export const stakes: readonly (readonly bigint[])[] = stakeInTokens.map((row) =>
  row.map((tokens) => parseEther(String(tokens))),
);

/** The deceived delegator's stake with each dishonest operator. */
export const deceivedStake = parseEther("50000");

/** The same delegator's stake with each faulty operator: without both the honest ones still reach the quorum. */
export const faultyStake = parseEther("50000");

/** What the challenger gets for bonds whenever it has less than a tenth. */
export const bondMoney = parseEther("10000");

/** What a delegator keeps for small delegations later. */
export const pocketMoney = parseEther("10000");

/** What the task creator gets for fees whenever it has less than a tenth. */
export const feeMoney = parseEther("1000000");

/** Paid to the demonstration network's operators and delegators in each epoch. */
export const rewardPerEpoch = parseEther("1000");
/** Epochs funded at once: 69 days of one minute each. */
export const epochsFunded = 100_000n;
/** Fewer funded epochs ahead than this, and the next start funds again. */
export const fewestEpochsAhead = 10_000n;

/** Ether for gas that every account should have. */
export const gasMoney = parseEther("10");
