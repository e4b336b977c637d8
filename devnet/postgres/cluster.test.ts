import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { endProcess, startProcess } from "../../test/support/childProcess.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import { freePort } from "../net/ports.ts";
import { startTimeOf } from "../processes/identity.ts";
import { type Cluster, openCluster } from "./cluster.ts";
import { acceptsQueries, ensureDatabase, serverCommand, serverUrl } from "./server.ts";

const directories: string[] = [];
afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
});

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "nektar-cluster-"));
  directories.push(directory);
  return directory;
}

async function serve(cluster: Cluster, durable = true) {
  const port = await freePort();
  const { program, args, ids } = serverCommand(cluster, { port, durable });
  const { child, output } = startProcess(program, args, { ...ids, cwd: cluster.dataDirectory });
  const url = serverUrl(cluster, port, "postgres");
  await waitFor("PostgreSQL", () => acceptsQueries(url)).catch((cause: unknown) => {
    throw new Error(output(), { cause });
  });
  return { child, url };
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

describe("the embedded PostgreSQL", () => {
  it("keeps committed rows through kill -9 and starts again on what that leaves", async () => {
    const directory = temporaryDirectory();
    const first = await serve(await openCluster(directory));
    await ensureDatabase(first.url, "nektar");
    await ensureDatabase(first.url, "nektar");
    await query(first.url, "create table kept (n int)");
    await query(first.url, "insert into kept values (1), (2)");
    first.child.kill("SIGKILL");
    await once(first.child, "exit");
    const second = await serve(await openCluster(directory));
    expect(await query(second.url, "select sum(n)::int from kept")).toEqual([{ sum: 3 }]);
    await endProcess(second.child, "SIGINT");
    expect(second.child.exitCode).toBe(0);
  });

  it("ends a server that a killed start has left on the directory", async () => {
    const directory = temporaryDirectory();
    const left = await serve(await openCluster(directory));
    const pid = left.child.pid ?? 0;
    await openCluster(directory);
    expect(startTimeOf(pid)).toBeUndefined();
  });

  it("is not kept from starting by the number of its killed server, used by another process now", async () => {
    const directory = temporaryDirectory();
    const cluster = await openCluster(directory);
    const stranger = spawn("sleep", ["60"]);
    writeFileSync(
      join(cluster.dataDirectory, "postmaster.pid"),
      `${stranger.pid}\n${cluster.dataDirectory}\n`,
    );
    const { child } = await serve(await openCluster(directory));
    expect(stranger.exitCode).toBeNull();
    stranger.kill();
    await endProcess(child, "SIGINT");
  });

  it("makes a directory anew whose making was cut off", async () => {
    const directory = temporaryDirectory();
    mkdirSync(join(directory, "data.unfinished", "base"), { recursive: true });
    const cluster = await openCluster(directory);
    expect(spawnSync("ls", [cluster.dataDirectory], { encoding: "utf8" }).stdout).toContain("PG_VERSION");
  });

  it("lets nobody in without the password", async () => {
    const { child, url } = await serve(await openCluster(temporaryDirectory()), false);
    const wrong = new URL(url);
    wrong.password = "guessed";
    expect(await acceptsQueries(wrong.href)).toBe(false);
    await endProcess(child, "SIGINT");
  });
});
