import { zeroAddress } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { bucketOf } from "../../lib/rewards/totalQueries.ts";
import { createIndexerTables } from "../../test/support/createIndexerTables.ts";
import { insertParticipation } from "../../test/support/insertParticipation.ts";
import { fillEvents } from "./fillEvents.ts";
import { fillSlashing } from "./fillSlashing.ts";
import { blsKeyOf, hashOf } from "./identities.ts";
import * as world from "./world.ts";

const { assets, delegators, networks, operators, origin, since, token, unit } = world;

/** Makes both schemas in an empty database and fills them with the small world. */
export async function fillDatabase(db: Database): Promise<void> {
  await migrate(db);
  await createIndexerTables(db);
  await setPosition(db, world.indexed, world.finalised);
  await fillRegistries(db);
  await fillStake(db);
  await fillTasks(db);
  await fillSlashing(db);
  await fillEvents(db);
  await fillRewards(db);
}

type Block = { readonly number: bigint; readonly timestamp: bigint };

const checkpointOf = ({ number, timestamp }: Block) =>
  `${timestamp.toString().padStart(10, "0")}${"31337".padStart(16, "0")}${number.toString().padStart(16, "0")}`.padEnd(
    75,
    "9",
  );

/** Moves the indexer to a block. */
export async function setPosition(db: Database, indexed: Block, finalised: Block): Promise<void> {
  await db.deleteFrom("indexer._ponder_checkpoint").execute();
  await db
    .insertInto("indexer._ponder_checkpoint")
    .values({
      chain_name: "nektar",
      chain_id: 31337n,
      latest_checkpoint: checkpointOf(indexed),
      safe_checkpoint: checkpointOf(indexed),
      finalized_checkpoint: checkpointOf(finalised),
    })
    .execute();
}

async function fillRegistries(db: Database): Promise<void> {
  await db
    .insertInto("indexer.asset")
    .values([
      { address: assets[0], symbol: "ONE", decimals: 18, staked: 0n, ...origin(2n) },
      { address: assets[1], symbol: "TWO", decimals: 6, staked: 0n, ...origin(3n) },
    ])
    .execute();
  for (const [index, address] of operators.entries()) {
    const from = origin(10n + BigInt(index));
    const metadata_uri = `https://operators.example/${index + 1}.json`;
    await db
      .insertInto("indexer.operator")
      .values({ address, payout: address, bls_key: blsKeyOf(address), metadata_uri, ...from, ...since(from) })
      .execute();
    await db
      .insertInto("indexer.commission")
      .values({ operator: address, effective_epoch: 0n, commission_bps: 500, ...from })
      .execute();
  }
  const later = { operator: operators[0], effective_epoch: 7n, commission_bps: 900, ...origin(550n) };
  await db.insertInto("indexer.commission").values(later).execute();
  for (const [index, address] of networks.entries()) {
    const from = origin(5n + BigInt(index));
    const members = index === 0 ? operators.slice(0, 3) : operators.slice(3);
    await db
      .insertInto("indexer.network")
      .values({
        address,
        owner: world.delegators[0],
        metadata_uri: `https://networks.example/${index + 1}.json`,
        status: "WHITELISTED",
        total_weight: members.reduce((sum, operator) => sum + world.weightOf(operator), 0n),
        operators: [...members],
        ...from,
        ...since(from),
      })
      .execute();
    const parameters = {
      network: address,
      ...{ minimum_weight: unit, minimum_operators: 2, quorum_bps: 6_600 },
      ...{ response_window: 600n, challenge_window: 100n, resolution_window: 200n },
      ...{ fee_token: token, base_fee: 10n * unit, fee_per_byte: 1n },
      ...{ bond_token: token, bond: 100n * unit },
      ...{ wrong_response_slash_bps: 1_000, equivocation_slash_bps: 5_000 },
      ...{ challenger_share_bps: 2_000, reporter_share_bps: 1_000 },
      ...(index === 0
        ? { slash_sink: "REWARD_POT" as const, slash_recipient: zeroAddress }
        : { slash_sink: "RECIPIENT" as const, slash_recipient: world.delegators[1] }),
      ...from,
    };
    await db
      .insertInto("indexer.network_parameters")
      .values([
        { ...parameters, effective_epoch: 0n, performance_bps: 5_000 },
        { ...parameters, effective_epoch: 6n, performance_bps: 8_000 },
      ])
      .execute();
    await db
      .insertInto("indexer.network_asset")
      .values({ network: address, asset: assets[0], multiplier: unit, ...from, ...since(from) })
      .execute();
    await db
      .insertInto("indexer.network_operator")
      .values(members.map((operator) => world.membershipRow(address, operator)))
      .execute();
    await db
      .insertInto("indexer.operator_weight")
      .values(
        members.map((operator) => ({
          network: address,
          operator,
          asset: assets[0],
          weight: world.weightOf(operator),
          ...since(from),
        })),
      )
      .execute();
  }
}

