import { createHash } from "node:crypto";
import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  isNonNullType,
  Kind,
  locatedError,
  type OperationDefinitionNode,
} from "graphql";
import { LRUCache } from "lru-cache";
import { cachedOutcome } from "../cache/OutcomeCache.ts";
import type { ResponseCache } from "../cache/ResponseCache.ts";
import type { Context } from "../context.ts";
import { badInput } from "../errors.ts";
import { finalityOf } from "../meta/finality.ts";
import type { BlockReader } from "../meta/headReader.ts";
import type { BlockPosition, Position } from "../meta/queries.ts";
import { type Answer, answerOf, bind, type Outcome, putTogether } from "./answers.ts";
import type { Moments } from "./asOf.ts";
import { collectFields } from "./collectFields.ts";
import { compilePayload, compileQuery, type Plan, type Plans, type RootField } from "./compile.ts";
import { nestsTooDeep } from "./nesting.ts";
import type { Run } from "./Param.ts";
import type { PayloadRow } from "./PayloadRow.ts";
import type { Statements } from "./statements.ts";
import { structureOf } from "./structureOf.ts";
import { marks } from "./text.ts";

/** An operation of a document that was parsed and found valid. */
export type Prepared = {
  readonly node: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly plans: LRUCache<string, CountedPlan>;
};
type CountedPlan = {
  readonly plan: Plan;
  uses: number;
  readonly name: string;
  /** Tells it from all others in keys of the cache; undefined when its answers depend on more than rows and parameters. */
  readonly cacheId: string | undefined;
  readonly readsNektar: boolean;
};

/** What a run of an operation depends on. */
export type ExecutionRequest = {
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
  readonly position: Position;
  readonly signal?: AbortSignal | undefined;
  /** For mutations. */
  readonly context?: Context;
  /** Executes the root fields that are no statement's work, in a document of their own. */
  readonly executeRest: (document: DocumentNode) => PromiseLike<ExecutionResult> | ExecutionResult;
};

type Payload = {
  readonly prepared: Prepared;
  /** Coerced. */
  readonly variables: Run["variables"];
  readonly request: Pick<ExecutionRequest, "position" | "signal">;
  readonly nodes: readonly FieldNode[];
  readonly key: string;
  readonly row: PayloadRow;
};

/** A mutation: what it did, as an object of one of the types that its field may have. */
export type Call = (args: Readonly<Record<string, unknown>>, context: Context) => Promise<PayloadRow>;

export type ExecutorOptions = {
  readonly schema: GraphQLSchema;
  readonly plans: Plans;
  readonly statements: Statements;
  /** On the database that is written to. */
  readonly primaryStatements: Statements;
  /** Mutations by their names. */
  readonly calls: Readonly<Record<string, Call>>;
  readonly moments: Moments;
  readonly readSafe: BlockReader;
  /** Undefined keeps no answers. */
  readonly cache: ResponseCache | undefined;
};

/** Plans of one operation for different structures of its variables. */
const keptPlans = 50;

/** Answers queries by one statement each, whose answer is the JSON. */
export class Executor {
  private readonly options: ExecutorOptions;
  private readonly prepared = new WeakMap<DocumentNode, Map<string, Prepared>>();

  constructor(options: ExecutorOptions) {
    this.options = options;
  }

  /** @returns undefined when the document has no such operation. */
  prepare(document: DocumentNode, operationName: string | null | undefined): Prepared | undefined {
    const known = this.prepared.get(document)?.get(operationName ?? "");
    if (known !== undefined) return known;
    const node = getOperationAST(document, operationName);
    if (node == null) return undefined;
    const prepared = {
      node,
      fragments: fragmentsOf(document),
      plans: new LRUCache<string, CountedPlan>({ max: keptPlans }),
    };
    const operations = this.prepared.get(document) ?? new Map();
    this.prepared.set(document, operations.set(operationName ?? "", prepared));
    return prepared;
  }

  /** @throws {Error} the signal's reason once it is aborted; every other fault is in the outcome. */
  async execute(prepared: Prepared, request: ExecutionRequest): Promise<Outcome> {
    const { node } = prepared;
    if (nestsTooDeep(request.variables))
      return { data: undefined, errors: [badInput("Variables nest too deep.")] };
    const { errors, coerced } = getVariableValues(
      this.options.schema,
      node.variableDefinitions ?? [],
      request.variables ?? {},
      { maxErrors: 50 },
    );
    if (coerced === undefined) return { data: undefined, errors: errors ?? [] };
    if (node.operation === "mutation") return this.mutate(prepared, coerced, request);
    const counted = this.planOf(prepared, coerced);
    const answers = new Map<string, Answer>();
    const run = await this.runAsOf(counted.plan, coerced, request.position, answers);
    const { cache } = this.options;
    const key = cache && answers.size === 0 ? keyOf(counted, run) : undefined;
    if (cache === undefined || key === undefined)
      return this.answer(prepared, counted, run, request, answers);
    const { readsNektar } = counted;
    const signal = request.signal === undefined ? {} : { signal: request.signal };
    return cachedOutcome(cache, { key, readsNektar, ...signal }, (gone) =>
      this.answer(prepared, counted, run, { ...request, signal: gone }, new Map()),
    );
  }

