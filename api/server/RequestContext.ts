import type { Position } from "../meta/queries.ts";
import type { Outcome } from "../plan/answers.ts";
import type { Client } from "./client.ts";
import type { RequestScope } from "./requestScope.ts";

/** What the HTTP server hands to GraphQL with each request. */
export type RequestContext = {
  readonly scope: RequestScope;
  readonly position: Position | undefined;
  readonly client: Client;
  /** Where the operation was executed already: then only its answer is to be written. */
  readonly outcome?: Outcome;
};
