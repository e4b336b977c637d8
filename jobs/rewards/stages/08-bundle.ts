import { createHash } from "node:crypto";
import type { Address, Hex } from "viem";
import { type Canonical, canonicalJson } from "../canonicalJson.ts";
import type { DelegatorLine, EpochResult, OperatorLine, PoolLine, SettledPot } from "../types.ts";

/** What a bundle says besides the calculation's lines. Facts of the chain alone, so that everyone gets the same bytes. */
export type BundleFacts = {
  readonly ruleVersion: number;
  readonly chainId: number;
  readonly rewardsCoordinator: Address;
  /** First and last block with a timestamp in the epoch; null when it has none. */
  readonly blocks: { readonly first: bigint; readonly last: bigint } | null;
  readonly root: Hex;
};

export type Bundle = { readonly text: string; readonly hash: Hex };

/** Section 7: the epoch's whole calculation as canonical JSON, and its sha256, which goes on chain beside the root. */
export function makeBundle(facts: BundleFacts, result: EpochResult): Bundle {
  const text = canonicalJson({
    ruleVersion: BigInt(facts.ruleVersion),
    chainId: BigInt(facts.chainId),
    rewardsCoordinator: facts.rewardsCoordinator,
    epoch: result.epoch,
    start: result.start,
    end: result.end,
    blocks: facts.blocks,
    pots: result.pots.map(potEntry),
    operators: result.operators.map(operatorEntry),
    pools: result.pools.map(poolEntry),
    delegators: result.delegators.map(delegatorEntry),
    leaves: result.leaves.map(({ earner, token, cumulative }) => ({ earner, token, cumulative })),
    total: result.total,
    root: facts.root,
  });
  return { text, hash: `0x${createHash("sha256").update(text).digest("hex")}` };
}

// Each entry names its fields, so that a field added to a type never changes a hash unseen.

function potEntry(row: SettledPot): Canonical {
  const { network, token, scheduled, fees, forfeited, carryIn, pot, paid, carryOut } = row;
  return { network, token, scheduled, fees, forfeited, carryIn, pot, paid, carryOut };
}

function operatorEntry(row: OperatorLine): Canonical {
  const { network, token, operator, weightSeconds, assigned, signed, slashed, score } = row;
  const { gross, commission, shared } = row;
  const performanceBps = BigInt(row.performanceBps);
  const commissionBps = BigInt(row.commissionBps);
  const inputs = { weightSeconds, assigned, signed, performanceBps, slashed, score };
  return { network, token, operator, ...inputs, gross, commissionBps, commission, shared };
}

function poolEntry(row: PoolLine): Canonical {
  const { network, token, operator, asset, weightSeconds, shared, shareSeconds, paid } = row;
  return { network, token, operator, asset, weightSeconds, shared, shareSeconds, paid };
}

function delegatorEntry(row: DelegatorLine): Canonical {
  const { network, token, operator, asset, delegator, shareSeconds, amount } = row;
  return { network, token, operator, asset, delegator, shareSeconds, amount };
}
