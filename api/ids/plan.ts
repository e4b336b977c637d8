import { sql } from "kysely";
import { rowOf } from "../plan/fields.ts";
import type { FieldPlan, Row, Use } from "../plan/objectType.ts";
import { concat, type Sql } from "../plan/text.ts";
import { type NodeType, nodeTypes, readGlobalId } from "./globalId.ts";

/** The columns that a key's parts, between hyphens, are of. */
const keyColumns: Readonly<Record<NodeType, readonly string[]>> = {
  Asset: ["address"],
  Operator: ["address"],
  Network: ["address"],
  Delegation: ["delegator", "operator", "asset"],
  Withdrawal: ["id"],
  Task: ["id"],
  Challenge: ["id"],
  Slash: ["id"],
  RewardEpoch: ["epoch"],
};

/** An object by its global id. Which type's the id is shows when it is read: a key is null for every other type. */
export const node: FieldPlan = (use) => {
  const candidates = nodeTypes.map((type) => objectOf(use, type));
  return [sql`coalesce(${sql.join(candidates)}, 'null')`];
};

function objectOf(use: Use, type: NodeType): Sql {
  const { compiler, scope, args } = use;
  const alias = compiler.alias();
  const row: Row = rowOf(alias);
  const keys = keyColumns[type].map((column, index) => {
    const part = args
      .field("id")
      .param(column === "epoch" ? "numeric" : "text", (id: string) => partOf(id, type, index));
    return sql`${row(column)} = ${part}`;
  });
  const source = compiler.plan(type).source?.(scope);
  if (source === undefined) throw new Error(`${type} has no rows of its own.`);
  const object = concat(compiler.object(type, use, { row }));
  return sql`(select ${object} from ${source} as ${sql.ref(alias)} where ${sql.join(keys, sql` and `)})`;
}

function partOf(id: string, type: NodeType, index: number): string | null {
  const given = readGlobalId(id);
  return given.type === type ? (given.key.split("-")[index] ?? null) : null;
}
