import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Contender, startContender } from "./Contender.ts";

const at = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const typescript = (file: string) => ["--import", "tsx", at(file)];

/** Nektar's API; without memory for answers it makes each anew. @param perSecond what an address may ask; counted only if given. */
export const startNektar = (
  databaseUrl: string,
  { cacheBytes, perSecond }: { readonly cacheBytes: number; readonly perSecond?: number },
) =>
  startContender(
    {
      name: "nektar",
      args: () => typescript("./nektar.ts"),
      environment: {
        BENCH_CACHE_BYTES: String(cacheBytes),
        ...(perSecond === undefined ? {} : { BENCH_RATE: String(perSecond) }),
      },
    },
    databaseUrl,
  );

/** Ponder's own generated GraphQL by `ponder serve`. It writes its schema below the folder that it runs in. */
export async function startPonder(databaseUrl: string): Promise<Contender> {
  const directory = resolve(".nektar/bench/ponder");
  mkdirSync(directory, { recursive: true });
  const program = fileURLToPath(new URL("./bin/ponder.js", import.meta.resolve("ponder")));
  return startContender(
    {
      name: "ponder",
      directory,
      args: (port) => [
        ...["--import", at("./ponder/oneGraphql.mjs"), program, "serve"],
        ...["--root", at("./ponder"), "--schema", "indexer"],
        ...["--hostname", "127.0.0.1", "--port", String(port), "--log-level", "warn"],
      ],
      environment: { PONDER_TELEMETRY_DISABLED: "1" },
    },
    databaseUrl,
  );
}

export const startPostgraphile = (databaseUrl: string) =>
  startContender(
    {
      name: "postgraphile",
      args: () => typescript("./postgraphile/main.ts"),
      environment: { GRAPHILE_ENV: "production" },
    },
    databaseUrl,
  );

/** The floor, for these statements of each query. */
export function startFloor(
  databaseUrl: string,
  statements: Readonly<Record<string, readonly string[]>>,
): Promise<Contender> {
  const file = resolve(".nektar/bench/floor.json");
  writeFileSync(file, JSON.stringify(statements));
  return startContender(
    { name: "floor", args: () => typescript("./floor.ts"), environment: { FLOOR_STATEMENTS: file } },
    databaseUrl,
  );
}

/** Answers from memory alone: each body with its answer. */
export function startMemory(
  databaseUrl: string,
  answers: readonly (readonly [body: string, answer: string])[],
): Promise<Contender> {
  const file = resolve(".nektar/bench/memory.json");
  writeFileSync(file, JSON.stringify(answers));
  return startContender(
    { name: "memory", args: () => typescript("./memory.ts"), environment: { MEMORY_ANSWERS: file } },
    databaseUrl,
  );
}
