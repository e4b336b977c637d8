import type { Address, Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { createIndexerTables } from "../../test/support/createIndexerTables.ts";
import { insertParticipation } from "../../test/support/insertParticipation.ts";
import { setPosition } from "./fillDatabase.ts";
import { addressOf, blsKeyOf, hashOf } from "./identities.ts";
import { genesis, origin, unit } from "./world.ts";

export const lastBlock = 40n;
const asset = addressOf("asset one");
const network = addressOf("network one");
const delegators = [addressOf("delegator one"), addressOf("delegator two")] as const;
const names = ["operator one", "operator two", "operator three"];

type State = Record<string, unknown>;
type Version = { key: State; state: State; since: bigint; until: bigint | null };
/** A task as it is told of: what the rows must say at each block. */
type Task = { id: Hex; block: bigint; status: string; signed: boolean | null; challenge: string | null };

/** What a replay knows after a block, in the words of `pastQuery`. */
export type Snapshot = Record<string, unknown>;

/** A random history: its rows, and what was so after each block, by a replay that knows nothing of the rows. */
export class PastWorld {
  readonly snapshots = new Map<bigint, Snapshot>();
  private readonly versions = new Map<string, Version[]>();
  private readonly operators: { address: Address; block: bigint; payout: Address; metadataUri: string }[] =
    [];
  private readonly pools = new Map<
    Address,
    { totalAssets: bigint; totalShares: bigint; queuedShares: bigint }
  >();
  private readonly shares = new Map<
    string,
    { operator: Address; delegator: Address; shares: bigint; block: bigint }
  >();
  private readonly withdrawals: {
    id: Hex;
    operator: Address;
    shares: bigint;
    block: bigint;
    done: bigint | null;
  }[] = [];
  private readonly tasks: Task[] = [];
  private readonly taskRows = new Map<Hex, State>();
  private readonly challengeRows = new Map<Hex, State>();
  private seed: number;

  constructor(seed: number) {
    this.seed = seed;
    for (let block = 2n; block <= lastBlock; block++) {
      for (let step = this.below(4); step >= 0; step--) this.happen(block);
      this.snapshots.set(block, this.snapshot());
    }
  }

  /** Writes all rows into an empty database. */
  async write(db: Database): Promise<void> {
    await migrate(db);
    await createIndexerTables(db);
    const end = { number: lastBlock, timestamp: timeOf(lastBlock) };
    await setPosition(db, end, end);
    const row = { address: asset, symbol: "ONE", decimals: 18, staked: 0n, ...origin(1n) };
    await db.insertInto("indexer.asset").values(row).execute();
    for (const [name, versions] of this.versions)
      await this.writeVersions(db, name.split(" ")[0] as string, versions);
    for (const { id, operator, shares, block, done } of this.withdrawals)
      await db
        .insertInto("indexer.withdrawal")
        .values({
          ...{ id, operator, asset, delegator: delegators[0], shares, unlock_at: 0n, ...origin(block) },
          ...(done === null
            ? {}
            : {
                assets_paid: shares,
                assets_lost_to_slashing: 0n,
                completed_block: done,
                completed_at: timeOf(done),
              }),
        })
        .execute();
    for (const task of this.taskRows.values())
      await db
        .insertInto("indexer.task")
        .values(task as never)
        .execute();
    for (const { id, signed } of this.tasks)
      await insertParticipation(
        db,
        this.operators
          .slice(0, 1)
          .map(({ address: operator }) => ({ task_id: id, operator, network, weight: 1n, signed })),
      );
  }

  private async writeVersions(db: Database, table: string, versions: readonly Version[]): Promise<void> {
    const range = ({ since, until }: Version) => ({
      since_block: since,
      since_timestamp: timeOf(since),
      ...(until === null ? {} : { until_block: until, until_timestamp: timeOf(until) }),
    });
    for (const version of versions) {
      const { key, state, until } = version;
      const { fixed = {}, ...columns } = key as { fixed?: State };
      const name = `indexer.${table}${until === null ? "" : "_history"}` as "indexer.operator";
      const row = { ...columns, ...(until === null ? fixed : {}), ...state, ...range(version) };
      await db
        .insertInto(name)
        .values(row as never)
        .execute();
    }
  }

  /** A row of a versioned table is so from a block on; of several changes in one block the last counts. */
  private put(table: string, key: State, state: State, block: bigint): void {
    const { fixed: _fixed, ...own } = key as { fixed?: State };
    const name = `${table} ${JSON.stringify(own)}`;
    const versions = this.versions.get(name) ?? [];
    this.versions.set(name, versions);
    const last = versions.at(-1);
    if (last?.since === block) last.state = state;
    else {
      if (last) last.until = block;
      versions.push({ key, state, since: block, until: null });
    }
  }

  private happen(block: bigint): void {
    const kinds = [this.register, this.rename, this.deposit, this.slash, this.queue, this.complete];
    const steps = [this.createTask, this.respond, this.challenge, this.decide, this.close];
    const all = [...kinds, ...steps];
    (all[this.below(all.length)] as (block: bigint) => void).call(this, block);
  }

  private register(block: bigint): void {
    const name = names[this.operators.length];
    if (name === undefined) return;
    const operator = { address: addressOf(name), block, payout: addressOf(name), metadataUri: `of ${block}` };
    this.operators.push(operator);
    this.putOperator(operator, block);
  }

  private rename(block: bigint): void {
    const operator = this.pick(this.operators);
    if (operator === undefined) return;
    operator.metadataUri = `of ${block} "${this.below(9)}"`;
    this.putOperator(operator, block);
  }

  private putOperator(operator: (typeof this.operators)[number], block: bigint): void {
    const { address, payout, metadataUri: metadata_uri } = operator;
    const fixed = { bls_key: blsKeyOf(address), ...origin(operator.block) };
    this.put("operator", { address, fixed }, { payout, metadata_uri }, block);
  }

  private deposit(block: bigint): void {
    const operator = this.pick(this.operators)?.address;
    const delegator = delegators[this.below(2)] as Address;
    if (operator === undefined) return;
    const amount = BigInt(1 + this.below(9)) * unit;
    const pool = this.pools.get(operator) ?? { totalAssets: 0n, totalShares: 0n, queuedShares: 0n };
    this.setPool(
      operator,
      { ...pool, totalAssets: pool.totalAssets + amount, totalShares: pool.totalShares + amount },
      block,
    );
    const key = `${delegator} ${operator}`;
    const held = this.shares.get(key) ?? { operator, delegator, shares: 0n, block };
    this.setShares(key, { ...held, shares: held.shares + amount }, block);
  }

  private slash(block: bigint): void {
    const operator = this.pick([...this.pools.keys()]);
    const pool = operator && this.pools.get(operator);
    if (pool)
      this.setPool(operator, { ...pool, totalAssets: pool.totalAssets - pool.totalAssets / 7n }, block);
  }

  private queue(block: bigint): void {
    const key = this.pick([...this.shares.keys()].filter((candidate) => candidate.startsWith(delegators[0])));
    const held = key && this.shares.get(key);
    if (!held || held.shares === 0n) return;
    const shares = this.below(2) === 0 ? held.shares : held.shares / 2n;
    const pool = this.pools.get(held.operator);
    if (pool) this.setPool(held.operator, { ...pool, queuedShares: pool.queuedShares + shares }, block);
    this.setShares(key, { ...held, shares: held.shares - shares }, block);
    const id = hashOf(`withdrawal ${this.withdrawals.length}`);
    this.withdrawals.push({ id, operator: held.operator, shares, block, done: null });
  }

  private complete(block: bigint): void {
    const withdrawal = this.pick(this.withdrawals.filter(({ done }) => done === null));
    if (withdrawal) withdrawal.done = block;
  }

  private setPool(
    operator: Address,
    pool: { totalAssets: bigint; totalShares: bigint; queuedShares: bigint },
    block: bigint,
  ) {
    this.pools.set(operator, pool);
    const { totalAssets: total_assets, totalShares: total_shares, queuedShares: queued_shares } = pool;
    this.put(
      "pool",
      { operator, asset, fixed: origin(this.first(`pool ${operator}`, block)) },
      { total_assets, total_shares, queued_shares },
      block,
    );
  }

  private setShares(
    key: string,
    held: { operator: Address; delegator: Address; shares: bigint; block: bigint },
    block: bigint,
  ) {
    this.shares.set(key, held);
    const { operator, delegator, shares } = held;
    this.put("delegation", { delegator, operator, asset, fixed: origin(held.block) }, { shares }, block);
  }

  private readonly firsts = new Map<string, bigint>();
  private first(name: string, block: bigint): bigint {
    const known = this.firsts.get(name) ?? block;
    this.firsts.set(name, known);
    return known;
  }

  private createTask(block: bigint): void {
    if (this.operators.length === 0 || this.tasks.length >= 12) return;
    const number = this.tasks.length;
    const id = hashOf(`task ${number}`);
    this.tasks.push({ id, block, status: "OPEN", signed: null, challenge: null });
    this.taskRows.set(id, {
      ...{
        id,
        network,
        creator: asset,
        payload: "0x12",
        reference_block: block - 1n,
        deadline: 0n,
        quorum_bps: 1,
      },
      ...{
        fee_token: asset,
        fee: 1n,
        created_log_index: number,
        total_weight: 1n,
        status: "OPEN",
        ...origin(block),
      },
    });
  }

  private step(
    status: string,
    next: string,
    block: bigint,
    columns: (task: Task) => State,
  ): Task | undefined {
    // A block later at the earliest, so that each step is one of its own.
    const task = this.pick(
      this.tasks.filter((candidate) => candidate.status === status && candidate.block < block),
    );
    if (task === undefined) return undefined;
    task.status = next;
    Object.assign(this.taskRows.get(task.id) ?? {}, { status: next, ...columns(task) });
    return task;
  }

  private respond(block: bigint): void {
    const task = this.step("OPEN", "RESPONDED", block, () => ({
      ...{
        response: "0x34",
        response_hash: hashOf("r"),
        signed_weight: 1n,
        aggregator: asset,
        challenge_deadline: 0n,
      },
      ...{
        responded_block: block,
        responded_at: timeOf(block),
        responded_tx: hashOf(`transaction ${block}`),
      },
    }));
    if (task) task.signed = this.below(2) === 0;
  }

  private challenge(block: bigint): void {
    const task = this.step("RESPONDED", "CHALLENGED", block, () => ({}));
    if (task === undefined || task.challenge !== null) {
      if (task) task.status = "RESPONDED";
      if (task) Object.assign(this.taskRows.get(task.id) ?? {}, { status: "RESPONDED" });
      return;
    }
    task.challenge = "PENDING";
    this.putChallenge(task.id, "PENDING", block, block);
    this.challengeRows.set(task.id, { block });
  }

  private decide(block: bigint): void {
    const upheld = this.below(2) === 0;
    const closed = {
      closed_block: block,
      closed_at: timeOf(block),
      closed_tx: hashOf(`transaction ${block}`),
    };
    const task = this.step("CHALLENGED", upheld ? "REJECTED" : "RESPONDED", block, () =>
      upheld ? closed : {},
    );
    if (task === undefined) return;
    task.challenge = upheld ? "UPHELD" : "FAILED";
    this.putChallenge(task.id, task.challenge, this.challengeRows.get(task.id)?.block as bigint, block);
  }

  private putChallenge(taskId: Hex, outcome: string, raised: bigint, block: bigint): void {
    const fixed = {
      ...{ task_id: taskId, network, challenger: asset, bond_token: asset, bond: 1n, resolve_by: 0n },
      ...origin(raised),
    };
    const resolved = outcome !== "PENDING";
    const state = {
      ...{
        outcome,
        bond_returned: resolved ? 1n : null,
        bond_held: 0n,
        resolved_block: resolved ? block : null,
      },
      ...{ resolved_at: resolved ? timeOf(block) : null, resolved_tx: resolved ? hashOf("d") : null },
    };
    this.put("challenge", { id: hashOf(`challenge of ${taskId}`), fixed }, state, block);
  }

  private close(block: bigint): void {
    const closed = {
      closed_block: block,
      closed_at: timeOf(block),
      closed_tx: hashOf(`transaction ${block}`),
    };
    if (this.below(2) === 0) this.step("OPEN", "EXPIRED", block, () => closed);
    else this.step("RESPONDED", "FINAL", block, () => closed);
  }

  private snapshot(): Snapshot {
    const worth = (operator: Address, shares: bigint) => {
      const pool = this.pools.get(operator);
      return pool ? ((shares * (pool.totalAssets + 1n)) / (pool.totalShares + 1n)).toString() : "none";
    };
    const held = [...this.shares.values()].filter(({ shares }) => shares > 0n);
    return structuredClone({
      operators: this.operators.map(({ address, metadataUri }) => {
        const pool = this.pools.get(address);
        const totals =
          pool && Object.fromEntries(Object.entries(pool).map(([name, value]) => [name, String(value)]));
        return { address, metadataUri, pools: totals ? [totals] : [] };
      }),
      delegations: held.map(({ operator, delegator, shares }) => ({
        ...{ operator, delegator, shares: String(shares), assets: worth(operator, shares) },
      })),
      withdrawals: this.withdrawals.map(({ id, operator, shares, done }) => ({
        ...{ withdrawalId: id, status: done === null ? "QUEUED" : "COMPLETED" },
        ...{
          assets: done === null ? worth(operator, shares) : null,
          assetsPaid: done === null ? null : String(shares),
        },
      })),
      tasks: this.tasks.map(({ id, status, signed, challenge }) => ({
        ...{ taskId: id, status, signed, challenges: challenge === null ? [] : [challenge] },
      })),
    });
  }

  private pick<Item>(items: readonly Item[]): Item | undefined {
    return items[this.below(Math.max(items.length, 1))];
  }

  private below(limit: number): number {
    this.seed = (Math.imul(this.seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.seed / 2 ** 32) * limit);
  }
}

export const timeOf = (block: bigint): bigint => genesis + block * 10n;
