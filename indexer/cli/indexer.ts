import { type Command, InvalidArgumentError } from "commander";
import { type Tools, withChain } from "../../lib/cli/withChain.ts";
import { readProgress, readSnapshot } from "../../lib/database/checkpoint.ts";
import type { Database } from "../../lib/database/createDatabase.ts";
import { checkAt, type Tally } from "../check/checkAt.ts";
import type { Difference } from "../check/compareKind.ts";
import { type Digest, digestTables } from "../digest/digestTables.ts";

/** `indexer check` and `indexer digest`. */
export function addIndexerCommands(program: Command): void {
  const indexer = program.command("indexer").description("the indexed rows");
  indexer
    .command("check")
    .description("compare rows as of a block with what the contracts' own views say there")
    .option("--block <number>", "the block; the newest final one when left out", parseBlock)
    .action(({ block }: { block?: bigint }) => withChain((tools) => check(tools, block)));
  indexer
    .command("digest")
    .description("a SHA-256 of each table: two indexers of one chain that stand at one block print the same")
    .option("--json", "print JSON")
    .action((options: { json?: true }) => withChain(({ db }) => digest(db, options)));
}

/** Every difference is printed, few or many; the exit code is 1 when there is one. */
async function check(tools: Tools, block: bigint | undefined): Promise<void> {
  const { point, tallies } = await checkAt(tools, block, (tally, found) => {
    progress(`comparing ${tally.name}: ${tally.compared}`);
    for (const difference of found) print(describe(difference));
  });
  progress("");
  const differences = tallies.reduce((sum, tally) => sum + tally.differences, 0);
  print(tableOf(tallies));
  print(
    `\nAs of block ${point.block}: ${differences === 0 ? "no differences" : `${differences} differences`}.`,
  );
  if (differences > 0) process.exitCode = 1;
}

/** Reads all tables as of one moment; while it runs, a reorganisation waits. */
async function digest(db: Database, { json }: { json?: true }): Promise<void> {
  const { block, digests } = await readSnapshot(db, async (trx) => {
    const { latest } = await readProgress(trx);
    const all: Digest[] = [];
    for await (const one of digestTables(trx)) {
      progress(`${one.table}: ${one.rows}`);
      all.push(one);
    }
    return { block: latest.block, digests: all };
  });
  progress("");
  if (json) return print(JSON.stringify({ block: String(block), digests }, null, 2));
  const width = Math.max(...digests.map(({ table }) => table.length));
  for (const { table, rows, sha256 } of digests) {
    print(`${sha256}  ${table.padEnd(width)}  ${String(rows).padStart(9)}`);
  }
  print(`\nAs of block ${block}.`);
}

const describe = ({ what, row, field, ours, chain }: Difference) =>
  `DIFFERENT ${what} ${row}: ${field} is ${ours} here and ${chain} on chain`;

function tableOf(tallies: readonly Tally[]): string {
  const width = Math.max(...tallies.map(({ name }) => name.length));
  const lines = tallies.map(
    ({ name, compared, differences }) =>
      `${name.padEnd(width)}  ${String(compared).padStart(9)}  ${String(differences).padStart(9)}`,
  );
  return [`${"".padEnd(width)}   compared  different`, ...lines].join("\n");
}

function parseBlock(text: string): bigint {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("must be the number of a block.");
  return BigInt(text);
}

/** A line that the next one overwrites; nothing where nobody watches. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
