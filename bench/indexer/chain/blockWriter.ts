import { type Abi, encodeFunctionData, type Hex, numberToHex } from "viem";
import { callRpc } from "../../../devnet/chain/rpc.ts";
import type { RecordedBlock, RpcBlock, RpcReceipt } from "./recording.ts";

/** Above what any call here costs; under the cap of EIP-7825. */
const gas = numberToHex(12_000_000);
const gasPrice = numberToHex(10n ** 10n);
const perRequest = 200;

export type Call = { readonly from: Hex; readonly to: Hex; readonly data: Hex };
export type Contract = { readonly address: Hex; readonly abi: Abi };

export function callOf(
  from: Hex,
  { address, abi }: Contract,
  functionName: string,
  args: readonly unknown[],
): Call {
  return { from, to: address, data: encodeFunctionData({ abi, functionName, args }) };
}

export type BlockWriter = ReturnType<typeof createBlockWriter>;

/** Puts calls into blocks of an anvil that signs for everybody. */
export function createBlockWriter(url: string) {
  const nonces = new Map<Hex, number>();

  async function send(calls: readonly { method: string; params: readonly unknown[] }[]): Promise<void> {
    const body = JSON.stringify(calls.map((call, id) => ({ jsonrpc: "2.0", id, ...call })));
    const headers = { "content-type": "application/json" };
    const response = await fetch(url, { method: "POST", headers, body });
    for (const { error } of (await response.json()) as { error?: { message: string } }[]) {
      if (error) throw new Error(error.message);
    }
  }

  async function nonceOf(from: Hex): Promise<number> {
    const nonce =
      nonces.get(from) ?? Number(await callRpc<Hex>(url, "eth_getTransactionCount", [from, "latest"]));
    nonces.set(from, nonce + 1);
    return nonce;
  }

  return {
    send,
    /** A block at `timestamp` with all of `calls`. @throws {Error} when one of them reverts. */
    async mine(timestamp: number, calls: readonly Call[]): Promise<RecordedBlock> {
      const transactions = [];
      for (const call of calls) {
        const nonce = numberToHex(await nonceOf(call.from));
        transactions.push({ method: "eth_sendTransaction", params: [{ ...call, gas, gasPrice, nonce }] });
      }
      for (let at = 0; at < transactions.length; at += perRequest) {
        await send(transactions.slice(at, at + perRequest));
      }
      await callRpc(url, "evm_mine", [timestamp]);
      const recorded = await readBlock(url, "latest");
      const failed = recorded.receipts.find(({ status }) => status !== "0x1");
      if (failed)
        throw new Error(`${failed.transactionHash} reverted: ${await reasonOf(url, failed.transactionHash)}`);
      if (recorded.receipts.length !== calls.length)
        throw new Error("a transaction was left out of its block");
      return recorded;
    },
  };
}

export async function readBlock(url: string, at: Hex | "latest"): Promise<RecordedBlock> {
  const [block, receipts] = await Promise.all([
    callRpc<RpcBlock>(url, "eth_getBlockByNumber", [at, true]),
    callRpc<RpcReceipt[]>(url, "eth_getBlockReceipts", [at]),
  ]);
  return { block, receipts };
}

async function reasonOf(url: string, hash: Hex): Promise<string> {
  const { from, to, input } = await callRpc<{ from: Hex; to: Hex; input: Hex }>(
    url,
    "eth_getTransactionByHash",
    [hash],
  );
  const call = callRpc(url, "eth_call", [{ from, to, data: input, gas }, "latest"]);
  return call.then(
    () => `${to} ${input.slice(0, 10)}, for reasons that have passed`,
    (error: Error) => `${to} ${input.slice(0, 10)}: ${String((error.cause as Error)?.message ?? error)}`,
  );
}
