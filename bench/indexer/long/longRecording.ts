import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Hex, hexToNumber, numberToHex } from "viem";
import { type RpcBlock as Header, type RpcReceipt, transactionHashes } from "../../../indexer/rpc/answers.ts";
import { hashOfHeader } from "../../../indexer/rpc/proof/blockHash.ts";
import { bloomOf } from "../../../indexer/rpc/proof/bloom.ts";
import { receiptsRootOf } from "../../../indexer/rpc/proof/receiptsRoot.ts";
import { recordedChain } from "../chain/recordedChain.ts";
import { createRecording, openRecording, type RecordedBlock, type Recording } from "../chain/recording.ts";
import { createMove } from "./moveLog.ts";

const folder = fileURLToPath(new URL("../../../.nektar/bench", import.meta.url));

/**
 * A chain `times` as long as a recorded one, made of it: a node would take hours for a million events. After the recorded blocks
 * come as many again, with other accounts, networks, tasks and moments, and so on. Bloom, root of the receipts and hash of
 * each block are those that a node gives, as the indexer checks them.
 */
export async function longRecording(
  events: number,
  times: number,
  say: (text: string) => void,
): Promise<Recording> {
  const recording = await recordedChain(events, say);
  const last = recording.block(recording.head)?.block.hash ?? "0x";
  const directory = join(folder, `long-${last.slice(2, 10)}-${times}`);
  if (!existsSync(directory)) repeat(recording, times, directory, say);
  recording.close();
  return openRecording(directory);
}

function repeat(recording: Recording, times: number, directory: string, say: (text: string) => void): void {
  const { deployment, code, head } = recording;
  const copy = createRecording(directory);
  const timeOf = (number: number) => hexToNumber(recording.block(number)?.block.timestamp ?? "0x0");
  const epochsOfRun = Math.ceil((timeOf(head) - timeOf(0) + 1) / deployment.epoch.lengthSeconds);
  let parentHash: Hex = "0x";
  for (let run = 0; run < times; run++) {
    say(`making a long chain: ${run} of ${times} parts`);
    const epochs = run * epochsOfRun;
    const shift = { blocks: run * (head + 1), epochs, seconds: epochs * deployment.epoch.lengthSeconds };
    const move = createMove(deployment, run, shift);
    for (let number = 0; number <= head; number++) {
      const recorded = recording.block(number);
      if (!recorded) throw new Error(`block ${number} is not recorded`);
      const block = run === 0 ? recorded : moveBlock(recorded, parentHash, shift, move);
      const logs = block.receipts.reduce((sum, receipt) => sum + receipt.logs.length, 0);
      copy.append(block, run === 0 ? (recording.events[number] ?? 0) : logs);
      parentHash = block.block.hash;
    }
  }
  copy.finish(deployment, code);
}

function moveBlock(
  { block, receipts }: RecordedBlock,
  parentHash: Hex,
  shift: { readonly blocks: number; readonly seconds: number },
  { hashOf, moveLog }: ReturnType<typeof createMove>,
): RecordedBlock {
  const old = block as unknown as Header;
  const number = numberToHex(hexToNumber(old.number) + shift.blocks);
  const timestamp = numberToHex(hexToNumber(old.timestamp) + shift.seconds);
  const hashes = transactionHashes(old).map(hashOf);
  let logIndex = 0;
  const moved = receipts.map((receipt, at) => {
    const transactionHash = hashes[at] ?? "0x";
    const logs = receipt.logs.flatMap((log) => {
      const taken = moveLog(log);
      return taken ? [{ ...log, ...taken, transactionHash, logIndex: numberToHex(logIndex++) }] : [];
    });
    return { ...(receipt as unknown as RpcReceipt), transactionHash, logs, logsBloom: bloomOf(logs) };
  });
  const header = {
    ...{ ...old, parentHash, number, timestamp },
    receiptsRoot: receiptsRootOf(moved as unknown as RpcReceipt[]),
    logsBloom: bloomOf(moved.flatMap(({ logs }) => logs)),
  };
  const hash = hashOfHeader(header);
  const place = { blockHash: hash, blockNumber: number, blockTimestamp: timestamp };
  const transactions = old.transactions.map((transaction, at) => ({
    ...{ ...(transaction as object), ...place },
    hash: hashes[at],
  }));
  return {
    block: { ...header, hash, transactions },
    receipts: moved.map((receipt) => ({
      ...{ ...receipt, ...place },
      logs: receipt.logs.map((log) => ({ ...log, ...place })),
    })),
  } as unknown as RecordedBlock;
}
