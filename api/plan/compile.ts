import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  isNonNullType,
  Kind,
  locatedError,
  type OperationDefinitionNode,
} from "graphql";
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from "kysely";
import { clientError } from "../errors.ts";
import { type AskedMoment, scopeAsOf } from "./asOf.ts";
import { maxRows } from "./budget.ts";
import { type CollectedFields, collectFields } from "./collectFields.ts";
import { Given } from "./Given.ts";
import type { Above, Below, Compiler, FieldPlan, ObjectPlan, Row, Use } from "./objectType.ts";
import { param } from "./Param.ts";
import { type ForcedPage, type Page, readPage } from "./page.ts";
import { scopeOf } from "./scope.ts";
import { closed, concat, type Sql, type Text } from "./text.ts";

/** What the compiler knows of the schema: object types, and root fields that are a statement's work. */
export type Plans = {
  readonly objects: Readonly<Record<string, ObjectPlan>>;
  readonly query: Readonly<Record<string, FieldPlan>>;
};

/** A root field of an operation. */
export type RootField = {
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  readonly nullable: boolean;
  /** Which column of the statement's row it is; undefined when it is another's work. */
  readonly column: number | undefined;
  /** What it is, whatever the rows are. */
  readonly constant: string | undefined;
  /** Why it cannot be answered, whatever the parameters are. */
  readonly error: GraphQLError | undefined;
};

/** An operation, compiled for one structure of its variables. */
export type Plan = {
  readonly fields: readonly RootField[];
  /** Those that are no statement's work. */
  readonly rest: readonly RootField[];
  /** One row with the JSON of a root field in each column; undefined when no root field needs it. */
  readonly statement: { readonly sql: string; readonly parameters: readonly unknown[] } | undefined;
  /** What root fields ask to be as of; a run's `moments` are the indexed block and these. */
  readonly moments: readonly AskedMoment[];
  /** Rows that its answer has room for, as they are counted against the limit. */
  readonly rows: number;
};

/** An operation as it is compiled. */
export type Operation = {
  readonly schema: GraphQLSchema;
  readonly node: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly page?: ForcedPage | undefined;
};

/** Compiles a query. @throws nothing for what a client may do wrong: that is in the plan's fields. */
export function compileQuery(plans: Plans, operation: Operation): Plan {
  const compilation = new Compilation(plans, operation);
  const root = operation.schema.getQueryType() as GraphQLObjectType;
  const columns: Sql[] = [];
  const fields: RootField[] = [];
  const collected = collectFields(operation, root, [operation.node.selectionSet]);
  for (const [key, nodes] of collected) {
    const name = nodes[0]?.name.value ?? "";
    const definition = root.getFields()[name];
    const plan = plans.query[name];
    const nullable = definition !== undefined && !isNonNullType(definition.type);
    const field = { key, nodes, nullable, column: undefined, constant: undefined, error: undefined };
    if (name === "__typename") fields.push({ ...field, constant: JSON.stringify(root.name) });
    if (name === "__typename") continue;
    if (plan === undefined || definition === undefined) {
      fields.push(field);
      continue;
    }
    try {
      columns.push(concat(compilation.rootField(plan, definition, nodes, key)));
      fields.push({ ...field, column: columns.length - 1 });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      fields.push({ ...field, error: locatedError(error, nodes, error.path ?? [key]) });
    }
  }
  const statement = columns.length === 0 ? undefined : toStatement(columns);
  const rest = fields.filter(
    ({ column, error, constant }) => column === undefined && error === undefined && constant === undefined,
  );
  return { fields, rest, statement, moments: compilation.moments, rows: compilation.rows };
}

/**
 * Compiles what is selected of an object that is no row, but what a mutation returned or a subscription tells: its columns
 * are the fields of a run's `row`.
 */
export function compilePayload(
  plans: Plans,
  operation: Operation,
  typeName: string,
  nodes: readonly FieldNode[],
  key: string,
): NonNullable<Plan["statement"]> {
  const row: Row = (column) => param((run) => run.row[column], "text");
  const text = new Compilation(plans, operation).payload(typeName, nodes, key, row);
  return toStatement([concat(text)]);
}

function toStatement(columns: readonly Sql[]): NonNullable<Plan["statement"]> {
  const { sql: text, parameters } = sql`select ${sql.join([...columns])}`.compile(compiling);
  return { sql: text, parameters };
}

