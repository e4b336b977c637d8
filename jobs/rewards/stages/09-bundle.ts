import type { Address, Hex } from "viem";
import { type Canonical, canonicalJson } from "../../../lib/json/canonicalJson.ts";
import type { EarnedLeaf } from "../../../lib/rewards/leaves.ts";
import type { BlockRange } from "../findBlocks.ts";
import type { InputDigests } from "../inputDigests.ts";
import type { Holding, OperatorLine, PoolLine, SettledPot } from "../types.ts";

/** What a bundle says besides the calculation's lines. But for the program's version, facts of the chain alone. */
export type BundleFacts = {
  readonly ruleVersion: number;
  readonly code: string;
  readonly chainId: number;
  readonly rewardsCoordinator: Address;
  readonly epoch: bigint;
  readonly start: bigint;
  readonly end: bigint;
  /** First and last block with a timestamp in the epoch; null when it has none. */
  readonly blocks: BlockRange | null;
  readonly inputs: InputDigests;
  readonly root: Hex;
  /** Sum of all leaves. */
  readonly total: bigint;
};

/** An epoch's lines, each list ascending by its key; the long ones in batches. */
export type BundleLines = {
  readonly pots: Batches<SettledPot>;
  readonly operators: Batches<Omit<OperatorLine, "assets">>;
  readonly pools: Batches<PoolLine>;
  readonly holdings: Batches<Holding>;
  readonly leaves: Batches<EarnedLeaf>;
};
type Batches<Row> = Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>;

/** An epoch's whole calculation as canonical JSON, in pieces: whatever its size, memory holds one batch of lines. */
export async function* writeBundle(facts: BundleFacts, lines: BundleLines): AsyncGenerator<string> {
  const { blocks, chainId, code, end, epoch, inputs } = facts;
  yield openObject({ blocks, chainId: BigInt(chainId), code, end, epoch });
  yield* list("holdings", lines.holdings, holdingText);
  yield `,"inputs":${canonicalJson(inputs)}`;
  yield* list("leaves", lines.leaves, leafText);
  yield* list("operators", lines.operators, (row) => canonicalJson(operatorEntry(row)));
  yield* list("pools", lines.pools, (row) => canonicalJson(poolEntry(row)));
  yield* list("pots", lines.pots, (row) => canonicalJson(potEntry(row)));
  const { rewardsCoordinator, root, ruleVersion, start, total } = facts;
  const rest = canonicalJson({
    rewardsCoordinator,
    root,
    ruleVersion: BigInt(ruleVersion),
    start,
    total,
  });
  yield `,${rest.slice(1)}`;
}

/** An object's text without its closing brace. */
function openObject(value: { readonly [key: string]: Canonical }): string {
  return canonicalJson(value).slice(0, -1);
}

async function* list<Row>(
  name: string,
  batches: Batches<Row>,
  textOf: (row: Row) => string,
): AsyncGenerator<string> {
  yield `,"${name}":[`;
  let separator = "";
  for await (const rows of batches) {
    if (rows.length === 0) continue;
    yield separator + rows.map(textOf).join(",");
    separator = ",";
  }
  yield "]";
}

// Each entry names its fields, so that a field added to a type never changes a hash unseen. The two long lists are written by hand: there are
// millions of them, of nothing but addresses and integers.

function holdingText({ asset, delegators, digest, operator, seconds, shareSeconds }: Holding): string {
  const parts = delegators.map((delegator, index) => `"${delegator}":"${seconds[index]}"`).join(",");
  const last = `"digest":${canonicalJson(digest)},"operator":"${operator}","shareSeconds":"${shareSeconds}"`;
  return `{"asset":"${asset}","delegators":{${parts}},${last}}`;
}

function leafText({ cumulative, earned, earner, token }: EarnedLeaf): string {
  return `{"cumulative":"${cumulative}","earned":"${earned}","earner":"${earner}","token":"${token}"}`;
}

function potEntry(row: SettledPot): Canonical {
  const { network, token, scheduled, fees, forfeited, carryIn, pot, paid, carryOut } = row;
  return { network, token, scheduled, fees, forfeited, carryIn, pot, paid, carryOut };
}

function operatorEntry(row: Omit<OperatorLine, "assets">): Canonical {
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
