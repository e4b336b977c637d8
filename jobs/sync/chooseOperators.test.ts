import { createPublicClient, type Hex, http, keccak256, toBytes } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deploy } from "../../contracts/deploy/deploy.ts";
import { deployDemo } from "../../contracts/deploy/deployDemo.ts";
import { delegate, syncWeights } from "../../indexer/testing/actions.ts";
import { openProtocol, type Protocol } from "../../indexer/testing/protocol.ts";
import { bringOperators } from "../../indexer/testing/scenario.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { chooseOperators } from "./chooseOperators.ts";
import type { Drift } from "./queries.ts";

/** anvil's first account. */
const deployerKey: Hex = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const setupTimeoutMs = 100_000;
const one = 10n ** 18n;
const plentyOfGas = 10n ** 9n;
const account = privateKeyToAccount(keccak256(toBytes("choose operators")));

let chain: TestChain;
let protocol: Protocol;

beforeAll(async () => {
  chain = await startChain();
  const config = {
    ...{ rpcUrl: chain.url, deployerKey, rootSubmitter: account.address, guardian: account.address },
    ...{ epochLengthSeconds: 1_000, withdrawalDelaySeconds: 10, activationDelaySeconds: 5 },
  };
  protocol = await openProtocol(chain.url, await deployDemo(config, await deploy(config), () => {}));
  await bringOperators(protocol);
}, setupTimeoutMs);
afterAll(() => chain?.stop());

beforeEach(async () => {
  await protocol.done(syncWeights(protocol, protocol.requester, protocol.operators));
});

const choose = async (drifted: readonly Drift[], gas = plentyOfGas) =>
  chooseOperators(
    {
      sender: { chain: createPublicClient({ transport: http(chain.url), cacheTime: 0 }), account },
      deployment: protocol.deployment,
    },
    drifted,
    gas,
  );
const deposit = async (operator: Hex, assets: bigint) =>
  protocol.done(delegate(protocol, protocol.delegators[0], operator, assets));

/** What a database that is up to date says of these operators. */
async function driftOf(...operators: readonly Hex[]): Promise<Drift[]> {
  const { client, network, stakeRegistry } = protocol;
  const read = (functionName: "liveWeightOf" | "weightOf", operator: Hex) =>
    client.readContract({ ...stakeRegistry, functionName, args: [network, operator] });
  return Promise.all(
    operators.map(async (operator) => ({
      ...{ network, operator, live: await read("liveWeightOf", operator) },
      recorded: await read("weightOf", operator),
    })),
  );
}

describe("the operators of one transaction", () => {
  it("are all that drifted, in their order, as long as its gas allows, and one at least", async () => {
    const [third, second, first] = protocol.operators;
    for (const operator of protocol.operators) await deposit(operator, 50n * one);
    const drifted = await driftOf(first, second, third);
    const gasOfOne = await protocol.client.estimateContractGas({
      ...{ address: protocol.stakeRegistry.address, abi: protocol.stakeRegistry.abi },
      ...{ account: account.address, functionName: "syncOperator", args: [protocol.network, first] },
    });
    expect(await choose(drifted)).toEqual({ operators: [first, second, third], refused: [] });
    expect(await choose(drifted, (gasOfOne * 5n) / 2n)).toEqual({ operators: [first, second], refused: [] });
    expect(await choose(drifted, 1n)).toEqual({ operators: [first], refused: [] });
  });

  it("need no more gas together than was counted for them", async () => {
    const { operators, network, stakeRegistry } = protocol;
    for (const operator of operators) await deposit(operator, 50n * one);
    const together = await protocol.client.estimateContractGas({
      ...{ address: stakeRegistry.address, abi: stakeRegistry.abi, account: account.address },
      ...{ functionName: "syncWeights", args: [network, operators] },
    });
    const chosen = await choose(await driftOf(...operators), together - 1n);
    expect(chosen.operators.length).toBeLessThan(operators.length);
  });

  it("are without those whom another synced, though the database does not know it yet", async () => {
    const [operator, other] = protocol.operators;
    await deposit(operator, 50n * one);
    await deposit(other, 50n * one);
    const drifted = await driftOf(operator, other);
    await protocol.done(syncWeights(protocol, protocol.requester, [operator]));
    expect((await choose(drifted)).operators).toEqual([other]);
    // Even if it drifts again: how far, the database will know.
    await deposit(operator, one);
    expect((await choose(drifted)).operators).toEqual([other]);
  });

  it("are without those whom only the database calls drifted", async () => {
    const [operator] = protocol.operators;
    const [row] = await driftOf(operator);
    const { live } = row ?? { live: 0n };
    const drift = { network: protocol.network, operator, recorded: live };
    expect((await choose([{ ...drift, live: live + 1n }])).operators).toEqual([]);
    // The same total of other assets, which the chain's totals cannot show.
    expect((await choose([{ ...drift, live }])).operators).toEqual([operator]);
  });
});