  private async answer(
    prepared: Prepared,
    counted: CountedPlan,
    run: Run,
    request: ExecutionRequest,
    answers: Map<string, Answer>,
  ): Promise<Outcome> {
    const [restErrors] = await Promise.all([
      answerRest(prepared, counted.plan, request, answers),
      this.answerByStatement(counted, run, request.signal, answers),
    ]);
    request.signal?.throwIfAborted();
    const { data, errors: refusals } = putTogether(counted.plan.fields, answers);
    return { data, errors: [...refusals, ...restErrors] };
  }

  private runOf(variables: Run["variables"], position: Position, row: Run["row"]): Run {
    return { variables, position, moments: [this.options.moments.now(position)], row };
  }

  /** A run with all moments of a plan; those that cannot be refuse their root fields. */
  private async runAsOf(
    plan: Plan,
    variables: Run["variables"],
    position: Position,
    answers: Map<string, Answer>,
  ): Promise<Run> {
    const run = this.runOf(variables, position, {});
    const moments = [...run.moments];
    for (const asked of plan.moments) {
      const moment = await this.options.moments.find(asked, run).catch((error: unknown) => {
        if (!(error instanceof GraphQLError)) throw error;
        answers.set(asked.place.path[0] ?? "", { error });
        return run.moments[0] as Run["moments"][number];
      });
      moments.push(moment);
    }
    return { ...run, moments };
  }

  /** One field after the other, as GraphQL demands. */
  private async mutate(
    prepared: Prepared,
    variables: Run["variables"],
    request: ExecutionRequest,
  ): Promise<Outcome> {
    const { schema, calls } = this.options;
    const root = schema.getMutationType() as GraphQLObjectType;
    const fields: RootField[] = [];
    const answers = new Map<string, Answer>();
    const collected = collectFields({ schema, variables, ...prepared }, root, [prepared.node.selectionSet]);
    for (const [key, nodes] of collected) {
      const [node] = nodes as [FieldNode];
      const definition = root.getFields()[node.name.value];
      const call = calls[node.name.value];
      const constant = definition === undefined ? JSON.stringify(root.name) : undefined;
      const nullable = definition !== undefined && !isNonNullType(definition.type);
      fields.push({ key, nodes, nullable, column: undefined, constant, error: undefined });
      if (constant !== undefined) answers.set(key, { json: constant });
      if (definition === undefined || call === undefined) continue;
      try {
        if (request.context === undefined) throw new Error("A mutation has a context.");
        const row = await call(getArgumentValues(definition, node, variables), request.context);
        answers.set(key, { json: await this.payload({ prepared, variables, request, nodes, key, row }) });
      } catch (error) {
        answers.set(key, { error: locatedError(error, nodes, [key]) });
        if (!nullable) break;
      }
    }
    return putTogether(fields, answers);
  }

  /** What a subscription tells of one update: what is selected of `row`, by one statement. */
  async tell(
    prepared: Prepared,
    request: Pick<ExecutionRequest, "variables" | "position">,
    row: PayloadRow,
  ): Promise<Outcome> {
    const { schema, statements } = this.options;
    const given = prepared.node.variableDefinitions ?? [];
    const { errors, coerced } = getVariableValues(schema, given, request.variables ?? {}, { maxErrors: 50 });
    if (coerced === undefined) return { data: undefined, errors: errors ?? [] };
    const root = schema.getSubscriptionType() as GraphQLObjectType;
    const operation = { schema, variables: coerced, ...prepared };
    // A valid subscription has one root field.
    const [[key, nodes] = ["", []]] = collectFields(operation, root, [prepared.node.selectionSet]);
    const field = { key, nodes, nullable: false, column: undefined, constant: undefined, error: undefined };
    const payload = { prepared, variables: coerced, request, nodes, key, row };
    const answer = await this.payload(payload, statements).then(
      (json) => ({ json }),
      (error) => ({ error: locatedError(error, nodes, [key]) }),
    );
    return putTogether([field], new Map([[key, answer]]));
  }

  /** The JSON of what is selected of an object that a mutation returned or a subscription tells: by one statement. */
  private async payload(
    { prepared, variables, request, nodes, key, row }: Payload,
    statements = this.options.primaryStatements,
  ): Promise<string> {
    const { schema, plans } = this.options;
    const operation = { schema, variables, ...prepared };
    const { sql, parameters } = compilePayload(plans, operation, row.__typename, nodes, key);
    const { values, refused } = bind(parameters, this.runOf(variables, request.position, row));
    for (const error of refused.values()) throw error;
    const texts = await statements.run({ text: sql, values }, request.signal);
    const field = { key, nodes, nullable: false, column: 0, constant: undefined, error: undefined };
    const [answer] = await this.finish([field], texts, request.position);
    if (answer !== undefined && "json" in answer) return answer.json;
    throw answer?.error ?? new Error(`The statement has no answer for ${key}.`);
  }

