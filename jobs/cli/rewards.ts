import { type Command, InvalidArgumentError } from "commander";
import { type Address, isAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { type Tools, withChain } from "../../lib/cli/withChain.ts";
import { parseEnvironment } from "../../lib/config/parseEnvironment.ts";
import { readSnapshot } from "../../lib/database/checkpoint.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { createLogger } from "../../lib/logging/createLogger.ts";
import { explainReward } from "../../lib/rewards/explainReward.ts";
import { readRewardFacts } from "../../lib/rewards/readRewardFacts.ts";
import { senderEnvironment } from "../config.ts";
import type { SendingContext } from "../context.ts";
import { findRoot } from "../rewards/epochQueries.ts";
import { prepareEpoch } from "../rewards/prepareEpoch.ts";
import { settleRoot } from "../rewards/settleRoot.ts";
import { persistEpoch } from "../rewards/stages/09-persist.ts";
import { readStoredEpoch } from "../rewards/storedEpochQueries.ts";
import { type ClaimOptions, claim } from "./claim.ts";
import { describeEpoch } from "./describeEpoch.ts";
import { describeExplanation } from "./describeExplanation.ts";

/** `rewards calculate`, `rewards show`, `rewards explain` and `rewards claim`. */
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
    .command("explain")
    .description(
      "print why an earner got what it got of a network in an epoch, step by step, also when it is nothing",
    )
    .requiredOption("--epoch <number>", "an epoch that is calculated", parseEpoch)
    .requiredOption("--network <address>", "the network that paid", parseAddress)
    .requiredOption("--earner <address>", "an operator or a delegator", parseAddress)
    .action((options: ExplainOptions) => withChain((tools) => explain(tools, options)));
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

type ExplainOptions = { readonly epoch: bigint; readonly network: Address; readonly earner: Address };

async function explain({ db, deployment }: Tools, options: ExplainOptions): Promise<void> {
  const facts = await readSnapshot(db, (trx) => readRewardFacts(trx, deployment.epoch, options));
  if (!facts)
    throw new ConfigError(`Epoch ${options.epoch} is not calculated yet.`, { epoch: options.epoch });
  print(describeExplanation(explainReward(facts)));
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
