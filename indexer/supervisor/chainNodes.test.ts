import { keccak256 } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { createLogger } from "../../lib/logging/createLogger.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { createNodes, hashesOfBlock, verifyChain } from "./chainNodes.ts";

const logger = createLogger("test", "silent");
const address = `0x${"1".repeat(40)}` as const;

describe("the chain behind RPC_URL", () => {
  let chain: TestChain;
  let deployment: Deployment;
  const verify = (changes: Partial<Deployment>, stop = new AbortController().signal) =>
    verifyChain(createNodes([chain.url]), { ...deployment, ...changes }, "addresses.json", logger, stop);

  beforeAll(async () => {
    chain = await startChain();
    const { hash } = await chain.client.getBlock({ blockNumber: 0n });
    await chain.client.setCode({ address, bytecode: "0x00" });
    const contracts = { taskManager: address } as Deployment["contracts"];
    deployment = {
      chainId: 31337,
      genesisHash: hash,
      startBlock: 0,
      epoch: { genesis: 0, lengthSeconds: 1 },
      contracts,
      codeHashes: { taskManager: keccak256("0x00") },
    };
  });
  afterAll(() => chain.stop());

  it("is taken when id, block 0 and code are those of the addresses file", async () => {
    await expect(verify({})).resolves.toBeUndefined();
  });

  it("is refused with another id, naming both", async () => {
    await expect(verify({ chainId: 1 })).rejects.toThrow(
      /serves chain 31337, but addresses.json is for chain 1/,
    );
  });

  it("is refused when it was started anew, with what to do", async () => {
    await expect(verify({ genesisHash: `0x${"ab".repeat(32)}` })).rejects.toThrow(
      /block 0 is 0x.*npm run deploy/,
    );
  });

  it("is refused without code at an address, naming the contract", async () => {
    const contracts = { taskManager: `0x${"2".repeat(40)}` } as Deployment["contracts"];
    await expect(verify({ contracts })).rejects.toThrow(/taskManager \(0x2222/);
  });

  it("is refused with another code at an address than the file was written for", async () => {
    const codeHashes = { taskManager: keccak256("0x01") };
    await expect(verify({ codeHashes })).rejects.toThrow(/written for: taskManager \(0x1111/);
  });

  it("is waited for, until the process is asked to stop", async () => {
    const stop = AbortSignal.timeout(300);
    const waiting = verifyChain(
      createNodes(["http://127.0.0.1:9"]),
      deployment,
      "addresses.json",
      logger,
      stop,
    );
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
  });

  it("tells a block from one it does not have, and from no answer", async () => {
    const nodes = createNodes([chain.url, "http://127.0.0.1:9"]);
    expect(await hashesOfBlock(nodes, 0n)).toEqual([deployment.genesisHash, undefined]);
    expect(await hashesOfBlock(nodes, 1_000n)).toEqual([null, undefined]);
  });
});
