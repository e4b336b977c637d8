import type { AddressInfo } from "node:net";
import { Counter, Registry } from "prom-client";
import { expect, it, onTestFinished } from "vitest";
import { ConfigError } from "../errors/NektarError.ts";
import { closeServer, type Readiness, serveStatus } from "./serveStatus.ts";

async function serve(readiness: () => Readiness, port = 0) {
  const metrics = new Registry();
  new Counter({ name: "nektar_test_total", help: "A test.", registers: [metrics] }).inc();
  const server = await serveStatus({ port, portSetting: "TEST_PORT", metrics, ready: readiness });
  onTestFinished(() => closeServer(server));
  return (server.address() as AddressInfo).port;
}

it("serves health, readiness and metrics", async () => {
  let readiness: Readiness = { ready: false, reason: "the indexer is behind" };
  const url = `http://127.0.0.1:${await serve(() => readiness)}`;
  expect((await fetch(`${url}/health`)).status).toBe(200);
  const waiting = await fetch(`${url}/ready`);
  expect([waiting.status, await waiting.json()]).toEqual([503, readiness]);
  readiness = { ready: true };
  expect((await fetch(`${url}/ready`)).status).toBe(200);
  expect(await (await fetch(`${url}/metrics`)).text()).toContain("nektar_test_total 1");
  expect((await fetch(`${url}/other`)).status).toBe(404);
  expect((await fetch(`${url}/health`, { method: "POST" })).status).toBe(405);
});

it("is not ready, and lives on, when the check itself fails", async () => {
  const url = `http://127.0.0.1:${await serve(() => {
    throw new Error("no database");
  })}`;
  expect((await fetch(`${url}/ready`)).status).toBe(503);
  expect((await fetch(`${url}/health`)).status).toBe(200);
});

it("names the port and the variable when the port is taken", async () => {
  const port = await serve(() => ({ ready: true }));
  await expect(serve(() => ({ ready: true }), port)).rejects.toThrow(ConfigError);
  await expect(serve(() => ({ ready: true }), port)).rejects.toThrow(
    new RegExp(`${port} is taken.*TEST_PORT`),
  );
});
