import { onchainView, sql } from "ponder";
import { columnsOf } from "../history/versionsOf.ts";

const secondsOfDay = 86_400;

type Query = {
  select(columns: object): { from(table: object): { groupBy(...columns: unknown[]): never } };
};

/** A view of hours by day (UTC): counts summed, and of `last` what the day's last hour that has it says. */
export function daysOf(
  name: string,
  hours: object,
  key: readonly string[],
  { last }: { readonly last: readonly string[] },
): unknown {
  const columns = columnsOf(hours);
  const snake = (column: string) => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const day = sql`${columns.start} - ${columns.start} % ${sql.raw(String(secondsOfDay))}`;
  const aggregated = Object.keys(columns)
    .filter((column) => column !== "start" && !key.includes(column))
    .map((column) => {
      const value = columns[column];
      const newest = sql`(array_agg(${value} order by ${columns.start} desc) filter (where ${value} is not null))[1]`;
      const whole = last.includes(column) ? newest : sql`sum(${value})::numeric(78,0)`;
      return [column, whole.as(snake(column))];
    });
  const keys = key.map((column) => columns[column]);
  return onchainView(name).as((builder) =>
    (builder as unknown as Query)
      .select({
        ...Object.fromEntries(key.map((column) => [column, columns[column]])),
        start: sql`${day}`.as("start"),
        ...Object.fromEntries(aggregated),
      })
      .from(hours)
      .groupBy(...keys, day),
  );
}
