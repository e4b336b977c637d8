import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const source = fileURLToPath(new URL("./testing/signUntilKilled.ts", import.meta.url));
/** `NEKTAR_LIVES=2000` takes some minutes; the figure in the README is from that. */
const lives = Number(process.env.NEKTAR_LIVES ?? 24);
const tasksALife = 12;
let script: string;

describe("signing protection under kill -9", () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "nektar-kill-"));
    script = join(directory, "signUntilKilled.mjs");
    // In one file, so that a life starts fast and most of it is signing.
    await build({ entryPoints: [source], outfile: script, bundle: true, platform: "node", format: "esm" });
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it(`never releases two different signatures for a task over ${lives} lives that end at random points`, async () => {
    const signatures = new Map<number, Set<string>>();
    const livesOfTask = new Map<number, Set<number>>();
    let refusals = 0;
    for (let life = 0; life < lives; life++) {
      const lines = await liveAndDie(directory, life * 2);
      for (const line of lines) {
        if (line.signature === undefined) refusals++;
        else {
          signatures.set(line.number, (signatures.get(line.number) ?? new Set()).add(line.signature));
          livesOfTask.set(line.number, (livesOfTask.get(line.number) ?? new Set()).add(life));
        }
      }
    }
    expect([...signatures].filter(([, released]) => released.size > 1)).toEqual([]);
    // The attack took place: tasks were signed in several lives, and conflicting responses were asked for.
    expect([...livesOfTask.values()].filter((set) => set.size > 1).length).toBeGreaterThan(5);
    expect(refusals).toBeGreaterThan(20);
  }, 3_000_000);

  it("lets a second process on the directory end with a sentence, and a third start once the first was killed", async () => {
    const first = start(directory, 1000);
    await firstLine(first);
    const second = start(directory, 1000);
    let errors = "";
    second.stderr?.on("data", (chunk: Buffer) => {
      errors += chunk.toString();
    });
    const [code] = await once(second, "exit");
    expect(code).not.toBe(0);
    expect(errors).toContain("Another process uses the data directory");
    await kill(first);
    const third = start(directory, 1000);
    await firstLine(third);
    await kill(third);
  }, 60_000);
});

type Line = { number: number; signature?: string };

async function liveAndDie(directory: string, first: number): Promise<Line[]> {
  const child = start(directory, first);
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout ?? process.stdin });
  const wanted = 1 + Math.floor(Math.random() * 15);
  const enough = new Promise<void>((resolve) => {
    reader.on("line", (line) => {
      if (lines.push(line) >= wanted) resolve();
    });
  });
  const closed = once(reader, "close");
  // A number of lines and not a time: a slow machine must not weaken the attack.
  await enough;
  await sleep(Math.random() * 20);
  await kill(child);
  await closed;
  // The last line may be cut by the kill; a signature that is not whole never left.
  return lines.flatMap((line) => (line.endsWith("}") ? [JSON.parse(line) as Line] : []));
}

function start(directory: string, first: number): ChildProcess {
  const args = [script, directory, String(first), String(tasksALife)];
  return spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
}

async function firstLine(child: ChildProcess): Promise<void> {
  if (child.stdout !== null) await once(child.stdout, "data");
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}
