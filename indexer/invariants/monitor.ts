import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Logger } from "../../lib/logging/createLogger.ts";
import { metaSchema } from "../supervisor/schemas.ts";
import { type Invariant, invariants } from "./invariants.ts";

type Queries = Pick<pg.ClientBase, "query">;

/** What a look found: how many rows break an invariant, and one of them in words. */
export type Finding = { readonly name: string; readonly violations: number; readonly example: string | null };

/**
 * Looks at every invariant.
 *
 * @param above rows that changed above this block are looked at; what has no block, always.
 */
export async function lookAtInvariants(pool: Queries, above: bigint): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const invariant of invariants) findings.push(await lookAt(pool, invariant, above));
  return findings;
}

async function lookAt(pool: Queries, { name, violations }: Invariant, above: bigint): Promise<Finding> {
  const isOfBlocks = violations.includes("$1");
  const { rows } = await pool.query<{ violations: number; example: string | null }>(
    `select count(*)::int as violations, min(row || ': ' || said || ' instead of ' || wanted) as example
     from (${violations}) as violation`,
    isOfBlocks ? [String(above)] : [],
  );
  return { name, violations: rows[0]?.violations ?? 0, example: rows[0]?.example ?? null };
}

type Monitoring = {
  readonly pool: pg.Pool;
  readonly everyMs: number;
  readonly logger: Logger;
  readonly stop: AbortSignal;
};

/** Every so many looks, all rows are looked at again. */
const looksPerFullLook = 60;

/**
 * Looks at the invariants until it is stopped, what changed since the last final block each time and now and then at everything.
 * Keeps what it finds in `indexer_meta.invariant`; a violation is also an error in the log. Never throws.
 */
export async function monitorInvariants({ pool, everyMs, logger, stop }: Monitoring): Promise<void> {
  let looks = 0;
  let above = -1n;
  while (!stop.aborted) {
    await sleep(everyMs, undefined, { signal: stop }).catch(() => {});
    if (stop.aborted) return;
    try {
      const progress = await readBlocks(pool);
      if (progress === null) continue;
      if (looks++ % looksPerFullLook === 0) above = -1n;
      const findings = await lookAtInvariants(pool, above);
      await keep(pool, findings, progress.latest);
      for (const { name, violations, example } of findings) {
        if (violations > 0) logger.error({ invariant: name, violations, example }, "rows break an invariant");
      }
      // What is broken stays in sight.
      if (findings.every(({ violations }) => violations === 0)) above = progress.finalized;
    } catch (error) {
      logger.warn({ reason: (error as Error).message }, "could not look at the invariants");
    }
  }
}

/** Null while there are no views. */
async function readBlocks(pool: pg.Pool): Promise<{ latest: bigint; finalized: bigint } | null> {
  const { rows: exists } = await pool.query<{ exists: boolean }>(
    "select to_regclass('indexer._ponder_checkpoint') is not null as exists",
  );
  if (!exists[0]?.exists) return null;
  const { rows } = await pool.query<{ latest: bigint; finalized: bigint }>(
    `select substr(latest_checkpoint, 27, 16)::bigint as latest, substr(finalized_checkpoint, 27, 16)::bigint as finalized
     from indexer._ponder_checkpoint`,
  );
  return rows[0] ?? null;
}

async function keep(pool: pg.Pool, findings: readonly Finding[], block: bigint): Promise<void> {
  await pool.query(
    `insert into ${metaSchema}.invariant (name, violations, example, checked_block, checked_at)
     select name, violations, example, $2, now()
     from jsonb_to_recordset($1::jsonb) as found(name text, violations int, example text)
     on conflict (name) do update set violations = excluded.violations, example = excluded.example,
       checked_block = excluded.checked_block, checked_at = excluded.checked_at`,
    [JSON.stringify(findings), String(block)],
  );
  await pool.query(`delete from ${metaSchema}.invariant where name <> all($1)`, [
    findings.map(({ name }) => name),
  ]);
}
