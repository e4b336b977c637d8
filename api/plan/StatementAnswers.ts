import { type FieldNode, type GraphQLSchema, locatedError } from "graphql";
import { finalityOf } from "../meta/finality.ts";
import type { BlockReader } from "../meta/headReader.ts";
import type { BlockPosition, Position } from "../meta/queries.ts";
import { type Answer, answerOf, bind } from "./answers.ts";
import type { Moments } from "./asOf.ts";
import type { Plans, RootField } from "./compile.ts";
import { type CountedPlan, type Prepared, payloadOf } from "./countedPlan.ts";
import type { ExecutionRequest } from "./ExecutionRequest.ts";
import type { Run } from "./Param.ts";
import type { PayloadRow } from "./PayloadRow.ts";
import type { Statements } from "./statements.ts";

/** An object that a mutation returned or a subscription tells, and what is selected of it. */
export type Payload = {
  readonly prepared: Prepared;
  /** Coerced. */
  readonly variables: Run["variables"];
  readonly request: Pick<ExecutionRequest, "position" | "signal">;
  readonly nodes: readonly FieldNode[];
  readonly key: string;
  readonly row: PayloadRow;
};

export type StatementAnswersOptions = {
  readonly schema: GraphQLSchema;
  readonly plans: Plans;
  readonly statements: Statements;
  readonly moments: Moments;
  readonly readSafe: BlockReader;
};

/** Runs plans' statements and finishes the text that they yield. */
export class StatementAnswers {
  readonly #options: StatementAnswersOptions;

  constructor(options: StatementAnswersOptions) {
    this.#options = options;
  }

  /** The answers of the root fields that are in the plan's statement, and of those that need none. */
  async answer(
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
      const texts = await this.#options.statements.run({ text: statement.sql, values, ...named }, signal);
      const finished = await this.#finish(asked, texts, run.position);
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
  async #finish(fields: readonly RootField[], texts: readonly (string | null)[], position: Position) {
    let asksForSafe = false;
    let safe: BlockPosition | null = null;
    const finality = (block: bigint) => {
      asksForSafe ||= block > position.finalised.number;
      return finalityOf(block, position, safe);
    };
    const answer = (field: RootField) => answerOf(field, texts[field.column as number] ?? null, finality);
    const answers = fields.map(answer);
    if (!asksForSafe) return answers;
    safe = await this.#options.readSafe();
    return safe === null ? answers : fields.map(answer);
  }

  /** The JSON of what is selected of an object that a mutation returned or a subscription tells: by one statement. */
  async payload(
    { prepared, variables, request, nodes, key, row }: Payload,
    statements: Statements,
  ): Promise<string> {
    const { moments } = this.#options;
    const asked = { type: row.__typename, nodes, key };
    const { sql, parameters, ...known } = payloadOf(this.#options, prepared, variables, asked);
    const { values, refused } = bind(parameters, runOf(moments, variables, request.position, row));
    for (const error of refused.values()) throw error;
    const texts = await statements.run({ text: sql, values, ...known }, request.signal);
    const field = { key, nodes, nullable: false, column: 0, constant: undefined, error: undefined };
    const [answer] = await this.#finish([field], texts, request.position);
    if (answer !== undefined && "json" in answer) return answer.json;
    throw answer?.error ?? new Error(`The statement has no answer for ${key}.`);
  }
}

/** A run as of the indexed block. */
export function runOf(
  moments: Moments,
  variables: Run["variables"],
  position: Position,
  row: Run["row"] = {},
): Run {
  return { variables, position, moments: [moments.now(position)], row };
}
