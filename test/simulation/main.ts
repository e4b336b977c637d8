import { Command, InvalidArgumentError } from "commander";
import { startCrashingPostgres } from "../support/crashingPostgres.ts";
import { startTestPostgres } from "../support/testPostgres.ts";
import { type Fault, faults, recoverFrom, tableOf } from "./recovery.ts";
import { isFailed, runSeeds, summaryOf, usualPlan } from "./seeds.ts";

type Options = {
  readonly recovery?: true;
  readonly seed?: number;
  readonly seeds: number;
  readonly from: number;
  readonly moves: number;
} & Partial<Record<Fault | "breaks", number>>;

/** What `--recovery` does unless it is told otherwise. */
const usualFaults: Record<Fault, number> = { kills: 50, crashes: 20, reorgs: 200 };

function parseCount(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("It is a whole number.");
  return Number(text);
}

const options = new Command("npm run test:simulate --")
  .description("Random activity, reorganisations and kills; then the indexer's rows beside the chain.")
  .option("--recovery", "measure instead how long it takes to recover from each kind of fault")
  .option("--seed <number>", "play this one only", parseCount)
  .option("--seeds <count>", "how many to play", parseCount, 5)
  .option("--from <number>", "the first of them", parseCount, 1)
  .option("--moves <count>", "moves of a seed", parseCount, usualPlan.moves)
  .option(
    "--reorgs <count>",
    `reorganisations (default: ${usualPlan.reorgs} a seed, ${usualFaults.reorgs} with --recovery)`,
    parseCount,
  )
  .option(
    "--kills <count>",
    `how often the indexer is killed (${usualPlan.kills}, ${usualFaults.kills})`,
    parseCount,
  )
  .option(
    "--breaks <count>",
    `how often its sessions in Postgres break (${usualPlan.breaks} a seed)`,
    parseCount,
  )
  .option(
    "--crashes <count>",
    `how often Postgres crashes (${usualFaults.crashes} with --recovery)`,
    parseCount,
  )
  .showHelpAfterError()
  .parse()
  .opts<Options>();

process.exitCode = (await (options.recovery ? measureRecovery() : simulate())) ? 0 : 1;

/** @returns whether every row was right. */
async function simulate(): Promise<boolean> {
  const { seed, from, moves } = options;
  const seeds =
    seed === undefined ? Array.from({ length: options.seeds }, (_, place) => from + place) : [seed];
  const { reorgs, kills, breaks } = { ...usualPlan, ...options };
  const postgres = await startTestPostgres();
  try {
    const at = { postgresUrl: postgres.url, runId: `simulation_${process.pid}` };
    const results = await runSeeds(seeds, { moves, reorgs, kills, breaks }, at, console.log);
    for (const line of summaryOf(results)) console.log(line);
    return !results.some(isFailed);
  } finally {
    await postgres.stop();
  }
}

/** @returns whether every row was right. */
async function measureRecovery(): Promise<boolean> {
  const postgres = await startCrashingPostgres();
  try {
    const lines: string[] = [];
    const failures: string[] = [];
    for (const fault of faults) {
      const count = options[fault] ?? usualFaults[fault];
      if (count === 0) continue;
      const found = await recoverFrom(fault, count, options.seed ?? 1, postgres, console.log);
      failures.push(...found.failures);
      lines.push(
        `${found.times.length} of ${count} ${fault}: ${found.failures.length} failures`,
        ...tableOf(fault, found),
      );
      if (fault === "crashes") lines.push(`of ${count} crashes ${found.losses} lost rows that had been seen`);
    }
    for (const line of [...failures, ...lines]) console.log(line);
    return failures.length === 0;
  } finally {
    await postgres.stop();
  }
}
