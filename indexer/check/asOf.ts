import { type RawBuilder, sql } from "kysely";
import type { Point } from "./kind.ts";

/** Every row of a versioned table as it was at a point: a `select`. */
export function versionsAt<Row>(table: string, { block }: Point): RawBuilder<Row> {
  return sql<Row>`select * from ${sql.table(`indexer.${table}_version`)}
    where since_block <= ${block} and (until_block > ${block} or until_block is null)`;
}
