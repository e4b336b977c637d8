import type { Plugin } from "graphql-yoga";
import { clientError } from "../errors.ts";

/** Refuses a URL whose `variables` or `extensions` are no JSON: the client's fault, which Yoga takes for ours. */
export function urlJsonPlugin(): Plugin {
  return {
    onRequestParse({ request, url }) {
      if (request.method !== "GET") return;
      for (const name of ["variables", "extensions"]) {
        const text = url.searchParams.get(name);
        if (text && !isJson(text))
          throw clientError("BAD_USER_INPUT", `\`${name}\` in the URL must be JSON.`, { status: 400 });
      }
    },
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
