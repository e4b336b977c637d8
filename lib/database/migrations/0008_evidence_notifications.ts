import { type Kysely, sql } from "kysely";

/** What a slash's timeline and evidence are answered from is told of, too; of transactions those alone that slash. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create trigger tell_change after insert or update or delete or truncate on nektar.evidence
    for each statement execute function nektar.tell_change()`.execute(db);
  await sql`create trigger tell_change after insert or update on nektar.transaction
    for each row when (new.purpose like 'report:%' or new.purpose like 'equivocation:%')
    execute function nektar.tell_change()`.execute(db);
}
