import { readIndexerConfig } from "./config.ts";
import { exitCodes, ponderArguments } from "./supervisor/ponderArguments.ts";
import { holdSchemaLock } from "./supervisor/schemaLock.ts";

const stopWithinMs = 8_000;

function stopWithParent(): void {
  // Ponder stops by itself within five seconds of the signal; if it hangs, it is ended.
  setTimeout(() => process.exit(1), stopWithinMs).unref();
  process.kill(process.pid, "SIGTERM");
}

function report(level: "warn" | "fatal", message: string): void {
  process.stderr.write(
    `${JSON.stringify({ level, time: new Date().toISOString(), service: "indexer", msg: message })}\n`,
  );
}

/**
 * What comes before Ponder in the process that it runs in; `main.ts` starts that with the name of the schema. The process lives no
 * longer than its parent and no longer than its lock, so that no writer is ever left behind.
 *
 * @returns where Ponder's program is; `process.argv` is set for it.
 */
export async function prepare(schema: string | undefined): Promise<string> {
  if (!schema || !process.connected) throw new Error("This file is started by indexer/main.ts only.");
  process.once("disconnect", stopWithParent);
  const config = readIndexerConfig();
  await holdSchemaLock(config.databaseUrl, schema, (reason) => {
    report("warn", `The lock on ${schema} is lost (${reason}): stopping before anything else is written.`);
    process.exit(exitCodes.lockLost);
  });
  process.argv.splice(2, process.argv.length, ...ponderArguments(config, schema));
  return new URL("./bin/ponder.js", import.meta.resolve("ponder")).href;
}

/** Ends the process with a reason. */
export function fail(error: unknown): never {
  report("fatal", error instanceof Error ? error.message : String(error));
  process.exit(1);
}
