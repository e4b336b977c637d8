import { sql } from "kysely";
import { badInput } from "../errors.ts";
import type { Plans } from "../plan/compile.ts";
import { rowOf } from "../plan/fields.ts";
import type { FieldPlan, Use } from "../plan/objectType.ts";
import { concat, type Sql } from "../plan/text.ts";

const [defaultResults, maxResults, longestText] = [10, 50, 100];

/** What is searched, in the order of the answer: by the key's beginning, and by words where there are any. */
const searched = [
  { type: "Asset", key: "address", words: "symbol" },
  { type: "Operator", key: "address", words: "metadata_uri" },
  { type: "Network", key: "address", words: "metadata_uri" },
  { type: "Task", key: "id", words: undefined },
  { type: "Challenge", key: "id", words: undefined },
  { type: "Slash", key: "id", words: undefined },
] as const;

const hex = /^0x[0-9a-f]{0,64}$/;

function readText(text: string): { prefix: string | null; pattern: string | null } {
  const wanted = text.trim().toLowerCase();
  if (wanted.length === 0 || wanted.length > longestText)
    throw badInput(`\`text\` has 1 to ${longestText} characters.`);
  if (wanted.includes("\u0000")) throw badInput("`text` has no NUL.");
  if (hex.test(wanted)) return { prefix: wanted, pattern: null };
  return { prefix: null, pattern: `%${wanted.replace(/[\\%_]/g, "\\$&")}%` };
}

function sourceOf({ compiler, scope }: Use, type: string): Sql {
  const { source } = compiler.plan(type);
  if (source === undefined) throw new Error(`${type} has no rows of its own.`);
  return source(scope);
}

/** At most `first` objects that a text may mean, by an address, an id, the beginning of one, or words of a name. */
const search: FieldPlan = (use) => {
  const { compiler, args, size } = use;
  const first = (args.field("first").value as number | null | undefined) ?? defaultResults;
  if (first < 0 || first > maxResults) throw badInput(`\`first\` is from 0 to ${maxResults}.`);
  compiler.spend(use, first);
  const prefix = args.field("text").param("text", (text: string) => readText(text).prefix);
  const pattern = args.field("text").param("text", (text: string) => readText(text).pattern);
  const found = rowOf("found");
  const candidates = searched.map(({ type, key, words }, place) => {
    const alias = compiler.alias();
    const row = rowOf(alias);
    // Hex digits end with f: the range is one of the key's index.
    const begins = sql`(${row(key)} >= ${prefix} and ${row(key)} < ${prefix} || 'g' and starts_with(${row(key)}, ${prefix}))`;
    const matches = words === undefined ? begins : sql`(${begins} or ${row(words)} ilike ${pattern})`;
    return sql`(select ${sql.lit(place)}::integer as place, ${row(key)} as key
      from ${sourceOf(use, type)} as ${sql.ref(alias)} where ${matches} order by ${row(key)} limit ${sql.lit(first)})`;
  });
  const objects = searched.map(({ type, key }, place) => {
    const alias = compiler.alias();
    const row = rowOf(alias);
    const object = concat(compiler.object(type, use, { row, size: size * Math.max(first, 1) }));
    return sql`when ${sql.lit(place)} then (select ${object}
      from ${sourceOf(use, type)} as ${sql.ref(alias)} where ${row(key)} = ${found("key")})`;
  });
  return [
    sql`(select '[' || coalesce(string_agg(results.json, ','), '') || ']' from (
      select case ${found("place")} ${sql.join(objects, sql` `)} end as json
      from (${sql.join(candidates, sql` union all `)}) as found
      order by ${found("place")}, ${found("key")} limit ${sql.lit(first)}) as results)`,
  ];
};

export const searchPlans: Plans = { objects: {}, query: { search } };
