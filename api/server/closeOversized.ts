import type { Plugin } from "graphql-yoga";

const payloadTooLarge = 413;

/** Ends the connection whose request was too large: the rest of it was not read and would be taken for the next request. */
export function closeOversizedPlugin(): Plugin {
  return {
    onResponse({ response }) {
      if (response.status === payloadTooLarge) response.headers.set("connection", "close");
    },
  };
}
