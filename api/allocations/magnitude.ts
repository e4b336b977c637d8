import { sql } from "kysely";
import type { Row } from "../plan/objectType.ts";
import type { Scope } from "../plan/scope.ts";

/** A pool's magnitude while nothing was slashed. */
export const fullMagnitude = 10n ** 18n;

/** Whether its change has no effect yet; in the second of `effective_at` it has. */
export const waits = (row: Row, { now }: Scope) => sql`${now} < ${row("effective_at")}`;
export const magnitudeNow = (row: Row, scope: Scope) =>
  sql`case when ${waits(row, scope)} then ${row("magnitude")} else ${row("next_magnitude")} end`;