async function fillStake(db: Database): Promise<void> {
  for (const [index, operator] of operators.entries()) {
    const total = world.weightOf(operator);
    const from = origin(15n + BigInt(index));
    await db
      .insertInto("indexer.pool")
      .values({
        operator,
        asset: assets[0],
        total_assets: total,
        total_shares: total,
        queued_shares: unit,
        ...from,
        ...since(from),
      })
      .execute();
    await db
      .insertInto("indexer.delegation")
      .values(
        delegators.map((delegator) => ({
          delegator,
          operator,
          asset: assets[0],
          shares: total / 2n,
          ...from,
          ...since(from),
        })),
      )
      .execute();
  }
  const queued = {
    delegator: delegators[0],
    operator: operators[0],
    asset: assets[0],
    shares: unit,
    unlock_at: world.genesis + 9_000n,
  };
  await db
    .insertInto("indexer.withdrawal")
    .values([
      {
        ...queued,
        id: hashOf("withdrawal one"),
        assets_paid: unit,
        assets_lost_to_slashing: 0n,
        completed_at: world.genesis + 5_000n,
        completed_tx: hashOf("transaction 500"),
        ...origin(300n),
      },
      {
        ...queued,
        id: hashOf("withdrawal two"),
        assets_paid: null,
        assets_lost_to_slashing: null,
        completed_at: null,
        completed_tx: null,
        ...origin(400n),
      },
    ])
    .execute();
}

async function fillTasks(db: Database): Promise<void> {
  const tasks = Array.from({ length: world.taskCount }, (_, number) => world.taskRow(number));
  await db.insertInto("indexer.task").values(tasks).execute();
  await insertParticipation(db, tasks.flatMap(world.participationRows));
}

/** Epochs 0 and 1 can be claimed against, 2 is submitted, 3 calculated. */
async function fillRewards(db: Database): Promise<void> {
  const activation = [world.genesis + 1_500n, world.genesis + 2_500n, world.indexed.timestamp + 100n];
  for (const epoch of [0n, 1n, 2n, 3n]) {
    const activatesAt = activation[Number(epoch)];
    await db
      .insertInto("nektar.reward_epoch")
      .values({
        epoch,
        state: activatesAt === undefined ? "calculated" : "submitted",
        rule_version: 1,
        snapshot_block: 410n,
        root: world.rootOf(epoch),
        bundle_hash: hashOf(`bundle ${epoch}`),
        total: 3n * unit * (epoch + 1n),
        leaf_count: 2,
      })
      .execute();
    for (const { earner, cumulative } of world.leavesOf(epoch))
      await db
        .insertInto("nektar.reward_total")
        .values({
          ...{ bucket: bucketOf(earner), token, epoch, earners: earner, totals: `${cumulative}` },
          ...{ earned: `${cumulative / (epoch + 1n)}`, leaves: 1 },
        })
        .execute();
    await db
      .insertInto("nektar.reward_pot")
      .values({ ...potOf(epoch), paid: 3n * unit, carry_out: unit, pot: 4n * unit })
      .execute();
    await db.insertInto("nektar.reward_operator").values(operatorRewards(epoch)).execute();
    if (activatesAt === undefined) continue;
    const root = world.rootRow(epoch, activatesAt);
    await db.insertInto("indexer.reward_root").values(root).execute();
    await db.insertInto("indexer.epoch_root").values({ epoch, root_id: root.id }).execute();
  }
  await db.insertInto("indexer.claimed").values({ earner: delegators[0], token, cumulative: unit }).execute();
}

const potOf = (epoch: bigint) => ({
  epoch,
  network: networks[0],
  token,
  scheduled: 2n * unit,
  fees: unit,
  forfeited: 0n,
  carry_in: unit,
});

const operatorRewards = (epoch: bigint) =>
  operators.slice(0, 3).map((operator) => ({
    epoch,
    network: networks[0],
    token,
    operator,
    weight_seconds: world.weightOf(operator) * 1_000n,
    assigned: 5n,
    signed: 5n,
    performance_bps: 5_000,
    slashed: false,
    score: world.weightOf(operator) * 1_000n,
    gross: unit,
    commission_bps: 500,
    commission: unit / 20n,
    shared: unit - unit / 20n,
  }));
