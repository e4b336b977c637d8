import { encodeAbiParameters, type Hex } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { factorizationNetworkAbi } from "../../../contracts/generated/factorizationNetwork.ts";
import { startTestNetwork } from "../../../operator/testing/testNetwork.ts";
import { startChain, type TestChain } from "../../../test/support/testChain.ts";
import { respond } from "./respond.ts";

const encodeNumber = (n: bigint): Hex => encodeAbiParameters([{ type: "uint256" }], [n]);

describe("the module against FactorizationNetwork.verify", () => {
  let chain: TestChain;
  let network: Hex;
  beforeAll(async () => {
    chain = await startChain();
    network = (await startTestNetwork(chain)).network;
  }, 60_000);
  afterAll(() => chain.stop());

  const verify = (payload: Hex, response: Hex) =>
    chain.client.readContract({
      abi: factorizationNetworkAbi,
      address: network,
      functionName: "isRight",
      args: [payload, response],
    });
  const random = () => BigInt(`0x${crypto.randomUUID().replaceAll("-", "").slice(0, 16)}`);

  it("is right for edges, for numbers of every size, and for garbage", async () => {
    const edges = [
      0n,
      1n,
      2n,
      3n,
      4n,
      2n ** 63n,
      2n ** 64n - 59n,
      2n ** 64n - 1n,
      2n ** 64n,
      2n ** 256n - 1n,
    ];
    const sizes = Array.from({ length: 62 }, (_, bits) => (random() >> BigInt(bits)) + 2n);
    const garbage: Hex[] = ["0x", "0x00", `0x${"00".repeat(31)}`, `0x${"00".repeat(63)}0f`];
    for (const payload of [...[...edges, ...sizes].map(encodeNumber), ...garbage]) {
      expect([payload, await verify(payload, respond(payload))]).toEqual([payload, true]);
    }
  }, 60_000);

  it("is the only right one: any flipped digit is wrong", async () => {
    const payload = encodeNumber(2n ** 64n - 1n);
    const response = respond(payload);
    for (let position = 2; position < response.length; position += 29) {
      const digit = response[position] === "1" ? "2" : "1";
      const flipped = `${response.slice(0, position)}${digit}${response.slice(position + 1)}` as Hex;
      expect([position, await verify(payload, flipped)]).toEqual([position, false]);
    }
  }, 60_000);
});
