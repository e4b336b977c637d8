import { type Command, InvalidArgumentError } from "commander";
import { type Address, isAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { type Tools, withChain } from "../../lib/cli/withChain.ts";
import { parseEnvironment } from "../../lib/config/parseEnvironment.ts";
import { createLogger } from "../../lib/logging/createLogger.ts";
import { senderEnvironment } from "../config.ts";
import type { SendingContext } from "../context.ts";
import { findRoot } from "../rewards/epochQueries.ts";
import { prepareEpoch } from "../rewards/prepareEpoch.ts";
import { settleRoot } from "../rewards/settleRoot.ts";
import { persistEpoch } from "../rewards/stages/09-persist.ts";
import { readStoredEpoch } from "../rewards/storedEpochQueries.ts";
import { type ClaimOptions, claim } from "./claim.ts";
import { describeEpoch } from "./describeEpoch.ts";

/** `rewards calculate`, `rewards show` and `rewards claim`. */
export function addRewardsCommands(program: Command): void {
  const rewards = program.command("rewards").description("reward epochs");
  rewards
    .command("calculate")
    .description("calculate an epoch from the indexed chain and print every line; writes nothing by itself")
    .requiredOption("--epoch <number>", "the epoch; the one before must be calculated", parseEpoch)
    .option("--publish", "also store the result and submit its root, if the jobs have not done so")
    .option("--bundle", "print the canonical bundle instead")
    .action((options) => withChain((tools) => calculate(tools, options)));
  rewards
    .command("show")
    .description("print an epoch as it was calculated and stored")
    .requiredOption("--epoch <number>", "the epoch", parseEpoch)
    .action(({ epoch }) => withChain(({ db }) => show(db, epoch)));
  rewards
    .command("claim")
    .description("claim what was earned, with CLAIM_PRIVATE_KEY: the earner's or its claimer's")
    .requiredOption("--epoch <number>", "an epoch whose root is active", parseEpoch)
    .requiredOption("--token <address>", "the reward token", parseAddress)
    .option("--earner <address>", "whose rewards; the key's account when left out", parseAddress)
    .option("--recipient <address>", "who gets them; the key's account when left out", parseAddress)
    .action((options: ClaimOptions) =>
      withChain(async (tools) => print(`Claimed ${await claim(tools, options)}.`)),
    );
}

type CalculateOptions = { readonly epoch: bigint; readonly publish?: true; readonly bundle?: true };

async function calculate(tools: Tools, { epoch, publish, bundle }: CalculateOptions): Promise<void> {
  const { db, chain, deployment } = tools;
  const prepared = await prepareEpoch(db, chain, deployment, epoch);
  print(bundle ? prepared.bundle.text : describeEpoch(prepared.facts, prepared.result));
  if (!publish) return;
  const isWritten = await persistEpoch(db, prepared.facts, prepared.result);
  await settleRoot(publisher(tools), epoch);
  const stored = await findRoot(db, epoch);
  print(`\n${isWritten ? "Stored" : "Was stored before"}; its root is ${stored?.state}.`);
}

/** The jobs watch what is sent here as well, since the intent is a row of theirs. */
function publisher({ db, chain, deployment }: Tools): SendingContext {
  const parsed = parseEnvironment(senderEnvironment);
  const logger = createLogger("nektar", "warn");
  const settings = {
    chainId: deployment.chainId,
    finalityDepth: BigInt(parsed.JOBS_FINALITY_DEPTH),
    replaceAfterMs: parsed.JOBS_REPLACE_AFTER_MS,
  };
  const account = privateKeyToAccount(parsed.JOBS_PRIVATE_KEY);
  return { db, deployment, logger, sender: { db, chain, account, settings, logger } };
}

async function show(db: Tools["db"], epoch: bigint): Promise<void> {
  const { facts, state, result } = await readStoredEpoch(db, epoch);
  print(describeEpoch(facts, result));
  print(`State: ${state}`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function parseEpoch(text: string): bigint {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("An epoch is a whole number from 0 on.");
  return BigInt(text);
}

function parseAddress(text: string): Address {
  if (!isAddress(text, { strict: false }))
    throw new InvalidArgumentError("An address is 0x and 40 hex digits.");
  return text.toLowerCase() as Address;
}
