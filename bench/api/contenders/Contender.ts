import { type ChildProcess, spawn } from "node:child_process";
import { freePort } from "../../../devnet/net/ports.ts";
import { endProcess } from "../../../test/support/childProcess.ts";
import { waitFor } from "../../../test/support/waitFor.ts";

export type Usage = { readonly cpuMicros: number; readonly rss: number; readonly statements: number };
export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** A server in a process of its own that answers the benchmark's queries. */
export type Contender = {
  readonly name: string;
  /** Where it takes POST requests. */
  readonly url: string;
  /** CPU time and SQL statements since it started, and its memory now. */
  usage(): Promise<Usage>;
  /** The SQL statements that it sends while `during` runs. */
  record(during: () => Promise<unknown>): Promise<readonly Statement[]>;
  stop(): Promise<void>;
};

export type Start = {
  readonly name: string;
  /** Arguments of `node`; the port stands in the environment as PORT. */
  readonly args: (port: number) => readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Where it runs; here unless told otherwise. */
  readonly directory?: string;
};

const instrument = new URL("./instrument.mjs", import.meta.url).href;
const startWithinMs = 60_000;

/** Starts a contender and waits until it answers. What it writes is kept for the message of a failure only. */
export async function startContender(start: Start, databaseUrl: string): Promise<Contender> {
  const { name, directory = process.cwd() } = start;
  const port = await freePort();
  const child = spawn(process.execPath, ["--import", instrument, ...start.args(port)], {
    cwd: directory,
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      ...start.environment,
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // Statements have values that JSON does not know.
    serialization: "advanced",
  });
  const output = tailOf(child);
  const url = `http://127.0.0.1:${port}/graphql`;
  const answers = () => {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    return fetch(url, { method: "POST", body: "{}", headers: { "content-type": "application/json" } });
  };
  await waitFor(name, answers, { timeoutMs: startWithinMs }).catch(async (cause: unknown) => {
    await endProcess(child, "SIGKILL");
    throw new Error(`${name} did not start: ${output()}`, { cause });
  });
  const ask = questions(child, () => `${name} ended: ${output()}`);
  return {
    name,
    url,
    usage: () => ask("usage") as Promise<Usage>,
    async record(during) {
      await ask("record");
      await during();
      return ask("recorded") as Promise<readonly Statement[]>;
    },
    stop: () => endProcess(child, "SIGTERM"),
  };
}

function tailOf(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-4_000);
    });
  return () => text;
}

/** Asks `instrument.mjs` in the child. */
function questions(child: ChildProcess, ended: () => string): (question: string) => Promise<unknown> {
  let asked = 0;
  type Waiting = { done(answer: unknown): void; fail(error: Error): void };
  const waiting = new Map<number, Waiting>();
  child.on("message", ({ id, answer }: { id: number; answer: unknown }) => {
    waiting.get(id)?.done(answer);
    waiting.delete(id);
  });
  child.once("exit", () => {
    for (const { fail } of waiting.values()) fail(new Error(ended()));
  });
  return (question) =>
    new Promise((done, fail) => {
      if (!child.connected) return fail(new Error(ended()));
      asked += 1;
      waiting.set(asked, { done, fail });
      child.send({ id: asked, ask: question });
    });
}
