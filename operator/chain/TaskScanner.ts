import type { Hex, PublicClient } from "viem";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import type { TaskCandidate } from "../tasks/TaskCandidate.ts";
import { type BlockRange, blockRanges } from "./blockRanges.ts";

/** How far back the first scan looks. */
const lookbackBlocks = 2_000n;
/** Read again each time, since a reorganisation may have put other tasks there. */
const overlapBlocks = 32n;

export type ScanSettings = {
  readonly taskManager: Hex;
  readonly networks: readonly Hex[];
  /** The contracts' first block. */
  readonly startBlock: bigint;
};

/** Reads new tasks from the chain's own logs, so that an API that hides a task, or all APIs being down, hides nothing. */
export class TaskScanner {
  readonly #client: PublicClient;
  readonly #settings: ScanSettings;
  #next: bigint | undefined;

  constructor(client: PublicClient, settings: ScanSettings) {
    this.#client = client;
    this.#settings = settings;
  }

  /** The tasks of the served networks that were created since the last call; goes on where a fault stopped it. */
  async scan(head: bigint): Promise<TaskCandidate[]> {
    const found: TaskCandidate[] = [];
    for (const range of blockRanges(this.#firstBlock(head), head)) {
      found.push(...(await this.#read(range)));
      this.#next = range.toBlock + 1n;
    }
    return found;
  }

  #firstBlock(head: bigint): bigint {
    const { startBlock } = this.#settings;
    // A head that went back by much is another node's or another chain's: begin anew from there.
    const wanted =
      this.#next === undefined || this.#next > head + overlapBlocks
        ? head - lookbackBlocks
        : this.#next - overlapBlocks;
    return wanted > startBlock ? wanted : startBlock;
  }

  async #read(range: BlockRange): Promise<TaskCandidate[]> {
    const logs = await this.#client.getContractEvents({
      abi: taskManagerAbi,
      address: this.#settings.taskManager,
      eventName: "TaskCreated",
      args: { network: [...this.#settings.networks] },
      ...range,
      strict: true,
    });
    return logs.map(({ args }) => ({
      taskId: args.taskId,
      network: args.network.toLowerCase() as Hex,
      payload: args.payload,
      referenceBlock: args.referenceBlock,
      source: "chain",
    }));
  }
}
