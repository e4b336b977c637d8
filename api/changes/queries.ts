import pg from "pg";
import { isMissingTable } from "../../lib/database/checkpoint.ts";

/** What the indexer's tables say of their own state. */
export type Sighting = {
  /** Another text whenever a transaction of the indexer was committed, a rollback by a reorganisation too. */
  readonly fingerprint: string;
  /** Whether all rows up to the checkpoint are there. */
  readonly ready: boolean;
  /** Ponder's checkpoints, 75 digits each. */
  readonly latest: string;
  readonly finalised: string;
};

/** The table behind the view `indexer._ponder_checkpoint`: only a table's rows tell which transaction wrote them. */
export type CheckpointTable = { readonly view: string; readonly oid: string; readonly name: string };

/** @returns undefined while the indexer has made no views. */
export async function findCheckpointTable(client: pg.ClientBase): Promise<CheckpointTable | undefined> {
  const { rows } = await client.query<{ view: string; oid: string; schema: string; name: string }>(`
    select seen.oid::text as view, source.oid::text, space.nspname as schema, source.relname as name
    from pg_class as seen
    left join pg_rewrite as rule on rule.ev_class = seen.oid
    left join pg_depend as depends on depends.classid = 'pg_rewrite'::regclass and depends.objid = rule.oid
      and depends.refclassid = 'pg_class'::regclass and depends.refobjid <> seen.oid
    join pg_class as source on source.oid = coalesce(depends.refobjid, seen.oid)
    join pg_namespace as space on space.oid = source.relnamespace
    where seen.oid = to_regclass('indexer._ponder_checkpoint')
    limit 1`);
  const [found] = rows;
  if (found === undefined) return undefined;
  const name = `${pg.escapeIdentifier(found.schema)}.${pg.escapeIdentifier(found.name)}`;
  return { view: found.view, oid: found.oid, name };
}

/**
 * Reads the checkpoint of a chain and the signs of every kind of change. A block writes the checkpoint's row (`xmin`), a
 * new deployment makes another view, and a rollback, which writes no checkpoint, makes the triggers on its table anew.
 *
 * @returns undefined when the table or the view is another by now, or holds no such chain.
 */
export async function selectSighting(
  client: pg.ClientBase,
  table: CheckpointTable,
  chainId: number,
): Promise<Sighting | undefined> {
  const text = `
    select checkpoint.xmin::text as xmin, latest_checkpoint as latest, finalized_checkpoint as finalised,
      to_regclass('indexer._ponder_checkpoint')::oid::text as view,
      (select string_agg(oid::text, ' ' order by oid) from pg_trigger where tgrelid = $2) as triggers,
      (select value->>'is_ready' from indexer._ponder_meta where key = 'app') as ready
    from ${table.name} as checkpoint where chain_id = $1`;
  type Row = Record<"xmin" | "latest" | "finalised", string> &
    Record<"view" | "triggers" | "ready", string | null>;
  const { rows } = await client.query<Row>(text, [chainId, table.oid]).catch((error: unknown) => {
    if (isMissingTable(error)) return { rows: [] };
    throw error;
  });
  const [row] = rows;
  if (row === undefined || row.view !== table.view) return undefined;
  const { xmin, latest, finalised, view, triggers } = row;
  const ready = row.ready === "1";
  return {
    fingerprint: [xmin, latest, finalised, view, triggers, ready].join("|"),
    ready,
    latest,
    finalised,
  };
}
