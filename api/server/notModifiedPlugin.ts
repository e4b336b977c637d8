import type { Plugin } from "graphql-yoga";
import { isNotModified } from "../cache/isNotModified.ts";
import type { RequestContext } from "./createYogaServer.ts";

const notModified = 304;
const json = /^application\/(graphql-response\+)?json\b/;

/**
 * Gives an answer that has a validator its `etag`, and answers 304 without a body to a client that has it already: to GET
 * as HTTP has it, and to POST as well, since that is how GraphQL is asked.
 */
export function notModifiedPlugin(): Plugin<RequestContext, RequestContext> {
  return {
    onResponse({ request, response, setResponse, fetchAPI, serverContext }) {
      const { etag } = serverContext.scope;
      // Of event streams and pages, the validator is none.
      if (etag === undefined || !json.test(response.headers.get("content-type") ?? "")) return;
      response.headers.set("etag", etag);
      if (!isNotModified(request.headers.get("if-none-match") ?? undefined, etag)) return;
      const headers = new fetchAPI.Headers(response.headers);
      headers.delete("content-type");
      headers.delete("content-length");
      setResponse(new fetchAPI.Response(null, { status: notModified, headers }));
    },
  };
}
