import { Command, InvalidArgumentError } from "commander";
import { startTestPostgres } from "../support/testPostgres.ts";
import { isFailed, runSeeds, summaryOf, usualPlan } from "./seeds.ts";

type Options = {
  readonly seed?: number;
  readonly seeds: number;
  readonly from: number;
  readonly moves: number;
  readonly reorgs: number;
  readonly kills: number;
  readonly breaks: number;
};

function parseCount(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("It is a whole number.");
  return Number(text);
}

const options = new Command("npm run test:simulate --")
  .description("Random activity, reorganisations and kills; then the indexer's rows beside the chain.")
  .option("--seed <number>", "play this one only", parseCount)
  .option("--seeds <count>", "how many to play", parseCount, 5)
  .option("--from <number>", "the first of them", parseCount, 1)
  .option("--moves <count>", "moves of a seed", parseCount, usualPlan.moves)
  .option("--reorgs <count>", "reorganisations of a seed", parseCount, usualPlan.reorgs)
  .option("--kills <count>", "how often the indexer is killed", parseCount, usualPlan.kills)
  .option("--breaks <count>", "how often its sessions in Postgres break", parseCount, usualPlan.breaks)
  .showHelpAfterError()
  .parse()
  .opts<Options>();

const seeds =
  options.seed === undefined
    ? Array.from({ length: options.seeds }, (_, place) => options.from + place)
    : [options.seed];
const postgres = await startTestPostgres();
try {
  const at = { postgresUrl: postgres.url, runId: `simulation_${process.pid}` };
  const results = await runSeeds(seeds, options, at, console.log);
  for (const line of summaryOf(results)) console.log(line);
  process.exitCode = results.some(isFailed) ? 1 : 0;
} finally {
  await postgres.stop();
}
