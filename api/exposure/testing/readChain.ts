import {
  type Address,
  encodeFunctionData,
  type Hex,
  parseEventLogs,
  type TransactionReceipt,
  zeroHash,
} from "viem";
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

/** Shares of a delegator in a pool at a block: active ones, and those of each withdrawal that is not completed. */
export async function sharesAt(
  protocol: Protocol,
  { operator, asset }: PoolOf,
  delegator: Hex,
  block: bigint,
) {
  const { client, delegationManager } = protocol;
  const active = await client.readContract({
    ...delegationManager,
    functionName: "sharesOf",
    args: [delegator, operator, asset],
    blockNumber: block,
  });
  const logs = await client.getLogs({ address: delegationManager.address, fromBlock: 0n, toBlock: block });
  const queued: { id: Hex; shares: bigint }[] = [];
  for (const { args } of parseEventLogs({
    abi: delegationManager.abi,
    eventName: "WithdrawalQueued",
    logs,
    args: { delegator, operator, asset },
  })) {
    const id = args.withdrawalId;
    const { shares, completed } = await client.readContract({
      ...delegationManager,
      functionName: "withdrawalOf",
      args: [id],
      blockNumber: block,
    });
    if (!completed) queued.push({ id, shares });
  }
  return { active, queued };
}

/**
 * What a delegator would be paid for its shares of a pool if it left at a block: the node runs the withdrawals of the active
 * shares and of each that is queued already, every one alone, and forgets them.
 */
export async function withdrawableAt(protocol: Protocol, pool: PoolOf, delegator: Hex, block: bigint) {
  const { active, queued } = await sharesAt(protocol, pool, delegator, block);
  const paid = await Promise.all(queued.map(({ id }) => payout(protocol, delegator, block, id)));
  return {
    shares: { active, queued: queued.map(({ shares }) => shares) },
    active: active === 0n ? 0n : await payout(protocol, delegator, block, { ...pool, shares: active }),
    queued: paid.reduce((sum, assets) => sum + assets, 0n),
  };
}

async function payout(
  { client, delegationManager }: Protocol,
  account: Hex,
  blockNumber: bigint,
  what: Hex | (PoolOf & { shares: bigint }),
): Promise<bigint> {
  const { address: to, abi } = delegationManager;
  const { timestamp } = await client.getBlock({ blockNumber });
  const at = (seconds: bigint, data: Hex) => ({
    blockOverrides: { time: timestamp + seconds },
    calls: [{ to, account, data }],
  });
  const run = async (blocks: readonly ReturnType<typeof at>[]): Promise<Hex> => {
    const call = (await client.simulateBlocks({ blockNumber, blocks })).at(-1)?.calls[0];
    if (call?.status !== "success") throw new Error("the withdrawal failed", { cause: call?.error });
    return call.data;
  };
  const completing = (id: Hex) =>
    at(1_000n, encodeFunctionData({ abi, functionName: "completeWithdrawal", args: [id] }));
  if (typeof what === "string") return BigInt(await run([completing(what)]));
  const args = [what.operator, what.asset, what.shares] as const;
  const queueing = at(1n, encodeFunctionData({ abi, functionName: "queueWithdrawal", args }));
  return BigInt(await run([queueing, completing(await run([queueing]))]));
}

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
