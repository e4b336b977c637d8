import type { Plugin } from "graphql-yoga";
import { isNotModified } from "../cache/isNotModified.ts";
import type { RequestContext } from "./RequestContext.ts";

const notModified = 304;
const ofBody: ReadonlySet<string> = new Set(["content-type", "content-length"]);
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
      // Left out, not deleted: these `Headers` keep the case of a name, and what was deleted from a copy.
      const kept = [...response.headers].filter(([name]) => !ofBody.has(name.toLowerCase()));
      const headers = new fetchAPI.Headers(kept);
      setResponse(new fetchAPI.Response(null, { status: notModified, headers }));
    },
  };
}
