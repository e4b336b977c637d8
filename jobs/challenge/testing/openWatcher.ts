import { fileURLToPath } from "node:url";
import { encodeAbiParameters, erc20Abi, type Hex, stringToHex } from "viem";
import { factors } from "../../../indexer/testing/challengeScenario.ts";
import { createModules } from "../../../lib/modules/createModules.ts";
import { openIndexedScene } from "../../testing/openIndexedScene.ts";
import { watchIntents } from "../../transactions/watchIntents.ts";
import type { BondLimits, ChallengeContext, ModulePair } from "../context.ts";
import { challengeJob } from "../job.ts";

const one = 10n ** 18n;
/** The demonstration networks'. */
export const bond = 100n * one;
export const plenty: BondLimits = { total: 100n * bond, perNetwork: 100n * bond };
const waver = fileURLToPath(new URL("./waver.mjs", import.meta.url));
/** No factors of anything that is asked in tests but 21. */
export const wrongFactors = factors(3n, 7n);

/** A module that is always wrong, twice the same way. */
const liarSource = `
  import { createInterface } from "node:readline";
  for await (const line of createInterface({ input: process.stdin }))
    process.stdout.write(JSON.stringify({ id: JSON.parse(line).id, response: "0xbad0" }) + "\\n");
`;

export const liar = [process.execPath, "--input-type=module", "--eval", liarSource];

/** A payload of the price network. */
export const pricePayload = () => {
  const types = [{ type: "bytes32" }, { type: "uint64" }] as const;
  return encodeAbiParameters(types, [stringToHex("ETH/USD", { size: 32 }), 1_700_000_000n]);
};

export type Watcher = Awaited<ReturnType<typeof openWatcher>>;

/** The contracts, the real indexer, and an account with bonds that watches accepted responses. */
export async function openWatcher() {
  const scene = await openIndexedScene({ challengeWindow: 600n });
  const { protocol, sender, deployment } = scene;
  const us = sender.account.address;
  const { client, done, reward, governor } = protocol;
  const mint = { ...reward, account: governor, functionName: "mint", args: [us, 10n * bond] } as const;
  await done(client.writeContract(mint));
  const contexts: ChallengeContext[] = [];

  async function look(context: ChallengeContext): Promise<void> {
    await scene.indexed();
    const sync = { driftBps: 100, intervalSeconds: 60 };
    const whole = { ...context, aggregateGraceMs: 0, sync };
    for (const { payload } of await challengeJob.unfinished(whole)) await challengeJob.run(whole, payload);
    await watchIntents(context.sender);
  }

  return {
    ...{ scene, protocol, sender, us, look },

    /** The jobs' context with real modules: the built-in one for factors, and a command for prices. */
    watch(limits = plenty, priceCommand = [process.execPath, waver]): ChallengeContext {
      const given = [{ network: protocol.priceNetwork, command: priceCommand }];
      const [ones, others] = [0, 1].map(() => createModules(given, deployment, sender.logger));
      const modules = new Map<Hex, ModulePair>();
      for (const [network, module] of ones ?? []) {
        const other = others?.get(network);
        if (other) modules.set(network, [module, other]);
      }
      const context = { db: sender.db, deployment, sender, logger: sender.logger };
      contexts.push({ ...context, challenging: { modules, limits } });
      return { ...context, challenging: { modules, limits } };
    },

    /** What the jobs' process does in so many seconds. */
    async looks(context: ChallengeContext, count: number): Promise<void> {
      for (let number = 0; number < count; number++) await look(context);
    },

    rowOf: (taskId: Hex) =>
      sender.db.selectFrom("nektar.challenge").selectAll().where("task_id", "=", taskId).executeTakeFirst(),
    slashesOf: (taskId: Hex) =>
      sender.db.selectFrom("indexer.slash").selectAll().where("task_id", "=", taskId).execute(),
    challengesOf: (taskId: Hex) =>
      sender.db.selectFrom("indexer.challenge").selectAll().where("task_id", "=", taskId).execute(),
    balance: () =>
      client.readContract({
        ...{ address: reward.address, abi: erc20Abi },
        ...{ functionName: "balanceOf", args: [us] },
      }),

    /** Ends the modules of every context that was made. */
    async stopModules(): Promise<void> {
      const pairs = contexts.splice(0).flatMap(({ challenging }) => [...challenging.modules.values()]);
      await Promise.all(pairs.flat().map((module) => module.stop()));
    },
    close: () => scene.close(),
  };
}
