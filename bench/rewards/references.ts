import { once } from "node:events";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

/** Seconds that a reference took. */
export type Timed = { readonly seconds: number };

async function timed(url: string, run: (client: pg.Client) => Promise<void>): Promise<Timed> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const startedAt = performance.now();
    await run(client);
    return { seconds: (performance.now() - startedAt) / 1_000 };
  } finally {
    await client.end();
  }
}

/** (a) One scan of the intervals. */
export function scan(url: string): Promise<Timed> {
  return timed(url, async (client) => {
    await client.query("select sum(shares) from indexer.delegation_version");
  });
}

const intervals =
  "select delegator, operator, asset, shares, since_timestamp, until_timestamp from indexer.delegation_version";
const totals = `select epoch, earner, total.token, cumulative from nektar.reward_total total
  cross join lateral unnest(string_to_array(earners, ','), string_to_array(totals, ',')::numeric[]) leaf (earner, cumulative) where epoch = 0`;
const holdings = `select operator, asset, delegator, part.seconds as share_seconds from nektar.reward_holding holding
  cross join lateral unnest(string_to_array(delegators, ','), string_to_array(holding.seconds, ',')::numeric[]) part (delegator, seconds) where epoch = 0`;

/** (c) COPY out of the intervals through this process, and COPY in of the results, a row per holding and leaf, into tables without indexes. */
export async function copyOutAndIn(url: string): Promise<Timed> {
  const results = { leaves: await copied(url, totals), holdings: await copied(url, holdings) };
  await timed(url, async (client) => {
    await client.query(`create unlogged table if not exists public.leaves as ${totals} limit 0`);
    await client.query(`create unlogged table if not exists public.holdings as ${holdings} limit 0`);
    await client.query("alter table public.leaves set logged");
    await client.query("alter table public.holdings set logged");
  });
  const out = await timed(url, async (client) => {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    await pipeline(client.query(copyTo(`copy (${intervals}) to stdout`)), nowhere);
  });
  let seconds = out.seconds;
  for (const [table, chunks] of Object.entries(results)) {
    const into = await timed(url, async (client) => {
      const stream = client.query(copyFrom(`copy public.${table} from stdin`));
      for (const chunk of chunks) if (!stream.write(chunk)) await once(stream, "drain");
      stream.end();
      await once(stream, "finish");
    });
    seconds += into.seconds;
  }
  return { seconds };
}

async function copied(url: string, query: string): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  await timed(url, async (client) => {
    for await (const chunk of client.query(copyTo(`copy (${query}) to stdout`))) chunks.push(chunk as Buffer);
  });
  return chunks;
}

/**
 * (b) Daily snapshots and window functions, as EigenLayer's sidecar does: every delegation is written down once a day, each day's pot is parted by
 * that day's shares, and what everybody got is summed over the days.
 */
export function dailySnapshots(url: string, genesis: number, days: number): Promise<Timed> {
  return timed(url, async (client) => {
    await client.query("drop table if exists public.daily");
    await client.query(`create unlogged table public.daily as
      select day, delegator, operator, asset, shares
      from generate_series(0, ${days - 1}) day
      join indexer.delegation_version on since_timestamp <= ${genesis} + day * 86400
        and (until_timestamp is null or until_timestamp > ${genesis} + day * 86400)`);
    await client.query("analyze public.daily");
    await client.query("drop table if exists public.daily_rewards");
    await client.query(`create unlogged table public.daily_rewards as
      with part as (
        select day, delegator, operator, asset, shares, sum(shares) over (partition by day, operator, asset) as total
        from public.daily
      ), line as (
        select part.delegator, pool.token, div(div(pool.shared, ${days}) * part.shares, part.total) as amount
        from part join nektar.reward_pool pool on pool.epoch = 0 and pool.operator = part.operator and pool.asset = part.asset
      )
      select delegator as earner, token, sum(amount) as amount from line group by delegator, token`);
  });
}
