import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { z } from "zod";
import type { Database } from "../../../lib/database/createDatabase.ts";
import { defineJob } from "../defineJob.ts";

export type CountContext = { readonly db: Database; readonly table: string; readonly runMs: number };

/** A job as all are: rows say what is to be done, and doing it is a compare-and-set. Counts its runs besides. */
export const countJob = defineJob<CountContext, { id: string }>({
  name: "count",
  payload: z.object({ id: z.string() }),
  concurrency: 4,
  everyMs: 200,
  unfinished: async ({ db, table }) => {
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} where done = 0`.execute(db);
    return rows;
  },
  run: async ({ db, table, runMs }, { id }) => {
    await sql`update ${sql.table(table)} set runs = runs + 1 where id = ${id}`.execute(db);
    await sleep(runMs);
    await sql`update ${sql.table(table)} set done = done + 1 where id = ${id} and done = 0`.execute(db);
  },
});
