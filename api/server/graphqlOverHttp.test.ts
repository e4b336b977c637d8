import { serverAudits } from "graphql-http";
import { describe, expect, it } from "vitest";
import { useFilledApi } from "../testing/useFilledApi.ts";

const api = useFilledApi();

describe("GraphQL over HTTP, by the public audits", () => {
  const audits = serverAudits({
    url: () => `${api.url}/graphql`,
    // As our clients do: requests that a page of another site could send without asking need a header that it cannot.
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), "x-nektar-csrf": "1" } }),
  });

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
    "%s: %s",
    async (_id, _name, audit) => {
      const result = await audit.fn();
      // "warn" is for what the specification recommends and "notice" for what it allows; "error" for what it demands.
      expect(result.status, "reason" in result ? result.reason : "").not.toBe("error");
    },
  );
});
