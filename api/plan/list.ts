import { type GraphQLOutputType, getNullableType, isListType } from "graphql";
import { sql } from "kysely";
import { allowance, maxListBytes } from "./budget.ts";
import { rowOf } from "./fields.ts";
import type { FieldPlan, Row } from "./objectType.ts";
import type { Scope } from "./scope.ts";
import { concat, fault, type Sql, tooLarge, whereAll } from "./text.ts";

export type ListOptions = {
  /** Whose rows: the list's are those with these columns equal to the own ones. */
  readonly by?: Readonly<Record<string, string>>;
  readonly where?: (row: Row, scope: Scope, parent: Row) => readonly Sql[];
  readonly order: (row: Row, scope: Scope) => readonly Sql[];
  /** Where rows come from, unless from where the type has them. */
  readonly source?: (scope: Scope, parent: Row) => Sql;
  /** How an item is had from its row, unless it is the type's object. */
  readonly item?: FieldPlan;
  /** How many a list has as a rule. */
  readonly typical: number;
};

/** All rows that belong to an object, as a list without pages. */
export function list(type: string, options: ListOptions): FieldPlan {
  const { by = {}, where, order, typical } = options;
  return (use) => {
    const source = options.source ?? use.compiler.plan(type).source;
    if (source === undefined) throw new Error(`${type} has no rows of its own.`);
    use.compiler.spend(use, typical);
    const most = allowance(use.size, typical);
    const alias = use.compiler.alias();
    const row = rowOf(alias);
    const conditions = [
      ...Object.entries(by).map(([theirs, own]) => sql`${row(theirs)} = ${use.row(own)}`),
      ...(where?.(row, use.scope, use.row) ?? []),
    ];
    const below = { ...use, row, size: use.size * typical, type: itemType(use.type) };
    const item = concat(options.item?.(below) ?? use.compiler.object(type, below, { row }));
    const items = use.compiler.alias();
    const json = sql.ref(`${items}.json`);
    return [
      sql`(select case when count(*) > ${sql.lit(most)} or sum(octet_length(${json})) > ${sql.lit(maxListBytes)}
        then ${sql.lit(fault(tooLarge))} else '[' || coalesce(string_agg(${json}, ','), '') || ']' end
        from (select ${item} as json from ${source(use.scope, use.row)} as ${sql.ref(alias)} ${whereAll(conditions)}
          order by ${sql.join([...order(row, use.scope)])} limit ${sql.lit(most + 1)}) as ${sql.ref(items)})`,
    ];
  };
}

function itemType(type: GraphQLOutputType): GraphQLOutputType {
  const nullable = getNullableType(type);
  if (!isListType(nullable)) throw new Error(`${type} is no list.`);
  return nullable.ofType as GraphQLOutputType;
}
