import { useCSRFPrevention } from "@graphql-yoga/plugin-csrf-prevention";
import type { GraphQLSchema } from "graphql";
import { createYoga, useExecutionCancellation } from "graphql-yoga";
import type { Logger } from "../../lib/logging/createLogger.ts";
import { type Context, createContext, type Services } from "../context.ts";
import { type OperationRules, persistedPlugin } from "../operations/persistedPlugin.ts";
import type { Executor } from "../plan/Executor.ts";
import { shareAnswersPlugin } from "../subscriptions/shareAnswersPlugin.ts";
import { type CorsOrigins, corsOptions } from "./cors.ts";
import { exampleQueries } from "./exampleQueries.ts";
import type { KnownDocuments } from "./KnownDocuments.ts";
import { operationLimitsPlugin } from "./limits.ts";
import { createErrorMask } from "./maskError.ts";
import { maskErrorsPlugin } from "./maskErrorsPlugin.ts";
import { noIntrospectionPlugin } from "./noIntrospection.ts";
import { notModifiedPlugin } from "./notModifiedPlugin.ts";
import { observePlugin } from "./observePlugin.ts";
import { plannedExecution } from "./plannedExecution.ts";
import type { RequestContext } from "./RequestContext.ts";
import { readinessPlugin } from "./readinessPlugin.ts";
import { urlJsonPlugin } from "./urlJsonPlugin.ts";

export type YogaOptions = {
  readonly services: Services;
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  readonly documents: KnownDocuments;
  readonly logger: Logger;
  /** Origins whose pages may read answers; `*` for all. */
  readonly corsOrigins: CorsOrigins;
  readonly introspection: boolean;
  readonly operations: OperationRules;
};

export const graphqlPath = "/graphql";
/** Simple requests (GET, forms) need this header, which a foreign page cannot send without asking first. */
const csrfHeader = "x-nektar-csrf";

/** The GraphQL server: schema, limits and GraphiQL. Everything about HTTP beyond it is `createHttpServer`. */
export function createYogaServer(options: YogaOptions) {
  const { services, schema, logger, corsOrigins, introspection, operations } = options;
  return createYoga<RequestContext, Context>({
    schema,
    context: ({ position, client }) => createContext(services, position, client),
    graphqlEndpoint: graphqlPath,
    landingPage: false,
    logging: false,
    batching: false,
    multipart: false,
    // What comes here was read whole, and is within the limit; Yoga would pass it through streams.
    maxRequestBodySize: false,
    // A plugin of ours does, which knows the request.
    maskedErrors: false,
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
      maskErrorsPlugin(createErrorMask(logger)),
      urlJsonPlugin(),
      notModifiedPlugin(),
      useCSRFPrevention({ requestHeaders: [csrfHeader] }),
      persistedPlugin(operations, options.documents),
      operationLimitsPlugin(),
      ...(introspection ? [] : [noIntrospectionPlugin()]),
      observePlugin(),
      readinessPlugin(),
      shareAnswersPlugin(options.executor),
      useExecutionCancellation(),
      plannedExecution(options.executor, options.documents),
    ],
  });
}
