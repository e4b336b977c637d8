import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError } from "../errors/NektarError.ts";
import { readDeployment } from "./deployment.ts";

const address = (digit: string) => `0x${digit.repeat(40)}`;
const valid = {
  chainId: 31337,
  genesisHash: `0x${"AB".repeat(32)}`,
  startBlock: 1,
  epoch: { genesis: 1, lengthSeconds: 60 },
  contracts: {
    accessManager: address("A"),
    epochClock: address("1"),
    operatorRegistry: address("2"),
    networkRegistry: address("3"),
    delegationManager: address("4"),
    stakeRegistry: address("5"),
    taskManager: address("6"),
    rewardsCoordinator: address("7"),
    allocationManager: address("8"),
    challengeManager: address("9"),
    slashingManager: address("b"),
  },
  codeHashes: { taskManager: `0x${"0C".repeat(32)}` },
};

function fileWith(content: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "nektar-deployment-")), "addresses.json");
  writeFileSync(path, content);
  return path;
}

describe("readDeployment", () => {
  it("reads addresses and hashes as lowercase", () => {
    const deployment = readDeployment(fileWith(JSON.stringify(valid)));
    expect(deployment.contracts.accessManager).toBe(address("a"));
    expect(deployment.genesisHash).toBe(`0x${"ab".repeat(32)}`);
    expect(deployment.demo).toBeUndefined();
  });

  it.each([
    ["a missing file", "/nonexistent/addresses.json", /cannot be read.*npm run deploy/],
    ["no JSON", fileWith("{"), /not valid JSON/],
    [
      "a bad address",
      fileWith(JSON.stringify({ ...valid, contracts: { ...valid.contracts, taskManager: "0x12" } })),
      /contracts\.taskManager must be an address/,
    ],
  ])("says what is wrong with %s and what to do", (_, path, message) => {
    expect(() => readDeployment(path)).toThrow(ConfigError);
    expect(() => readDeployment(path)).toThrow(message);
  });
});
