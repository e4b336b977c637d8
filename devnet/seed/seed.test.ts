import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stakeRegistryAbi } from "../../contracts/generated/stakeRegistry.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { deployLocally } from "./deployLocally.ts";
import { operatorIdentities } from "./operatorIdentities.ts";
import { ensureOperatorKey, operatorFiles } from "./operatorKeys.ts";
import { accountCount, roles } from "./roles.ts";
import { createChainClient, type OperatorIdentity } from "./SeedContext.ts";
import { seed } from "./seed.ts";
import { firstUnfundedEpoch } from "./steps/rewards.ts";

const directory = mkdtempSync(join(tmpdir(), "nektar-seed-"));
let chain: TestChain;
let deployment: Deployment;
let operators: OperatorIdentity[];

beforeAll(async () => {
  chain = await startChain({ accounts: accountCount });
  const addressesFile = join(directory, "addresses.json");
  deployment = await deployLocally({ rpcUrl: chain.url, addressesFile, say: () => {} });
  operators = await operatorIdentities(directory, { faulty: false });
});
afterAll(async () => {
  await chain.stop();
  rmSync(directory, { recursive: true });
});

function seedUntil(stopAt?: string): Promise<number> {
  const progress = (step: string) => {
    if (stopAt !== undefined && step.startsWith(stopAt)) throw new Error(`stopped at ${step}`);
  };
  return seed({ rpcUrl: chain.url, deployment, operators, progress });
}

describe("seeding", () => {
  it("goes on from whichever step it was cut off at, and sends nothing more when all is there", async () => {
    for (const step of ["operators", "opt-ins", "rewards"]) {
      await expect(seedUntil(step)).rejects.toThrow(`stopped at ${step}`);
    }
    expect(await seedUntil()).toBe(1);
    expect(await seedUntil()).toBe(0);
  });

  it("leaves a quorum of weight when any one operator is silent", async () => {
    const client = createChainClient(chain.url, deployment.chainId);
    const network = deployment.demo?.factorizationNetwork ?? "0x";
    const weights = await Promise.all(
      roles.operators.map(({ address }) =>
        client.readContract({
          address: deployment.contracts.stakeRegistry,
          abi: stakeRegistryAbi,
          functionName: "weightOf",
          args: [network, address],
        }),
      ),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0n);
    expect(weights.filter((weight) => (total - weight) * 10_000n < total * 6_000n)).toEqual([]);
  });

  it("refuses operators whose keystores hold other keys than the chain knows", async () => {
    const [first, second, ...others] = operators;
    if (!first || !second) throw new Error("no operators");
    const exchanged = [
      { ...first, secretKey: second.secretKey },
      { ...second, secretKey: first.secretKey },
      ...others,
    ];
    const run = seed({ rpcUrl: chain.url, deployment, operators: exchanged, progress: () => {} });
    await expect(run).rejects.toThrow("registered with another key");
  });
});

describe("an operator's key", () => {
  it("stays the same and is readable by its owner alone", async () => {
    const files = operatorFiles(directory, 1);
    expect(await ensureOperatorKey(files)).toEqual(operators[0]?.secretKey);
    expect(statSync(files.passwordFile).mode & 0o777).toBe(0o600);
    expect(statSync(files.keystore).mode & 0o777).toBe(0o600);
  });
});

describe("firstUnfundedEpoch", () => {
  it("is the next epoch, or the first after the last funded one", () => {
    expect(firstUnfundedEpoch(7n, [])).toBe(8n);
    expect(firstUnfundedEpoch(7n, [{ firstEpoch: 1n, epochs: 3n }])).toBe(8n);
    expect(
      firstUnfundedEpoch(7n, [
        { firstEpoch: 1n, epochs: 3n },
        { firstEpoch: 4n, epochs: 100n },
      ]),
    ).toBe(104n);
  });
});
