import type { ColumnType } from "kysely";

/** A column that Postgres may fill by itself. */
export type Timestamp = ColumnType<Date, Date | string | undefined, Date | string>;
