import { Command } from "commander";
import { addIndexerCommands } from "../indexer/cli/indexer.ts";
import { addAlertCommands } from "../jobs/cli/alerts.ts";
import { addChallengeCommands } from "../jobs/cli/challenges.ts";
import { addEvidenceCommands } from "../jobs/cli/evidence.ts";
import { addRewardsCommands } from "../jobs/cli/rewards.ts";
import { NektarError } from "../lib/errors/NektarError.ts";

const program = new Command("nektar")
  .description(
    "What the processes do, by hand. Settings come from the environment, as for them (see .env.example).",
  )
  .showHelpAfterError();
addIndexerCommands(program);
addRewardsCommands(program);
addEvidenceCommands(program);
addChallengeCommands(program);
addAlertCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  const message = error instanceof NektarError ? `${error.message} (${error.code})` : String(error);
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
