import { sql } from "kysely";
import type { EpochSchedule } from "../../lib/protocol/epochs.ts";
import type { Sql } from "../plan/text.ts";

/** First second of an epoch, in SQL; `epochStart` of `lib/protocol/epochs.ts` is the same. */
export const startOfEpoch = ({ genesis, lengthSeconds }: EpochSchedule, epoch: Sql): Sql =>
  sql`(${sql.lit(genesis)} + ${epoch} * ${sql.lit(lengthSeconds)})`;
