import { EnvelopArmorPlugin } from "@escape.tech/graphql-armor";
import type { Plugin } from "graphql-yoga";
import { type ClientErrorCode, clientError } from "../errors.ts";

/** What one operation may be before it is executed. Page sizes count into the cost where they stand in the query. */
export const operationLimits = {
  depth: 14,
  aliases: 20,
  directives: 5,
  tokens: 1_000,
  cost: 50_000,
} as const;

/** Bytes of a request's body. */
export const maxBodyBytes = 100_000;

/** Refuses operations above the limits before they run, each with a code of its own. */
export function operationLimitsPlugin(): Plugin {
  return EnvelopArmorPlugin({
    maxDepth: { n: operationLimits.depth, flattenFragments: true, onReject: refuse("QUERY_TOO_DEEP") },
    // Its default would allow any number of aliases of `__typename`.
    maxAliases: { n: operationLimits.aliases, allowList: [], onReject: refuse("TOO_MANY_ALIASES") },
    maxDirectives: { n: operationLimits.directives, onReject: refuse("TOO_MANY_DIRECTIVES") },
    maxTokens: { n: operationLimits.tokens, onReject: refuse("TOO_MANY_TOKENS") },
    costLimit: {
      maxCost: operationLimits.cost,
      flattenFragments: true,
      onReject: refuse("QUERY_TOO_COSTLY"),
    },
    // Names of fields are public: introspection is on.
    blockFieldSuggestion: { enabled: false },
  }) as Plugin;
}

type Refusal = { readonly message: string };

function refuse(code: ClientErrorCode): ((context: unknown, error: Refusal) => never)[] {
  return [
    (_context, { message }) => {
      throw clientError(code, message.replace(/^Syntax Error: /, ""), { status: 400 });
    },
  ];
}
