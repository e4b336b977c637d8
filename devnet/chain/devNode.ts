import { RetryableError } from "../../lib/errors/NektarError.ts";
import { callRpc } from "./rpc.ts";

const devChainId = 31337;

/** Whether a node is one for development: its accounts are the known ones, so deploying and seeding cost nothing. */
export async function isDevNode(url: string): Promise<boolean> {
  const chainId = Number(await callRpc<string>(url, "eth_chainId", [], 10_000));
  if (chainId !== devChainId) return false;
  try {
    await callRpc(url, "anvil_nodeInfo", [], 10_000);
    return true;
  } catch (error) {
    if (error instanceof RetryableError) return false;
    throw error;
  }
}

/** Runs `work` with a block for each transaction at once, then goes back to one every `blockTimeSeconds`. */
export async function withInstantBlocks<Result>(
  url: string,
  blockTimeSeconds: number,
  work: () => Promise<Result>,
): Promise<Result> {
  await callRpc(url, "evm_setAutomine", [true]);
  try {
    return await work();
  } finally {
    await callRpc(url, "evm_setIntervalMining", [blockTimeSeconds]).catch(() => {});
  }
}

/** Mines empty blocks until the chain's clock has caught up with the wall clock, at the chain's own pace in block time. */
export async function mineUpToNow(url: string, blockTimeSeconds: number): Promise<number> {
  const head = await callRpc<{ timestamp: string }>(url, "eth_getBlockByNumber", ["latest", false]);
  const behind = Math.floor(Date.now() / 1000) - Number(head.timestamp);
  const blocks = Math.floor(behind / blockTimeSeconds);
  if (blocks <= 0) return 0;
  await callRpc(url, "anvil_mine", [`0x${blocks.toString(16)}`, `0x${blockTimeSeconds.toString(16)}`]);
  return blocks;
}
