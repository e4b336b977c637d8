import type { Hex } from "viem";
import { type ResponseMessage, responseDigest } from "../../lib/protocol/messages.ts";
import type { ResponseSigner } from "../signer/ResponseSigner.ts";
import { type Journal, SigningRefusedError } from "./journal.ts";
import type { SigningRecord } from "./record.ts";

/** What of a response's message depends on the task. */
export type SignableTask = Omit<ResponseMessage, "chainId" | "taskManager">;

export type TaskDomain = { readonly chainId: number; readonly taskManager: Hex };

/** The only way to a signature in this client: every digest is on the disk before its signature leaves. */
export class ProtectedSigner {
  readonly #journal: Journal;
  readonly #signer: ResponseSigner;
  readonly #domain: TaskDomain;

  constructor(journal: Journal, signer: ResponseSigner, domain: TaskDomain) {
    this.#journal = journal;
    this.#signer = signer;
    this.#domain = domain;
  }

  get publicKey(): Hex {
    return this.#signer.publicKey;
  }

  get domain(): TaskDomain {
    return this.#domain;
  }

  /** Tasks that have a record in the journal. */
  get recordedTasks(): number {
    return this.#journal.count;
  }

  /** The block up to which tasks without a record are refused; undefined when none is. */
  get quarantinedUpTo(): bigint | undefined {
    return this.#journal.quarantinedUpTo(this.#key);
  }

  /** What was signed for a task before, if anything: only that may be handed in again. */
  recorded(taskId: Hex): Promise<SigningRecord | undefined> {
    return this.#journal.find({ ...this.#key, taskId });
  }

  /** Whether the task may have been signed by a journal that is lost, and this one has no record of it. */
  async isQuarantined({ taskId, referenceBlock }: Omit<SignableTask, "response">): Promise<boolean> {
    const upTo = this.quarantinedUpTo;
    if (upTo === undefined || referenceBlock > upTo) return false;
    return (await this.recorded(taskId)) === undefined;
  }

  /** Keeps the key away from every task up to a block that has no record. @throws {JournalBrokenError} */
  quarantine(block: bigint): Promise<void> {
    return this.#journal.quarantine({ ...this.#key, block });
  }

  /**
   * Records a response that the key is known to have signed in a life that this journal does not know, so that it and no
   * other can be released again.
   *
   * @throws {SigningRefusedError} when the journal says that another was signed: then there are two.
   */
  async adopt({ response, ...task }: SignableTask): Promise<void> {
    const digest = responseDigest({ ...this.#domain, ...task, response });
    await this.#journal.record({ ...this.#key, taskId: task.taskId, digest, response });
  }

  /**
   * Signs a response to a task, 96 bytes compressed.
   *
   * @throws {SigningRefusedError} when another response to the task was signed before, in whatever life of this process,
   * or may have been signed in one that the journal does not know.
   * @throws {JournalBrokenError} when the record cannot be made durable.
   */
  async sign(task: SignableTask): Promise<Hex> {
    const message = { ...this.#domain, ...task };
    const digest = responseDigest(message);
    const { taskId, response } = task;
    if (await this.isQuarantined(task))
      throw new SigningRefusedError(
        `Task ${taskId} may have been signed before the journal was restored from an older copy.`,
        { taskId },
      );
    await this.#journal.record({ ...this.#key, taskId, digest, response });
    return this.#signer.sign(digest, message);
  }

  get #key() {
    return { publicKey: this.publicKey, ...this.#domain };
  }
}
