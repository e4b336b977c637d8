import { keccak256, type PublicClient } from "viem";
import { describe, expect, it } from "vitest";
import type { Deployment } from "./deployment.ts";
import { codeHashesOf, verifyCode } from "./verifyCode.ts";

const address = (digit: number) => `0x${String(digit).repeat(40)}` as const;
const contracts = {
  taskManager: address(1),
  stakeRegistry: address(2),
} as unknown as Deployment["contracts"];
const deployment = {
  contracts,
  codeHashes: { taskManager: keccak256("0x01"), stakeRegistry: keccak256("0x02") },
} as unknown as Deployment;

/** A node that has this code at these addresses. */
const node = (codes: Record<string, `0x${string}`>) =>
  ({ getCode: async ({ address: at }: { address: string }) => codes[at] }) as unknown as PublicClient;

describe("verifyCode", () => {
  it("accepts the code that the addresses file was written for", async () => {
    const honest = node({ [address(1)]: "0x01", [address(2)]: "0x02" });
    expect(await codeHashesOf(honest, contracts)).toEqual(deployment.codeHashes);
    await expect(verifyCode(honest, deployment, "addresses.json")).resolves.toBeUndefined();
  });

  it("names contracts without code, and those with another's", async () => {
    const empty = node({ [address(1)]: "0x01", [address(2)]: "0x" });
    await expect(verifyCode(empty, deployment, "addresses.json")).rejects.toThrow(
      `No contract lies at the address that addresses.json names for stakeRegistry (${address(2)})`,
    );
    const foreign = node({ [address(1)]: "0x03", [address(2)]: "0x02" });
    await expect(verifyCode(foreign, deployment, "addresses.json")).rejects.toThrow(
      `not the one that addresses.json was written for: taskManager (${address(1)})`,
    );
  });
});
