import { GraphQLError, locatedError } from "graphql";
import { clientError } from "../errors.ts";
import type { RootField } from "./compile.ts";
import { FaultInAnswer, finishText } from "./finish.ts";
import { Param, type Run } from "./Param.ts";
import { tooLarge } from "./text.ts";

/** `data` is JSON text; undefined when nothing was executed. */
export type Outcome = {
  readonly data: string | undefined;
  readonly errors: readonly GraphQLError[];
  /** A strong validator of `data`, of an outcome that may be kept. */
  readonly etag?: string;
  /** Rows that it has room for: pages in full, lists without pages by what is typical. */
  readonly rows?: number;
};

/** JSON text, or why there is none; an error that another field has already told of is undefined. */
export type Answer = { readonly json: string } | { readonly error: GraphQLError | undefined };

/** The parameters' values; those that cannot be used refuse the root field that they belong to. */
export function bind(parameters: readonly unknown[], run: Run) {
  const refused = new Map<string, GraphQLError>();
  const values = parameters.map((parameter) => {
    if (!(parameter instanceof Param)) return parameter;
    try {
      return parameter.read(run) ?? null;
    } catch (error) {
      const { path, nodes } = parameter.place ?? {};
      const [key] = path ?? [];
      if (!(error instanceof GraphQLError) || path === undefined || key === undefined) throw error;
      if (!refused.has(key)) refused.set(key, locatedError(error, nodes, path));
      return null;
    }
  });
  return { values, refused };
}

export function answerOf(
  { key, nodes }: RootField,
  text: string | null,
  finality: (block: bigint) => string,
): Answer {
  try {
    if (text === null) throw new Error(`The statement has no answer for ${key}.`);
    return { json: finishText(text, finality) };
  } catch (error) {
    if (!(error instanceof FaultInAnswer) || error.why !== tooLarge)
      return { error: locatedError(error, nodes, [key]) };
    const refusal = clientError("QUERY_TOO_LARGE", "A list in the answer is too long. Ask for less.");
    return { error: locatedError(refusal, nodes, [key]) };
  }
}

export function putTogether(fields: readonly RootField[], answers: ReadonlyMap<string, Answer>): Outcome {
  const errors: GraphQLError[] = [];
  let isNull = false;
  let data = "{";
  for (const { key, nullable } of fields) {
    const answer = answers.get(key);
    if (answer === undefined) throw new Error(`The root field ${key} was not answered.`);
    if ("error" in answer) {
      if (answer.error !== undefined) errors.push(answer.error);
      isNull ||= !nullable;
    }
    data += `${data.length === 1 ? "" : ","}${JSON.stringify(key)}:${"json" in answer ? answer.json : "null"}`;
  }
  return { data: isNull ? "null" : `${data}}`, errors };
}
