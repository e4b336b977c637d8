import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ModuleEndpoint } from "./ModuleEndpoint.ts";
import { ModuleError, ModuleStoppedError } from "./moduleErrors.ts";

type Request = { id: number; payload: string };

/** What a payload makes the endpoint do, beside answering `0x01` well. */
const manners: Record<string, (response: ServerResponse, request: Request) => void> = {
  "0x01": (response, { id }) => response.end(JSON.stringify({ id, response: "0xAA" })),
  "0x02": () => {},
  "0x03": (response) => response.end(`"${"a".repeat(200_000)}"`),
  "0x04": (response) => response.destroy(),
  "0x05": (response) => response.end("<html>"),
  "0x06": (response, { id }) => response.end(JSON.stringify({ id: id + 1, response: "0xbb" })),
  "0x07": (response, { id }) => response.end(JSON.stringify({ id, error: "no" })),
  "0x08": (response) => response.writeHead(500).end(),
  "0x09": (response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
};

describe("ModuleEndpoint", () => {
  let [running, most] = [0, 0];
  const server = createServer(async (request, response) => {
    most = Math.max(most, ++running);
    response.on("close", () => running--);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const asked: Request = JSON.parse(Buffer.concat(parts).toString());
    setTimeout(() => manners[asked.payload]?.(response, asked), 20);
  });
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/module`;
  });
  const open: ModuleEndpoint[] = [];
  const endpoint = (address = url) => {
    const created = new ModuleEndpoint(address, { timeMs: 500, lineBytes: 100_000 });
    open.push(created);
    return created;
  };
  afterEach(() => Promise.all(open.splice(0).map((each) => each.stop())));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it("answers several payloads at once, but not all that come", async () => {
    const subject = endpoint();
    const answers = await Promise.all(Array.from({ length: 20 }, () => subject.run("0x01")));
    expect(new Set(answers)).toEqual(new Set(["0xaa"]));
    expect(most).toBe(4);
  });

  it.each([
    ["hangs", "0x02", /in time/],
    ["floods", "0x03", /too long/],
    ["breaks off", "0x04", /does not answer/],
    ["writes nonsense", "0x05", /no answer/],
    ["answers for another payload", "0x06", /no answer/],
    ["reports an error", "0x07", /reports: no/],
    ["fails", "0x08", /status 500/],
    ["points elsewhere", "0x09", /does not answer/],
  ] as const)(
    "fails the payload on which the endpoint %s, and answers the next",
    async (_name, payload, reason) => {
      const subject = endpoint();
      const bad = subject.run(payload);
      const good = subject.run("0x01");
      await expect(bad).rejects.toThrow(ModuleError);
      await expect(bad).rejects.toThrow(reason);
      expect(await good).toBe("0xaa");
      expect(subject.isHealthy).toBe(true);
    },
  );

  it("is unhealthy when nothing is there, and rejects what is open when it is stopped", async () => {
    const nowhere = endpoint("http://127.0.0.1:1/");
    for (let attempt = 0; attempt < 3; attempt++)
      await expect(nowhere.run("0x01")).rejects.toThrow(ModuleError);
    expect(nowhere.isHealthy).toBe(false);
    const subject = endpoint();
    const stopped = expect(subject.run("0x02")).rejects.toThrow(ModuleStoppedError);
    await subject.stop();
    await stopped;
  });
});