/** Compiles only: it has no database. */
const compiling = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

class Compilation implements Compiler {
  private readonly plans: Plans;
  private readonly operation: Operation;
  readonly moments: AskedMoment[] = [];
  private aliases = 0;
  rows = 0;

  constructor(plans: Plans, operation: Operation) {
    this.plans = plans;
    this.operation = operation;
  }

  rootField(
    plan: FieldPlan,
    definition: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    key: string,
  ): Text {
    const place = { path: [key], nodes };
    const asOf = this.args(definition, nodes[0] as FieldNode, place).field("asOf");
    const scope = scopeAsOf(asOf, this.moments, place);
    return this.field(plan, definition, nodes, [key], { row: noRow, scope, size: 1 });
  }

  payload(typeName: string, nodes: readonly FieldNode[], key: string, row: Row): Text {
    const use = { row, nodes, path: [key], size: 1, scope: scopeOf(0, undefined) };
    return this.object(typeName, use, { row });
  }

  plan(typeName: string): ObjectPlan {
    const plan = this.plans.objects[typeName];
    if (plan === undefined) throw new Error(`There is no plan for ${typeName}.`);
    return plan;
  }

  select(typeName: string, nodes: readonly FieldNode[]): CollectedFields {
    const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
    return collectFields(this.operation, this.type(typeName), sets);
  }

  object(typeName: string, use: Above, below: Below): Text {
    const fields = this.type(typeName).getFields();
    const plan = this.plan(typeName);
    const text: (string | Sql)[] = [];
    for (const [key, nodes] of this.select(typeName, use.nodes)) {
      const name = nodes[0]?.name.value ?? "";
      text.push(`${text.length === 0 ? "{" : ","}${JSON.stringify(key)}:`);
      if (name === "__typename") {
        text.push(JSON.stringify(typeName));
        continue;
      }
      const [definition, field] = [fields[name], plan.fields[name]];
      if (definition === undefined || field === undefined)
        throw new Error(`There is no plan for ${typeName}.${name}.`);
      const parent = { row: below.row, scope: below.scope ?? use.scope, size: below.size ?? use.size };
      text.push(...this.field(field, definition, nodes, [...use.path, key], parent));
    }
    return closed(text);
  }

  alias(): string {
    this.aliases += 1;
    return `t${this.aliases}`;
  }

  page({ path, args }: Use): Page {
    const { page } = this.operation;
    if (page?.path !== path.join(".")) return readPage(args);
    return { ...page, backward: false, after: !args.field("after").isNull, before: false };
  }

  spend(use: Use, rows: number): void {
    this.rows += use.size * rows;
    if (this.rows <= maxRows) return;
    throw new GraphQLError(
      `An answer has ${maxRows} rows at most, pages counted in full. Ask for smaller pages.`,
      {
        nodes: use.nodes,
        path: use.path,
        extensions: clientError("QUERY_TOO_LARGE", "").extensions,
      },
    );
  }

  private field(
    plan: FieldPlan,
    definition: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    path: readonly string[],
    parent: Pick<Use, "row" | "scope" | "size">,
  ): Text {
    const [node] = nodes as [FieldNode];
    try {
      return plan({
        ...parent,
        args: this.args(definition, node, { path, nodes }),
        type: definition.type,
        nodes,
        path,
        compiler: this,
      });
    } catch (error) {
      if (error instanceof GraphQLError && error.path === undefined) throw locatedError(error, nodes, path);
      throw error;
    }
  }

  private args(
    definition: GraphQLField<unknown, unknown>,
    node: FieldNode,
    place: { path: readonly string[]; nodes: readonly FieldNode[] },
  ): Given {
    const values = getArgumentValues(definition, node, this.operation.variables);
    // As if the arguments were one input object.
    const fields = (node.arguments ?? []).map((argument) => ({
      ...argument,
      kind: Kind.OBJECT_FIELD as const,
    }));
    return new Given(values, { kind: Kind.OBJECT, fields }, place);
  }

  private type(name: string): GraphQLObjectType {
    return this.operation.schema.getType(name) as GraphQLObjectType;
  }
}

const noRow: Row = (column) => {
  throw new Error(`A root field has no row, so no column ${column}.`);
};
