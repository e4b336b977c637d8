import { Command } from "commander";
import { NektarError } from "../../lib/errors/NektarError.ts";
import { addRewardsCommands } from "./rewards.ts";

const program = new Command("nektar")
  .description(
    "What the jobs do, by hand. Settings come from the environment, as for the jobs (see .env.example).",
  )
  .showHelpAfterError();
addRewardsCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  const message = error instanceof NektarError ? `${error.message} (${error.code})` : String(error);
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
