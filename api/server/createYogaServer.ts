import { useCSRFPrevention } from "@graphql-yoga/plugin-csrf-prevention";
import { createSchema, createYoga, useExecutionCancellation } from "graphql-yoga";
import type { Logger } from "../../lib/logging/createLogger.ts";
import { type Context, createContext, type Services } from "../context.ts";
import type { Position } from "../meta/queries.ts";
import { resolvers } from "../resolvers.ts";
import { schemaText } from "../schemaText.ts";
import { shareAnswersPlugin } from "../subscriptions/shareAnswersPlugin.ts";
import type { Client } from "./client.ts";
import { closeOversizedPlugin } from "./closeOversized.ts";
import { type CorsOrigins, corsOptions } from "./cors.ts";
import { exampleQueries } from "./exampleQueries.ts";
import { maxBodyBytes, operationLimitsPlugin } from "./limits.ts";
import { limitLists } from "./listBudget.ts";
import { createErrorMask } from "./maskError.ts";
import { noIntrospectionPlugin } from "./noIntrospection.ts";
import { observePlugin } from "./observePlugin.ts";
import { readinessPlugin } from "./readinessPlugin.ts";

/** What the HTTP server hands to GraphQL with each request. */
export type RequestContext = { readonly position: Position | undefined; readonly client: Client };

export type YogaOptions = {
  readonly services: Services;
  readonly logger: Logger;
  /** Origins whose pages may read answers; `*` for all. */
  readonly corsOrigins: CorsOrigins;
  readonly introspection: boolean;
};

/** For whom the answers of subscriptions are made. */
const everyone: Client = { id: "everyone", gone: new AbortController().signal, drop: () => {} };

export const graphqlPath = "/graphql";
/** Simple requests (GET, forms) need this header, which a foreign page cannot send without asking first. */
const csrfHeader = "x-nektar-csrf";

/** The GraphQL server: schema, limits and GraphiQL. Everything about HTTP beyond it is `createHttpServer`. */
export function createYogaServer(options: YogaOptions) {
  const { services, logger, corsOrigins, introspection } = options;
  const schema = createSchema<Context>({ typeDefs: schemaText, resolvers });
  return createYoga<RequestContext, Context>({
    schema: limitLists(schema),
    context: ({ position, client }) => createContext(services, position, client),
    graphqlEndpoint: graphqlPath,
    landingPage: false,
    logging: false,
    batching: false,
    multipart: false,
    maxRequestBodySize: maxBodyBytes,
    maskedErrors: { maskError: createErrorMask(logger) },
    cors: corsOptions(corsOrigins),
    // Loaded by the first visitor: the page's scripts alone are 80 MB of a process that mostly serves programs.
    renderGraphiQL: async (options) =>
      (await import("@graphql-yoga/render-graphiql")).renderGraphiQL(options),
    graphiql: {
      title: "Nektar",
      defaultTabs: exampleQueries.map((query) => ({ query })),
      additionalHeaders: { [csrfHeader]: "1" },
    },
    plugins: [
      closeOversizedPlugin(),
      useCSRFPrevention({ requestHeaders: [csrfHeader] }),
      operationLimitsPlugin(),
      ...(introspection ? [] : [noIntrospectionPlugin()]),
      observePlugin(),
      readinessPlugin(),
      shareAnswersPlugin((position) => createContext(services, position, everyone)),
      useExecutionCancellation(),
    ],
  });
}
