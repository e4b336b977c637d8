import { createHash } from "node:crypto";
import type { FieldNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { LRUCache } from "lru-cache";
import { bind } from "./answers.ts";
import { compilePayload, compileQuery, type Plan, type Plans } from "./compile.ts";
import type { Run } from "./Param.ts";
import type { ForcedPage } from "./page.ts";
import { structureOf } from "./structureOf.ts";
import { marks } from "./text.ts";

/** An operation of a document that was parsed and found valid. */
export type Prepared = {
  readonly node: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly plans: LRUCache<string, CountedPlan>;
  /** Statements of what mutations return and subscriptions tell, by type, key and structure. */
  readonly payloads: LRUCache<string, NamedStatement>;
  /** Of an export: its answers are not kept. */
  readonly page?: ForcedPage;
};

type Statement = NonNullable<Plan["statement"]>;
/** A statement and the name under which Postgres keeps it, per connection. */
export type NamedStatement = Statement & { readonly name: string };

/** A plan, and what is known of its use. */
export type CountedPlan = {
  readonly plan: Plan;
  uses: number;
  readonly name: string;
  /** Tells it from all others in keys of the cache; undefined when its answers depend on more than rows and parameters. */
  readonly cacheId: string | undefined;
  readonly readsNektar: boolean;
};

/** The plan of an operation for variables of this structure: compiled once. */
export function planOf(
  { schema, plans: all }: { readonly schema: GraphQLSchema; readonly plans: Plans },
  { node, fragments, plans, page }: Prepared,
  variables: Run["variables"],
): CountedPlan {
  const structure = structureOf(schema, node, variables);
  const known = plans.get(structure);
  if (known !== undefined) {
    known.uses += 1;
    return known;
  }
  const plan = compileQuery(all, { schema, node, fragments, variables, page });
  const name = plan.statement === undefined ? "" : nameOf(plan.statement);
  const counted = { plan, uses: 1, name, ...cacheTraits(plan) };
  // What one client's values made impossible another's may not.
  if (plan.fields.every(({ error }) => error === undefined)) plans.set(structure, counted);
  return counted;
}

/** The statement for what is selected of a `type`: compiled once, and named from the second time on. */
export function payloadOf(
  { schema, plans }: { readonly schema: GraphQLSchema; readonly plans: Plans },
  prepared: Prepared,
  variables: Run["variables"],
  { type, nodes, key }: { type: string; nodes: readonly FieldNode[]; key: string },
): Statement & { readonly name?: string } {
  const structure = `${type} ${key} ${structureOf(schema, prepared.node, variables)}`;
  const known = prepared.payloads.get(structure);
  if (known !== undefined) return known;
  const statement = compilePayload(plans, { schema, variables, ...prepared }, type, nodes, key);
  prepared.payloads.set(structure, { ...statement, name: nameOf(statement) });
  return statement;
}

const nameOf = ({ sql }: Statement) => createHash("sha256").update(sql).digest("hex").slice(0, 32);

let cacheIds = 0;

/** Answers that are rows' work alone may be kept; a node is asked for the others. */
function cacheTraits({ fields, rest, statement }: Plan): Pick<CountedPlan, "cacheId" | "readsNektar"> {
  const { sql: text = "" } = statement ?? {};
  const byRows = rest.length === 0 && fields.every(({ error }) => error === undefined);
  if (!byRows || statement === undefined || text.includes(marks.finality))
    return { cacheId: undefined, readsNektar: false };
  cacheIds += 1;
  return { cacheId: String(cacheIds), readsNektar: /\bnektar"?\./.test(text) };
}

/** @returns undefined when the run's answer may not be kept: also when a parameter cannot be used. */
export function keyOf({ plan, cacheId }: CountedPlan, run: Run): string | undefined {
  if (cacheId === undefined) return undefined;
  const { values, refused } = bind(plan.statement?.parameters ?? [], run);
  return refused.size > 0 ? undefined : `${cacheId} ${JSON.stringify(values)}`;
}
