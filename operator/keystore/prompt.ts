import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { ConfigError } from "../../lib/errors/NektarError.ts";

/**
 * Asks on the terminal for a secret; what is typed is not shown.
 *
 * @throws {ConfigError} when there is no terminal to ask on.
 */
export async function promptHidden(question: string, instead: string): Promise<string> {
  if (!process.stdin.isTTY) throw new ConfigError(`There is no terminal to ask on. ${instead}`);
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      reader.once("line", resolve);
      reader.once("close", () => reject(new ConfigError("Cancelled.")));
    });
  } finally {
    reader.close();
    process.stderr.write("\n");
  }
}

/** Asks on the terminal; what is typed is shown. @throws {ConfigError} when there is no terminal to ask on. */
export async function askLine(question: string, instead: string): Promise<string> {
  if (!process.stdin.isTTY) throw new ConfigError(`There is no terminal to ask on. ${instead}`);
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await new Promise<string>((resolve, reject) => {
      reader.question(question, resolve);
      reader.once("close", () => reject(new ConfigError("Cancelled.")));
    });
  } finally {
    reader.close();
  }
}
