import { type Address, keccak256, toBytes, zeroHash } from "viem";
import type { Database } from "../../../lib/database/createDatabase.ts";
import { seededRandom } from "../../../test/support/seededRandom.ts";
import { addParameters } from "./fillEpoch.ts";

export type RandomStake = {
  readonly networks: readonly Address[];
  readonly asset: Address;
  /** The steps lie in the `seconds` from here on, a timestamp. */
  readonly genesis: bigint;
  readonly seconds: number;
  readonly seed: number;
};

const origin = { created_block: 1n, created_at: 1n, created_tx: zeroHash };
const named = (name: string) => keccak256(toBytes(name)).slice(0, 42) as Address;

/** Operators of random commission. */
const operators = [1, 2, 3, 4].map((number) => named(`operator ${number}`));
/** Each delegates to one operator at least. */
const delegators = Array.from({ length: 24 }, (_, index) => named(`delegator ${index}`));

/**
 * Writes, as the indexer would, operators with weight in every network and their delegators. Every weight and every delegation is set
 * twice, at random times to random values, for the first time in the first third of them: that is history.
 */
export async function fillRandomStake(
  db: Database,
  { networks, asset, genesis, seconds, seed }: RandomStake,
): Promise<void> {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const amount = () => BigInt(below(2 ** 32)) * 10n ** 13n + BigInt(below(2 ** 32));
  const steps = () => {
    const first = below(Math.floor(seconds / 3));
    const [since, until] = [first, first + 1 + below(seconds - first - 1)].map((second) => ({
      block: BigInt(second),
      timestamp: genesis + BigInt(second),
    })) as [Moment, Moment];
    return {
      past: { since_block: since.block, since_timestamp: since.timestamp, ...endsAt(until) },
      now: { since_block: until.block, since_timestamp: until.timestamp },
    };
  };
  for (const network of networks) {
    await addParameters(db, network, 0n, 5_000);
    for (const operator of operators) {
      const [key, { past, now }] = [{ network, operator, asset }, steps()];
      await db
        .insertInto("indexer.operator_weight_history")
        .values({ ...key, weight: amount(), ...past })
        .execute();
      await db
        .insertInto("indexer.operator_weight")
        .values({ ...key, weight: amount(), ...now })
        .execute();
    }
  }
  for (const operator of operators)
    await db
      .insertInto("indexer.commission")
      .values({ operator, effective_epoch: 0n, commission_bps: below(5_000), ...origin })
      .execute();
  for (const [index, delegator] of delegators.entries())
    for (const [place, operator] of operators.entries()) {
      if (place !== index % operators.length && random() < 0.5) continue;
      const [key, { past, now }] = [{ delegator, operator, asset }, steps()];
      await db
        .insertInto("indexer.delegation_history")
        .values({ ...key, shares: amount(), ...past })
        .execute();
      await db
        .insertInto("indexer.delegation")
        .values({ ...key, shares: amount(), ...now, ...origin })
        .execute();
    }
}

type Moment = { readonly block: bigint; readonly timestamp: bigint };

const endsAt = ({ block, timestamp }: Moment) => ({ until_block: block, until_timestamp: timestamp });
