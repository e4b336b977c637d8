import { Counter, Registry } from "prom-client";
import { afterEach, describe, expect, it } from "vitest";
import { ConfigError } from "../errors/NektarError.ts";
import { type StatusServer, serveStatus } from "./serveStatus.ts";

const running: StatusServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function start(options: Partial<Parameters<typeof serveStatus>[0]> = {}): Promise<StatusServer> {
  const metrics = new Registry();
  new Counter({ name: "nektar_test_total", help: "A test.", registers: [metrics] }).inc(3);
  const server = await serveStatus({
    port: 0,
    host: "127.0.0.1",
    portVariable: "TEST_PORT",
    notReady: async () => undefined,
    metrics,
    ...options,
  });
  running.push(server);
  return server;
}

const get = (server: StatusServer, path: string, init?: RequestInit) =>
  fetch(`http://127.0.0.1:${server.port}${path}`, init);

describe("serveStatus", () => {
  it("answers health, readiness and metrics", async () => {
    const server = await start();
    expect((await get(server, "/health")).status).toBe(200);
    expect(await (await get(server, "/ready")).json()).toEqual({ status: "ready" });
    expect(await (await get(server, "/metrics")).text()).toContain("nektar_test_total 3");
  });

  it("says why it is not ready", async () => {
    const server = await start({ notReady: async () => "the indexer is behind" });
    const answer = await get(server, "/ready");
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ reason: "the indexer is behind" });
  });

  it("hides why a route failed, and knows no other paths or methods", async () => {
    const server = await start({ notReady: () => Promise.reject(new Error("secret host")) });
    const failed = await get(server, "/ready");
    expect(failed.status).toBe(500);
    expect(await failed.text()).not.toContain("secret");
    expect((await get(server, "/constructor")).status).toBe(404);
    expect((await get(server, "/health", { method: "POST" })).status).toBe(405);
  });

  it("serves further routes", async () => {
    const server = await start({ routes: { "/nektar/node": async () => ({ body: { node: "n" } }) } });
    expect(await (await get(server, "/nektar/node")).json()).toEqual({ node: "n" });
  });

  it("names a port that is taken and the variable that changes it", async () => {
    const server = await start();
    const second = start({ port: server.port });
    await expect(second).rejects.toThrow(ConfigError);
    await expect(second).rejects.toThrow(new RegExp(`${server.port} is taken.*TEST_PORT`));
  });
});
