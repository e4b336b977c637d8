import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { erc20Abi, getAbiItem } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { delegationManagerAbi } from "../../../contracts/generated/delegationManager.ts";
import { slashingManagerAbi } from "../../../contracts/generated/slashingManager.ts";
import { startChain, type TestChain } from "../../../test/support/testChain.ts";
import { deceivedStake } from "../../seed/amounts.ts";
import { deployLocally } from "../../seed/deployLocally.ts";
import { operatorIdentities } from "../../seed/operatorIdentities.ts";
import { accountCount, roles } from "../../seed/roles.ts";
import { createChainClient } from "../../seed/SeedContext.ts";
import { seed } from "../../seed/seed.ts";
import type { StoryContext } from "./priceTasks.ts";
import { tellStory } from "./tellStory.ts";

const directory = mkdtempSync(join(tmpdir(), "nektar-story-"));
const [first, second] = roles.dishonestOperators;
let chain: TestChain;
let context: StoryContext;

beforeAll(async () => {
  chain = await startChain({ accounts: accountCount });
  const addressesFile = join(directory, "addresses.json");
  const deployment = await deployLocally({ rpcUrl: chain.url, addressesFile, say: () => {} });
  if (!deployment.demo) throw new Error("no demonstration");
  const operators = await operatorIdentities(directory, { faulty: false });
  await seed({ rpcUrl: chain.url, deployment, operators, progress: () => {} });
  context = { client: createChainClient(chain.url, deployment.chainId), deployment, demo: deployment.demo };
});
afterAll(async () => {
  await chain.stop();
  rmSync(directory, { recursive: true });
});

async function poolAssets(operator: `0x${string}`): Promise<bigint> {
  const { totalAssets } = await context.client.readContract({
    address: context.deployment.contracts.delegationManager,
    abi: delegationManagerAbi,
    functionName: "poolOf",
    args: [operator, context.demo.stakeToken],
  });
  return totalAssets;
}

describe("the story of a local chain", () => {
  it("is told once: two challenges, one equivocation, a tenth and half of the stake gone", async () => {
    expect((await tellStory(context)).told).toHaveLength(4);
    expect(await poolAssets(first.address)).toBe((deceivedStake * 9n) / 10n);
    expect(await poolAssets(second.address)).toBe((deceivedStake * 9n) / 20n);
    const slashes = await context.client.getLogs({
      address: context.deployment.contracts.slashingManager,
      event: getAbiItem({ abi: slashingManagerAbi, name: "OperatorSlashed" }),
      fromBlock: 0n,
      strict: true,
    });
    expect(slashes.map(({ args }) => [args.operator, args.offence])).toEqual([
      [first.address, 0],
      [second.address, 0],
      [second.address, 1],
    ]);
    expect(await tellStory(context)).toEqual({ told: [], over: false });
  });

  it("ends with the queued withdrawal, a tenth of which was slashed", async () => {
    const balance = () =>
      context.client.readContract({
        address: context.demo.stakeToken,
        abi: erc20Abi,
        functionName: "balanceOf",
        args: [roles.deceivedDelegator.address],
      });
    const before = await balance();
    await chain.client.increaseTime({ seconds: 100 });
    await chain.client.mine({ blocks: 1 });
    expect((await tellStory(context)).told).toHaveLength(1);
    expect((await balance()) - before).toBe(((deceivedStake / 2n) * 9n) / 10n);
    expect(await tellStory(context)).toEqual({ told: [], over: true });
  });
});
