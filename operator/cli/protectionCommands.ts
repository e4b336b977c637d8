import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Writable } from "node:stream";
import { readDeployment } from "../../lib/chain/deployment.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { exportInterchange, importInterchange } from "../protection/interchange/interchange.ts";
import { Journal, journalFileName } from "../protection/journal.ts";
import { lockDirectory } from "../protection/lockDirectory.ts";
import type { TaskDomain } from "../protection/ProtectedSigner.ts";

type Options = { readonly dataDir: string; readonly addresses: string };
export type ExportOptions = Options & { readonly out: string };
export type ImportOptions = Options & { readonly from: string };

/** Writes the records of the addresses file's chain into a file. @throws {ConfigError} when a client runs or a file does not fit. */
export async function exportProtection(options: ExportOptions, output: Writable): Promise<void> {
  await withJournal(options, async (journal, domain) => {
    const text = await exportInterchange(journal, domain);
    const path = resolve(options.out);
    try {
      writeFileSync(path, text, { flag: "wx", mode: 0o600 });
    } catch (cause) {
      throw new ConfigError(`The file ${path} exists already or cannot be written.`, {}, { cause });
    }
    output.write(`Wrote ${path}. Start no client with this journal again once another uses the file.\n`);
  });
}

/** Records what a file says was signed. @throws {InterchangeRefusedError} @throws {ConfigError} */
export async function importProtection(options: ImportOptions, output: Writable): Promise<void> {
  const path = resolve(options.from);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new ConfigError(`The file ${path} cannot be read.`, {}, { cause });
  }
  await withJournal(options, async (journal, domain) => {
    const tasks = await importInterchange(journal, text, domain);
    output.write(`Recorded ${tasks} tasks; the journal has ${journal.count} now.\n`);
  });
}

async function withJournal(
  { dataDir, addresses }: Options,
  work: (journal: Journal, domain: TaskDomain) => Promise<void>,
): Promise<void> {
  const { chainId, contracts } = readDeployment(resolve(addresses));
  const directory = resolve(dataDir);
  const lock = await lockDirectory(directory);
  try {
    const journal = await Journal.open(join(directory, journalFileName));
    try {
      await work(journal, { chainId, taskManager: contracts.taskManager });
    } finally {
      await journal.close();
    }
  } finally {
    await lock.release();
  }
}
