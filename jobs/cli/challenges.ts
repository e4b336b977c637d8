import type { Command } from "commander";
import type { Hex } from "viem";
import { withChain } from "../../lib/cli/withChain.ts";
import { NektarError } from "../../lib/errors/NektarError.ts";
import { type ChallengeWork, listChallenges, listChallengesOf } from "../challenge/queries.ts";
import { parseHash, parseLimit } from "./parseArguments.ts";
import { print, printList } from "./print.ts";

/** No response that was re-executed here has the id. */
class UnknownChallengeError extends NektarError {
  readonly code = "UNKNOWN_CHALLENGE";
}

/** `challenges list` and `challenges show`. */
export function addChallengeCommands(program: Command): void {
  const challenges = program
    .command("challenges")
    .description("accepted responses that were re-executed, and challenges of the wrong ones");
  challenges
    .command("list")
    .description("print what was not found right, newest first")
    .option("--all", "right ones too")
    .option("--limit <number>", "at most so many", parseLimit, 50)
    .action(({ all, limit }: { all?: true; limit: number }) =>
      withChain(async ({ db }) => {
        printList(
          (await listChallenges(db, { all: all ?? false, limit })).map(describe),
          "No wrong response was found; with --all, right ones show too.",
        );
      }),
    );
  challenges
    .command("show")
    .description("print the bundle of one wrong response, canonical JSON")
    .argument("<id>", "the task's id, the challenge's id or the bundle's hash", parseHash)
    .action((id: Hex) =>
      withChain(async ({ db }) => {
        const rows = await listChallengesOf(db, id);
        if (rows.length === 0)
          throw new UnknownChallengeError(`No response was re-executed here by ${id}.`, { id });
        for (const row of rows) print(row.bundle ?? describe(row));
      }),
    );
}

function describe(row: ChallengeWork): string {
  const reason = row.reason === null ? "" : ` (${row.reason})`;
  const bond = row.bond === null ? "" : `, bond ${row.bond} of ${row.bond_token}`;
  return `${row.found_at.toISOString()} ${row.state}${reason}${bond}: network ${row.network}, task ${row.task_id}, response ${row.response_hash}`;
}
