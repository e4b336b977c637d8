import type { Hex, PublicClient } from "viem";
import type { Deployment } from "../../../lib/chain/deployment.ts";
import { NektarError } from "../../../lib/errors/NektarError.ts";
import { epochEnd, epochStart } from "../../../lib/protocol/epochs.ts";
import { calculateEpoch } from "../calculateEpoch.ts";
import { firstBlockAt } from "../findBlocks.ts";
import type { Carry, Cumulative, EpochResult } from "../types.ts";
import { ChainFacts } from "./ChainFacts.ts";
import { readEvents } from "./readEvents.ts";

/** The chain has not reached the epoch's end. */
class EpochRunningError extends NektarError {
  readonly code = "EPOCH_RUNNING";
}

/** The replay is past the epoch that was asked for. */
class EpochPassedError extends NektarError {
  readonly code = "EPOCH_PASSED";
}

type Head = { readonly number: bigint; readonly timestamp: bigint };
type Before = { readonly carries: readonly Carry[]; readonly earned: readonly Cumulative[] };

/**
 * Calculates one epoch after the other from the contracts' logs alone, without any database. Each log is read once; memory holds what is still
 * needed of them, and everybody's totals.
 */
export class ChainReplay {
  readonly #chain: PublicClient;
  readonly #deployment: Deployment;
  readonly #facts = new ChainFacts();
  #nextBlock: bigint;
  #lastBlock: { readonly number: bigint; readonly hash: Hex | null } | undefined;
  #nextEpoch = 0n;
  #before: Before = { carries: [], earned: [] };

  constructor(chain: PublicClient, deployment: Deployment) {
    this.#chain = chain;
    this.#deployment = deployment;
    this.#nextBlock = BigInt(deployment.startBlock);
  }

  /** The lowest epoch that can still be asked for. */
  get nextEpoch(): bigint {
    return this.#nextEpoch;
  }

  /** Whether the chain still has the last block that was read: else this replay tells of a chain that is no more. */
  async isOnChain(): Promise<boolean> {
    if (!this.#lastBlock) return true;
    const { number, hash } = this.#lastBlock;
    return (await this.#chain.getBlock({ blockNumber: number })).hash === hash;
  }

  /**
   * Calculates every epoch up to `epoch`, and returns that one. A replay that failed half way cannot be used again.
   *
   * @param head a block that is taken for final, by whoever asks.
   * @throws {EpochRunningError} when it lies before the epoch's end. @throws {EpochPassedError}
   */
  async calculate(epoch: bigint, head: Head): Promise<EpochResult> {
    if (epoch < this.#nextEpoch)
      throw new EpochPassedError(`The replay is past epoch ${epoch}.`, { epoch, next: this.#nextEpoch });
    if (head.timestamp < epochEnd(this.#deployment.epoch, epoch))
      throw new EpochRunningError(`Epoch ${epoch} has not ended on this chain.`, { epoch });
    while (this.#nextEpoch < epoch) await this.#calculateNext(head);
    return this.#calculateNext(head);
  }

  async #calculateNext({ number }: Head): Promise<EpochResult> {
    const epoch = this.#nextEpoch;
    const [start, end] = [epochStart(this.#deployment.epoch, epoch), epochEnd(this.#deployment.epoch, epoch)];
    const after = await firstBlockAt(this.#chain, end, number);
    for await (const event of readEvents(this.#chain, this.#deployment, this.#nextBlock, after - 1n))
      this.#facts.add(event);
    if (after > this.#nextBlock) {
      this.#nextBlock = after;
      const { number, hash } = await this.#chain.getBlock({ blockNumber: after - 1n });
      this.#lastBlock = { number, hash };
    }
    const result = calculateEpoch({ ...this.#facts.inputOf(epoch, start, end), ...this.#before });
    this.#before = afterEpoch(result);
    this.#facts.forgetBefore(end);
    this.#nextEpoch += 1n;
    return result;
  }
}

function afterEpoch({ pots, leaves }: EpochResult): Before {
  const carries = pots
    .filter(({ carryOut }) => carryOut > 0n)
    .map(({ network, token, carryOut }) => ({ network, token, amount: carryOut }));
  return { carries, earned: leaves };
}
