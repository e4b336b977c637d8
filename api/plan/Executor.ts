import {
  type DocumentNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getVariableValues,
  locatedError,
} from "graphql";
import { Limiter } from "../../lib/async/Limiter.ts";
import { cachedOutcome } from "../cache/OutcomeCache.ts";
import type { ResponseCache } from "../cache/ResponseCache.ts";
import { badInput } from "../errors.ts";
import type { BlockReader } from "../meta/headReader.ts";
import { answerRest } from "./answerRest.ts";
import { type Answer, type Outcome, putTogether } from "./answers.ts";
import type { Moments } from "./asOf.ts";
import { collectFields } from "./collectFields.ts";
import type { Plan, Plans } from "./compile.ts";
import { type CountedPlan, keyOf, type Prepared, planOf } from "./countedPlan.ts";
import type { ExecutionRequest } from "./ExecutionRequest.ts";
import { type Call, mutate } from "./mutate.ts";
import { nestsTooDeep } from "./nesting.ts";
import type { Run } from "./Param.ts";
import type { PayloadRow } from "./PayloadRow.ts";
import { PreparedOperations } from "./PreparedOperations.ts";
import { runOf, StatementAnswers } from "./StatementAnswers.ts";
import type { Statements } from "./statements.ts";

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

/** Statements of mutations' answers that run at once: a burst of them leaves the other connections to those who read. */
const payloadsAtOnce = 2;

/** Answers queries by one statement each, whose answer is the JSON. */
export class Executor {
  readonly #options: ExecutorOptions;
  readonly #operations = new PreparedOperations();
  readonly #answers: StatementAnswers;
  readonly #payloads = new Limiter(payloadsAtOnce);
  /** Queries whose plan was there, and whose plan had to be compiled. */
  readonly planCounts = { hits: 0, misses: 0 };

  constructor(options: ExecutorOptions) {
    this.#options = options;
    this.#answers = new StatementAnswers(options);
  }

  /** @returns undefined when the document has no such operation. */
  prepare(document: DocumentNode, operationName: string | null | undefined): Prepared | undefined {
    return this.#operations.prepare(document, operationName);
  }

  /** @throws {Error} the signal's reason once it is aborted; every other fault is in the outcome. */
  async execute(prepared: Prepared, request: ExecutionRequest): Promise<Outcome> {
    if (nestsTooDeep(request.variables))
      return { data: undefined, errors: [badInput("Variables nest too deep.")] };
    const { errors, coerced } = this.#coerce(prepared, request.variables);
    if (coerced === undefined) return { data: undefined, errors: errors ?? [] };
    if (prepared.node.operation === "mutation") return this.#mutate(prepared, coerced, request);
    const counted = planOf(this.#options, prepared, coerced);
    this.planCounts[counted.uses > 1 ? "hits" : "misses"] += 1;
    const outcome = await this.#query(prepared, counted, coerced, request);
    return { ...outcome, rows: counted.plan.rows };
  }

  async #query(
    prepared: Prepared,
    counted: CountedPlan,
    coerced: Run["variables"],
    request: ExecutionRequest,
  ): Promise<Outcome> {
    const answers = new Map<string, Answer>();
    const now = runOf(this.#options.moments, coerced, request.position);
    const { moments } = counted.plan;
    const run = moments.length === 0 ? now : await this.#runAsOf(moments, now, answers);
    const { cache } = this.#options;
    const key = cache && answers.size === 0 && prepared.page === undefined ? keyOf(counted, run) : undefined;
    if (cache === undefined || key === undefined)
      return this.#answer(prepared, counted, run, request, answers);
    const { readsNektar } = counted;
    const signal = request.signal === undefined ? {} : { signal: request.signal };
    return cachedOutcome(cache, { key, readsNektar, ...signal }, (gone) =>
      this.#answer(prepared, counted, run, { ...request, signal: gone }, new Map()),
    );
  }

  /** What a subscription tells of one update: what is selected of `row`, by one statement. */
  async tell(
    prepared: Prepared,
    request: Pick<ExecutionRequest, "variables" | "position">,
    row: PayloadRow,
  ): Promise<Outcome> {
    const { schema, statements } = this.#options;
    const { errors, coerced } = this.#coerce(prepared, request.variables);
    if (coerced === undefined) return { data: undefined, errors: errors ?? [] };
    const root = schema.getSubscriptionType() as GraphQLObjectType;
    const operation = { schema, variables: coerced, ...prepared };
    // A valid subscription has one root field.
    const [[key, nodes] = ["", []]] = collectFields(operation, root, [prepared.node.selectionSet]);
    const field = { key, nodes, nullable: false, column: undefined, constant: undefined, error: undefined };
    const payload = { prepared, variables: coerced, request, nodes, key, row };
    const answer = await this.#answers.payload(payload, statements).then(
      (json) => ({ json }),
      (error) => ({ error: locatedError(error, nodes, [key]) }),
    );
    return putTogether([field], new Map([[key, answer]]));
  }

  #coerce({ node }: Prepared, variables: ExecutionRequest["variables"]) {
    const given = node.variableDefinitions ?? [];
    return getVariableValues(this.#options.schema, given, variables ?? {}, { maxErrors: 50 });
  }

  #mutate(prepared: Prepared, variables: Run["variables"], request: ExecutionRequest): Promise<Outcome> {
    const { schema, calls, primaryStatements } = this.#options;
    const payload: Parameters<typeof mutate>[0]["payload"] = (asked) =>
      this.#payloads.run(() => this.#answers.payload(asked, primaryStatements));
    return mutate({ schema, calls, payload }, prepared, variables, request);
  }

  async #answer(
    prepared: Prepared,
    counted: CountedPlan,
    run: Run,
    request: ExecutionRequest,
    answers: Map<string, Answer>,
  ): Promise<Outcome> {
    const byStatement = this.#answers.answer(counted, run, request.signal, answers);
    const byRows = counted.plan.rest.length === 0;
    const [restErrors] = byRows
      ? [noErrors, await byStatement]
      : await Promise.all([answerRest(prepared, counted.plan, request, answers), byStatement]);
    request.signal?.throwIfAborted();
    const outcome = putTogether(counted.plan.fields, answers);
    return restErrors.length === 0 ? outcome : { ...outcome, errors: [...outcome.errors, ...restErrors] };
  }

  /** The run with these moments, too; those that cannot be refuse their root fields. */
  async #runAsOf(asked: Plan["moments"], run: Run, answers: Map<string, Answer>): Promise<Run> {
    const moments = [...run.moments];
    for (const one of asked) {
      const moment = await this.#options.moments.find(one, run).catch((error: unknown) => {
        if (!(error instanceof GraphQLError)) throw error;
        answers.set(one.place.path[0] ?? "", { error });
        return run.moments[0] as Run["moments"][number];
      });
      moments.push(moment);
    }
    return { ...run, moments };
  }
}

const noErrors: readonly GraphQLError[] = [];
