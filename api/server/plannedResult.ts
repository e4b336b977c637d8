import type { ExecutionResult, GraphQLError } from "graphql";
import type { Outcome } from "../plan/answers.ts";

/** An execution's result whose data is text already; Yoga writes it by `stringify`. */
export type PlannedResult = ExecutionResult & {
  stringify(result: { readonly errors?: readonly GraphQLError[] }): string;
};

/** Stands for data that is text, for whoever asks whether there is any. */
const someData = Object.freeze({});

export function plannedResult({ data, errors }: Outcome): PlannedResult {
  return {
    ...(errors.length === 0 ? {} : { errors }),
    ...(data === undefined ? {} : { data: data === "null" ? null : someData }),
    stringify: ({ errors: shown }) => {
      const parts = [
        ...(shown === undefined || shown.length === 0 ? [] : [`"errors":${JSON.stringify(shown)}`]),
        ...(data === undefined ? [] : [`"data":${data}`]),
      ];
      return `{${parts.join()}}`;
    },
  };
}