  private planOf({ node, fragments, plans }: Prepared, variables: Run["variables"]): CountedPlan {
    const { schema } = this.options;
    const structure = structureOf(schema, node, variables);
    const known = plans.get(structure);
    if (known !== undefined) {
      known.uses += 1;
      return known;
    }
    const plan = compileQuery(this.options.plans, { schema, node, fragments, variables });
    const name =
      plan.statement === undefined ? "" : createHash("sha256").update(plan.statement.sql).digest("hex");
    const counted = { plan, uses: 1, name: name.slice(0, 32), ...cacheTraits(plan) };
    // What one client's values made impossible another's may not.
    if (plan.fields.every(({ error }) => error === undefined)) plans.set(structure, counted);
    return counted;
  }

  private async answerByStatement(
    { plan, uses, name }: CountedPlan,
    run: Run,
    signal: AbortSignal | undefined,
    answers: Map<string, Answer>,
  ): Promise<void> {
    const { fields, statement } = plan;
    for (const { key, error, constant } of fields) {
      if (error !== undefined) answers.set(key, { error });
      if (constant !== undefined) answers.set(key, { json: constant });
    }
    if (statement === undefined) return;
    const { values, refused } = bind(statement.parameters, run);
    for (const [key, error] of refused) answers.set(key, { error });
    const asked = fields.filter(({ key, column }) => column !== undefined && !answers.has(key));
    const [first] = asked;
    if (first === undefined) return;
    try {
      // What comes once is not worth keeping.
      const named = uses > 1 ? { name } : {};
      const texts = await this.options.statements.run({ text: statement.sql, values, ...named }, signal);
      const finished = await this.finish(asked, texts, run.position);
      for (const [index, { key }] of asked.entries()) answers.set(key, finished[index] as Answer);
    } catch (error) {
      signal?.throwIfAborted();
      for (const field of asked)
        answers.set(field.key, {
          error: field === first ? locatedError(error, field.nodes, [field.key]) : undefined,
        });
    }
  }

  /** Most of what is asked for is final: a node is asked only when something is not. */
  private async finish(fields: readonly RootField[], texts: readonly (string | null)[], position: Position) {
    let asksForSafe = false;
    let safe: BlockPosition | null = null;
    const finality = (block: bigint) => {
      asksForSafe ||= block > position.finalised.number;
      return finalityOf(block, position, safe);
    };
    const answer = (field: RootField) => answerOf(field, texts[field.column as number] ?? null, finality);
    const answers = fields.map(answer);
    if (!asksForSafe) return answers;
    safe = await this.options.readSafe();
    return safe === null ? answers : fields.map(answer);
  }
}

let cacheIds = 0;

/** Answers that are rows' work alone may be kept; a node is asked for the others. */
function cacheTraits({ fields, statement }: Plan): Pick<CountedPlan, "cacheId" | "readsNektar"> {
  const { sql: text = "" } = statement ?? {};
  const byRows = fields.every(
    ({ column, constant, error }) => error === undefined && (column !== undefined || constant !== undefined),
  );
  if (!byRows || statement === undefined || text.includes(marks.finality))
    return { cacheId: undefined, readsNektar: false };
  cacheIds += 1;
  return { cacheId: String(cacheIds), readsNektar: /\bnektar"?\./.test(text) };
}

/** @returns undefined when the run's answer may not be kept: also when a parameter cannot be used. */
function keyOf({ plan, cacheId }: CountedPlan, run: Run): string | undefined {
  if (cacheId === undefined) return undefined;
  const { values, refused } = bind(plan.statement?.parameters ?? [], run);
  return refused.size > 0 ? undefined : `${cacheId} ${JSON.stringify(values)}`;
}

function fragmentsOf({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** The root fields that are no statement's work, by graphql-js. */
async function answerRest(
  { node, fragments }: Prepared,
  { fields }: Plan,
  { executeRest }: ExecutionRequest,
  answers: Map<string, Answer>,
): Promise<readonly GraphQLError[]> {
  const rest = fields.filter(
    (field) => field.column === undefined && !field.error && field.constant === undefined,
  );
  if (rest.length === 0) return [];
  const selections = rest.flatMap(({ nodes }) => nodes);
  const operation = { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  const { data, errors = [] } = await executeRest({
    kind: Kind.DOCUMENT,
    definitions: [operation, ...fragments.values()],
  } as DocumentNode);
  for (const { key } of rest) {
    // Without data one of them failed that must not be null: then none has an answer.
    if (data == null) answers.set(key, { error: undefined });
    else answers.set(key, { json: JSON.stringify(data[key]) });
  }
  return errors;
}
