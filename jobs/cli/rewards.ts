import { once } from "node:events";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type Command, InvalidArgumentError } from "commander";
import { type Address, isAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { type Tools, withChain } from "../../lib/cli/withChain.ts";
import { parseEnvironment } from "../../lib/config/parseEnvironment.ts";
import { readSnapshot } from "../../lib/database/checkpoint.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { createLogger } from "../../lib/logging/createLogger.ts";
import { explainReward } from "../../lib/rewards/explainReward.ts";
import { readBundle } from "../../lib/rewards/readBundle.ts";
import { readRewardFacts } from "../../lib/rewards/readRewardFacts.ts";
import { senderEnvironment } from "../config.ts";
import type { SendingContext } from "../context.ts";
import { hashBundle } from "../rewards/bundleStore.ts";
import { calculateInStages } from "../rewards/calculateInStages.ts";
import { findRoot } from "../rewards/epochQueries.ts";
import { rewardsContext } from "../rewards/jobs.ts";
import { prepareEpoch } from "../rewards/prepareEpoch.ts";
import { recalculate } from "../rewards/recalculate.ts";
import { settleRoot } from "../rewards/settleRoot.ts";
import { readStoredEpoch } from "../rewards/storedEpochQueries.ts";
import { type ClaimOptions, claim } from "./claim.ts";
import { describeEpoch } from "./describeEpoch.ts";
import { describeExplanation } from "./describeExplanation.ts";
import { print } from "./print.ts";
import { type VerifyOptions, verify } from "./verify.ts";

/** `rewards calculate`, `show`, `bundle`, `verify`, `explain` and `claim`. */
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
    .command("bundle")
    .description("print an epoch's stored bundle, whose sha256 stands on chain")
    .requiredOption("--epoch <number>", "an epoch that is calculated", parseEpoch)
    .option("--gzip", "as it is stored: compressed")
    .action((options) => withChain(({ db }) => bundle(db, options)));
  rewards
    .command("verify")
    .description(
      "calculate an epoch from the chain's logs alone, without a database, and compare it with its root",
    )
    .requiredOption("--epoch <number>", "an epoch whose root stands on chain", parseEpoch)
    .option("--bundle <file>", "from this bundle alone instead, gzipped or not")
    .option("--against <file>", "also find the first line in which this bundle differs")
    .action(async (options: VerifyOptions) => print(await verify(options)));
  rewards
    .command("recalculate")
    .description(
      "forget an epoch whose blocks are no more or whose root is not what the chain gives, and all later ones: the jobs calculate them again",
    )
    .requiredOption("--epoch <number>", "the first epoch with a fault", parseEpoch)
    .action(({ epoch }: { epoch: bigint }) =>
      withChain(async (tools) => {
        const count = await recalculate({ ...tools, logger: createLogger("nektar", "warn") }, epoch);
        print(`Forgot ${count} epochs from ${epoch} on. The jobs calculate them again.`);
      }),
    );
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
  const { blocks, ruleVersion, root, total } = prepared.facts;
  if (bundle) for await (const piece of prepared.bundle()) process.stdout.write(piece);
  else {
    const range = blocks && { first: blocks.first.number, last: blocks.last.number };
    const bundleHash = await hashBundle(prepared.bundle());
    print(describeEpoch({ epoch, ruleVersion, blocks: range, root, bundleHash, total }, prepared.result));
  }
  if (!publish) return;
  const context = publisher(tools);
  await calculateInStages(rewardsContext(context), epoch);
  await settleRoot(context, epoch);
  const stored = await findRoot(db, epoch);
  print(`\nStored; its root is ${stored?.state}.`);
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
  const blocks =
    facts.first_block === null || facts.last_block === null
      ? null
      : { first: facts.first_block, last: facts.last_block };
  const { root, total, rule_version: ruleVersion, bundle_hash: bundleHash } = facts;
  print(describeEpoch({ epoch, ruleVersion, blocks, root, bundleHash, total }, result));
  print(`State: ${state}`);
}

async function bundle(db: Tools["db"], options: { epoch: bigint; gzip?: true }): Promise<void> {
  const parts = Readable.from(readBundle(db, options.epoch));
  const text = options.gzip ? parts : parts.compose(createGunzip());
  for await (const chunk of text) if (!process.stdout.write(chunk)) await once(process.stdout, "drain");
}

type ExplainOptions = { readonly epoch: bigint; readonly network: Address; readonly earner: Address };

async function explain({ db, deployment }: Tools, options: ExplainOptions): Promise<void> {
  const facts = await readSnapshot(db, (trx) => readRewardFacts(trx, deployment.epoch, options));
  if (!facts)
    throw new ConfigError(`Epoch ${options.epoch} is not calculated yet.`, { epoch: options.epoch });
  print(describeExplanation(explainReward(facts)));
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
