import type { Address } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { createIndexerTables } from "../../test/support/createIndexerTables.ts";
import { setPosition } from "./fillDatabase.ts";
import { randomOf } from "./hostileQueries.ts";
import { addressOf } from "./identities.ts";
import { genesis, origin } from "./world.ts";

type Row = Record<string, unknown>;
type Version = { state: Row; since: bigint; until: bigint | null };
type Kept = { readonly table: string; readonly key: Row; readonly fixed: Row; readonly versions: Version[] };

export const lastBlock = 30n;
export const timeOf = (block: bigint): bigint => genesis + block * 10n;

const networks = [addressOf("network one"), addressOf("network two")];
const operators = [addressOf("operator one"), addressOf("operator two")];
const assets = [addressOf("asset one"), addressOf("asset two")];
const statuses = ["PENDING", "WHITELISTED", "SUSPENDED"];
const groups = ["TASKS", "CLAIMS", "DEPOSITS"];

/**
 * A random history of networks, their assets, members and weights, allocations and pauses: the rows that the indexer would
 * have, and what was so after each block, which is told from states alone, never from versions.
 */
export class PastNetworks {
  readonly #kept = new Map<string, Kept>();
  /** What is so, by table and key. */
  readonly #now = new Map<string, { readonly table: string; readonly row: Row }>();
  readonly #random: () => number;
  readonly snapshots = new Map<bigint, readonly string[]>();

  constructor(seed: number) {
    this.#random = randomOf(seed);
    for (let block = 2n; block <= lastBlock; block++) {
      for (let step = this.#below(5); step >= 0; step--) this.#put(block, ...this.#change(block));
      this.snapshots.set(block, this.#tell(timeOf(block)));
    }
  }

  /** Writes all rows into an empty database. */
  async write(db: Database): Promise<void> {
    await migrate(db);
    await createIndexerTables(db);
    const end = { number: lastBlock, timestamp: timeOf(lastBlock) };
    await setPosition(db, end, end);
    for (const { table, key, fixed, versions } of this.#kept.values())
      for (const { state, since, until } of versions) {
        const range = { since_block: since, since_timestamp: timeOf(since) };
        const row =
          until === null
            ? { ...key, ...fixed, ...state, ...range }
            : { ...key, ...state, ...range, until_block: until, until_timestamp: timeOf(until) };
        const name = `indexer.${table}${until === null ? "" : "_history"}` as "indexer.network";
        await db
          .insertInto(name)
          .values(row as never)
          .execute();
      }
  }

  /** A random change: of which table and row, what it is then, and what it is first written with. */
  #change(block: bigint): readonly [table: string, key: Row, state: Row, fixed: Row] {
    const [network, operator, asset] = [networks, operators, assets].map((all) => this.#pick(all));
    const amount = BigInt(this.#below(5)) * 10n ** 18n;
    const member = { network, operator };
    const from = origin(block);
    switch (this.#below(6)) {
      case 0: {
        const state = {
          owner: this.#pick(operators),
          metadata_uri: `of ${block}`,
          status: this.#pick(statuses),
        };
        const fixed = { operators: [], ...from };
        return ["network", { address: network }, { ...state, total_weight: amount }, fixed];
      }
      case 1: {
        const slashable_until = this.#below(2) === 0 ? null : timeOf(block) + 5n;
        const state = { opted_in: slashable_until === null, slashable_until, weight: amount };
        const counts = { weight_block: 0n, weight_before: 0n, assigned_tasks: 0n, signed_tasks: 0n };
        return ["network_operator", member, state, { ...counts, ...from }];
      }
      case 2:
        return ["network_asset", { network, asset }, { multiplier: amount }, from];
      case 3:
        return ["operator_weight", { ...member, asset }, { weight: amount }, {}];
      case 4: {
        const next_magnitude = BigInt(this.#below(3));
        const effective_at = timeOf(block) + BigInt(this.#below(60));
        const state = { magnitude: BigInt(this.#below(3)), next_magnitude, effective_at };
        return ["allocation", { ...member, asset }, state, from];
      }
      default: {
        const state = { paused: this.#below(2) === 0, account: this.#pick(operators), ...from };
        return ["pause", { group: this.#pick(groups) }, state, {}];
      }
    }
  }

  /** Of several changes in one block the last counts; what a row was first written with stays. */
  #put(block: bigint, table: string, key: Row, state: Row, fixed: Row): void {
    const name = `${table} ${JSON.stringify(key)}`;
    const kept = this.#kept.get(name) ?? { table, key, fixed, versions: [] };
    this.#kept.set(name, kept);
    this.#now.set(name, { table, row: { ...key, ...state } });
    const last = kept.versions.at(-1);
    if (last?.since === block) last.state = state;
    else {
      if (last) last.until = block;
      kept.versions.push({ state, since: block, until: null });
    }
  }

  /** In the words of the test's query: a line for each thing below a network that is there, and for each pause. */
  #tell(time: bigint): string[] {
    const rows = (table: string) =>
      [...this.#now.values()].filter((one) => one.table === table).map(({ row }) => row);
    const there = new Set(rows("network").map(({ address }) => address));
    const below = (table: string) => rows(table).filter(({ network }) => there.has(network as Address));
    const lines: unknown[][] = [];
    for (const { address, owner, metadata_uri, status, total_weight } of rows("network"))
      lines.push(["network", address, owner, metadata_uri, status, total_weight]);
    for (const { network, asset, multiplier } of below("network_asset"))
      if (multiplier !== 0n) lines.push(["asset", network, asset, multiplier]);
    const members = below("network_operator");
    for (const { network, operator, opted_in, weight, slashable_until: until } of members)
      lines.push([
        "member",
        network,
        operator,
        opted_in,
        weight,
        until === null ? null : isoOf(until as bigint),
      ]);
    for (const { network, operator, asset, weight } of below("operator_weight"))
      if (members.some((one) => one.network === network && one.operator === operator))
        lines.push(["weight", network, operator, asset, weight]);
    for (const row of below("allocation")) {
      const waits = (row.effective_at as bigint) > time;
      const [old, next] = [row.magnitude as bigint, row.next_magnitude as bigint];
      const counts = waits ? old : next;
      if (counts > 0n || next > 0n)
        lines.push(["allocation", row.network, row.operator, row.asset, counts, waits ? next : null]);
    }
    const pauses = new Map(rows("pause").map(({ group, paused }) => [group, paused]));
    for (const group of groups) lines.push(["pause", group, pauses.get(group) ?? false]);
    return lines.map((line) => line.map(String).join(" ").toLowerCase()).sort();
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[this.#below(items.length)] as Item;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }
}

export const isoOf = (seconds: bigint): string =>
  new Date(Number(seconds) * 1000).toISOString().replace(".000", "");
