import { decodeFunctionResult, encodeFunctionData, type Hex, parseEventLogs } from "viem";
import type { Protocol } from "../../../indexer/testing/protocol.ts";
import type { PoolOf } from "./readChain.ts";

/** After a block, or between two transactions of the next one: the node runs the first of them again and forgets them. */
export type Point = { readonly block: bigint; readonly replayed?: readonly Hex[] };
type Call = { readonly to: Hex; readonly account: Hex; readonly data: Hex };

/** Far above what any call here costs: beside others a call would have to do with less. */
const gas = 6_000_000n;

/**
 * What a delegator would be paid for its shares of a pool if it left at a point: the node runs the withdrawals of the active
 * shares and of each that is queued already, every one alone, and forgets them. Undefined of active shares: there are none.
 */
export async function withdrawableAt(protocol: Protocol, pool: PoolOf, delegator: Hex, point: Point) {
  const { delegationManager } = protocol;
  const { address: to, abi } = delegationManager;
  const run = await runnerAt(protocol, point);
  const call = (data: Hex): Call => ({ to, account: delegator, data });
  const completing = (id: Hex) =>
    call(encodeFunctionData({ abi, functionName: "completeWithdrawal", args: [id] }));

  const sharesOf = { abi, functionName: "sharesOf" } as const;
  const args = [delegator, pool.operator, pool.asset] as const;
  const held = await run([[call(encodeFunctionData({ ...sharesOf, args }))]]);
  const shares = decodeFunctionResult({ ...sharesOf, data: held });
  const leave = encodeFunctionData({
    abi,
    functionName: "queueWithdrawal",
    args: [pool.operator, pool.asset, shares],
  });
  const active =
    shares === 0n ? undefined : BigInt(await run([[call(leave)], [completing(await run([[call(leave)]]))]]));

  const queued = new Map<Hex, bigint>();
  for (const id of await withdrawalsOf(protocol, pool, delegator)) {
    const withdrawalOf = { abi, functionName: "withdrawalOf" } as const;
    const data = await run([[call(encodeFunctionData({ ...withdrawalOf, args: [id] }))]]);
    const withdrawal = decodeFunctionResult({ ...withdrawalOf, data });
    if (withdrawal.shares > 0n && !withdrawal.completed)
      queued.set(id, BigInt(await run([[completing(id)]])));
  }
  return { active, queued };
}

/** Every withdrawal that a delegator ever queued of a pool. */
export async function withdrawalsOf(
  { client, delegationManager: { address, abi } }: Protocol,
  { operator, asset }: PoolOf,
  delegator: Hex,
): Promise<Hex[]> {
  const logs = await client.getLogs({ address, fromBlock: 0n, toBlock: "latest" });
  const args = { delegator, operator, asset };
  return parseEventLogs({ abi, eventName: "WithdrawalQueued", logs, args }).map(
    (log) => log.args.withdrawalId,
  );
}

/** Runs blocks of calls at a point, far enough apart that a withdrawal unlocks; answers what the last call returned. */
async function runnerAt({ client }: Protocol, { block, replayed = [] }: Point) {
  const sent = await Promise.all(replayed.map((hash) => client.getTransaction({ hash })));
  const { timestamp } = await client.getBlock({ blockNumber: replayed.length === 0 ? block : block + 1n });
  const again = sent.map(({ from, to, input }) => ({ account: from, to: to ?? "0x", data: input }));
  const at = (time: bigint, calls: readonly Call[]) => ({
    blockOverrides: { time },
    calls: calls.map((call) => ({ ...call, gas })),
  });
  return async (blocks: readonly (readonly Call[])[]): Promise<Hex> => {
    const results = await client.simulateBlocks({
      blockNumber: block,
      blocks: [
        ...(again.length === 0 ? [] : [at(timestamp, again)]),
        ...blocks.map((calls, place) => at(timestamp + 1_000n * BigInt(place + 1), calls)),
      ],
    });
    const calls = results.flatMap((result) => result.calls);
    const failed = calls.find(({ status }) => status !== "success");
    const last = calls.at(-1);
    if (failed || !last) throw new Error("a call failed", { cause: failed?.error });
    return last.data;
  };
}
