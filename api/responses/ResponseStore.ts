import type { Insertable } from "kysely";
import type { Address, Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import type { ResponseRow } from "../../lib/database/nektarTables.ts";
import type { ChangeWatcher } from "../changes/ChangeWatcher.ts";
import { Groups } from "./Groups.ts";
import {
  insertResponses,
  type StoredResponse,
  type SubmissionFacts,
  selectResponsesOf,
  selectSubmissionFacts,
} from "./queries.ts";

/** Whose response to which task. */
export type Submitter = { readonly taskId: Hex; readonly operator: Address };

/** What is known before a response is judged; `facts` are undefined for a task that the indexer does not know. */
export type Known = { readonly facts: SubmissionFacts | undefined; readonly stored: StoredResponse[] };

/** What the table holds after a response was stored; `isNew` is false when it was there before. */
export type Stored = { readonly isNew: boolean; readonly stored: StoredResponse[] };

/** Rows of a statement at most. */
const mostAtOnce = 200;

/**
 * Reads and writes what operators hand in. All operators of a network answer a task in the same instant: those that come
 * together share their statements, so that they leave the database and its connections to those who read.
 */
export class ResponseStore {
  readonly #looks: Groups<Submitter, Known>;
  readonly #writes: Groups<Insertable<ResponseRow>, Stored>;

  /** @param db May be a replica; the responses themselves are read from `primaryDb`. */
  constructor(db: Database, primaryDb: Database, changes: Pick<ChangeWatcher, "wroteNektar">) {
    this.#looks = new Groups(async (submitters) => {
      const [facts, stored] = await Promise.all([
        selectSubmissionFacts(db, submitters),
        selectResponsesOf(primaryDb, submitters),
      ]);
      return submitters.map((submitter) => ({
        facts: facts.get(keyOf(submitter)),
        stored: stored.get(keyOf(submitter)) ?? [],
      }));
    }, mostAtOnce);
    this.#writes = new Groups(async (rows) => {
      const added = await insertResponses(primaryDb, rows);
      changes.wroteNektar();
      const submitters = rows.map(({ task_id: taskId, operator }) => ({ taskId, operator }));
      // Read after the insert: of two different responses at one moment, the one that is stored later sees both.
      const stored = await selectResponsesOf(primaryDb, submitters);
      return rows.map((row, index) => ({
        // The same one twice in a group is new once.
        isNew: added.delete(`${keyOf(submitters[index] as Submitter)} ${row.response_hash}`),
        stored: stored.get(keyOf(submitters[index] as Submitter)) ?? [],
      }));
    }, mostAtOnce);
  }

  look(submitter: Submitter): Promise<Known> {
    return this.#looks.add(submitter);
  }

  /** Stores a verified response; the same again changes nothing. */
  store(response: Insertable<ResponseRow>): Promise<Stored> {
    return this.#writes.add(response);
  }
}

const keyOf = ({ taskId, operator }: Submitter) => `${taskId} ${operator}`;
