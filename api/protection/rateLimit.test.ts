import { createHash } from "node:crypto";
import { describe, expect, it, onTestFinished } from "vitest";
import { startTestApi, type TestApi } from "../testing/startTestApi.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";

const secret = "a-key-that-nobody-guesses";
const apiKeys = new Map([
  [createHash("sha256").update(secret).digest("hex"), { name: "explorer", perSecond: 1_000 }],
]);

const api = useFilledApi();

async function limited(perSecond: number): Promise<TestApi> {
  const started = await startTestApi(api.databaseUrl, {
    edge: { rate: { perSecond }, apiKeys, trustedProxies: 1 },
    corsOrigins: ["https://app.example"],
  });
  onTestFinished(() => started.close());
  return started;
}

const ask = (url: string, headers: Record<string, string> = {}, body = '{"query":"{ __typename }"}') =>
  fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });

/** Asks until it is refused, and returns how often it was not. */
async function exhaust(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ allowed: number; last: Response }> {
  for (let allowed = 0; allowed < 500; allowed++) {
    const last = await ask(url, headers);
    if (last.status === 429) return { allowed, last };
    await last.arrayBuffer();
  }
  throw new Error("It was never refused.");
}

describe("requests above the rate", () => {
  it("are refused after a burst, with the time after which to come back, in GraphQL's and the browser's terms", async () => {
    const { url } = await limited(2);
    const { allowed, last } = await exhaust(url, { origin: "https://app.example" });
    expect(allowed).toBeGreaterThanOrEqual(22);
    expect(allowed).toBeLessThan(40);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect(last.headers.get("access-control-allow-origin")).toBe("https://app.example");
    expect(last.headers.get("access-control-expose-headers")).toContain("retry-after");
    expect(last.headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
    expect(await last.json()).toMatchObject({ errors: [{ extensions: { code: "RATE_LIMITED" } }] });
  });

  it("are refused before anything of them is read, also of those that are no GraphQL", async () => {
    const { url, statements } = await limited(0.01);
    await exhaust(url);
    const before = statements();
    for (const body of ["{{{", "x".repeat(1_000_000), '{"query":"{ tasks { totalCount } }"}']) {
      // The server may cut the line before the client has sent all.
      const status = await ask(url, {}, body).then(
        (response) => response.status,
        () => 429,
      );
      expect(status).toBe(429);
    }
    expect(statements()).toBe(before);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect((await fetch(`${url}/metrics`)).status).toBe(200);
  });

  it("are counted by the address that our proxy saw: another one is served", async () => {
    const { url } = await limited(0.1);
    await exhaust(url, { "x-forwarded-for": "1.1.1.1" });
    expect((await ask(url, { "x-forwarded-for": "9.9.9.9, 1.1.1.1" })).status).toBe(429);
    expect((await ask(url, { "x-forwarded-for": "2.2.2.2" })).status).toBe(200);
  });

  it("are counted apart with a key, by the rate that the key has; unknown keys count for the address", async () => {
    const { url } = await limited(0.1);
    await exhaust(url);
    for (let count = 0; count < 50; count++)
      expect((await ask(url, { authorization: `Bearer ${secret}` })).status).toBe(200);
    const other = { "x-forwarded-for": "3.3.3.3", "x-api-key": "guess" };
    const unknown = await ask(url, other);
    expect([unknown.status, await unknown.json()]).toMatchObject([
      401,
      { errors: [{ extensions: { code: "UNKNOWN_API_KEY" } }] },
    ]);
    let status = 401;
    for (let count = 0; count < 50 && status === 401; count++) status = (await ask(url, other)).status;
    expect(status).toBe(429);
  });
});
