import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Hex } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeFault } from "../../lib/errors/describeFault.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { checkEndpoints } from "../run/checkChain.ts";
import { createChainClient } from "./createChainClient.ts";

describe("createChainClient", () => {
  let chain: TestChain;
  let genesisHash: Hex;
  beforeAll(async () => {
    chain = await startChain();
    genesisHash = (await chain.client.getBlock({ blockNumber: 0n })).hash ?? "0x";
  });
  afterAll(() => chain.stop());

  it("answers from the right chain, also when the first endpoint is down", async () => {
    const client = createChainClient(["http://127.0.0.1:1", chain.url], { chainId: 31337, genesisHash });
    expect(await client.getBlockNumber()).toBe(0n);
  });

  it("takes nothing from another chain with the same id, and says which endpoint it is", async () => {
    const wrong = { chainId: 31337, genesisHash: `0x${"00".repeat(32)}` } as const;
    const fault = await createChainClient([chain.url], wrong).getBlockNumber().catch(describeFault);
    expect(fault).toContain("another chain with the id 31337");
    expect(fault).toContain(new URL(chain.url).host);
  });

  it("takes nothing from a chain with another id", async () => {
    const client = createChainClient([chain.url], { chainId: 1, genesisHash });
    expect(await client.getBlockNumber().catch(describeFault)).toContain("serves chain 31337");
  });

  it("asks each endpoint at the start: refuses a wrong one, and waits when none answers", async () => {
    const deployment = { chainId: 31337, genesisHash };
    expect(await checkEndpoints(["http://127.0.0.1:1", chain.url], deployment)).toBe(true);
    expect(await checkEndpoints(["http://127.0.0.1:1"], deployment)).toBe(false);
    const wrong = checkEndpoints([chain.url], { ...deployment, chainId: 5 });
    await expect(wrong).rejects.toThrow(/is for chain 5/);
  });

  it("cuts off an endpoint whose answer drips, without its key in the fault", async () => {
    const server = createServer((_request, response) => {
      const timer = setInterval(() => response.write(" "), 200);
      response.on("close", () => clearInterval(timer));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/key-canary`;
    const fault = await createChainClient([url], { chainId: 31337, genesisHash })
      .getBlockNumber()
      .catch(describeFault);
    expect(String(fault)).not.toContain("canary");
    server.closeAllConnections();
    server.close();
  }, 30_000);
});
