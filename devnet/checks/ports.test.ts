import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { freePort, isPortFree } from "../net/ports.ts";
import { readSettings } from "../settings.ts";
import { checkPorts, neededPorts } from "./ports.ts";

async function listen(host: string): Promise<number> {
  const port = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen({ port, host }, resolve));
  onTestFinished(() => void server.close());
  return port;
}

describe("checkPorts", () => {
  it("names a taken port and the variable that changes it", async () => {
    const port = await listen("127.0.0.1");
    await expect(checkPorts([{ port, variable: "API_PORT", user: "the api" }])).rejects.toThrow(
      `This port is taken by another program: ${port} (for the api; set API_PORT).`,
    );
  });

  it("sees a program that listens on all addresses", async () => {
    expect(await isPortFree(await listen("0.0.0.0"))).toBe(false);
  });

  it("refuses one port for two parts", async () => {
    const settings = readSettings({ API_PORT: "4012" });
    await expect(checkPorts(neededPorts(settings, 3))).rejects.toThrow(
      "the api and operator 2 cannot both use port 4012: change API_PORT or OPERATOR_PORT.",
    );
  });

  it("needs no port for a part that is replaced", () => {
    const settings = readSettings({ DATABASE_URL: "postgres://h/d", RPC_URL: "http://h" });
    const variables = neededPorts(settings, 3).map(({ variable }) => variable);
    expect(new Set(variables)).toEqual(new Set(["API_PORT", "INDEXER_PORT", "JOBS_PORT", "OPERATOR_PORT"]));
  });
});
