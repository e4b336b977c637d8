import { type Address, type Hex, parseEventLogs, type TransactionReceipt, zeroHash } from "viem";
import type { Protocol } from "../../../indexer/testing/protocol.ts";

/** What the contracts said of each pool that a transaction slashed, by asset. */
export function slashesIn({ logs }: TransactionReceipt, protocol: Protocol) {
  const magnitudes = parseEventLogs({
    abi: protocol.allocationManager.abi,
    eventName: "AllocationSlashed",
    logs,
  });
  return parseEventLogs({ abi: protocol.delegationManager.abi, eventName: "PoolSlashed", logs })
    .map(({ args }) => {
      const of = magnitudes.find(({ args: { asset } }) => asset === args.asset);
      if (!of) throw new Error(`${args.asset} lost assets and no magnitude`);
      return { ...of.args, ...args, asset: args.asset.toLowerCase() as Address };
    })
    .sort((one, other) => (one.asset < other.asset ? -1 : 1));
}

export type PoolOf = { readonly operator: Hex; readonly asset: Hex };

/** What is slashed of a pool when the network takes all of its magnitude at a block: the node runs it and forgets it. */
export async function slashableAt(
  protocol: Protocol,
  network: Hex,
  { operator, asset }: PoolOf,
  block: bigint,
) {
  const { client, allocationManager, delegationManager, slashingManager } = protocol;
  const at = { ...allocationManager, blockNumber: block };
  const [magnitude, totalMagnitude] = await Promise.all([
    client.readContract({ ...at, functionName: "magnitudeOf", args: [operator, network, asset] }),
    client.readContract({ ...at, functionName: "totalMagnitudeOf", args: [operator, asset] }),
  ]);
  const { result: slashable } = await client.simulateContract({
    ...{ ...delegationManager, chain: undefined, account: slashingManager.address, blockNumber: block },
    functionName: "slash",
    args: [zeroHash, operator, asset, magnitude, totalMagnitude],
  });
  return { magnitude, totalMagnitude, slashable };
}
