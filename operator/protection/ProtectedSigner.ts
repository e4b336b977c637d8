import type { Hex } from "viem";
import { type ResponseMessage, responseDigest } from "../../lib/protocol/messages.ts";
import type { ResponseSigner } from "../signer/ResponseSigner.ts";
import type { Journal } from "./journal.ts";

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

  /** Tasks that have a record in the journal. */
  get recordedTasks(): number {
    return this.#journal.count;
  }

  /** The response that was signed for a task before, if any: the only one that may be handed in again. */
  async recordedResponse(taskId: Hex): Promise<Hex | undefined> {
    const record = await this.#journal.find({ publicKey: this.publicKey, ...this.#domain, taskId });
    return record?.response;
  }

  /**
   * Signs a response to a task, 96 bytes compressed.
   *
   * @throws {SigningRefusedError} when another response to the task was signed before, in whatever life of this process.
   * @throws {JournalBrokenError} when the record cannot be made durable.
   */
  async sign(task: SignableTask): Promise<Hex> {
    const message = { ...this.#domain, ...task };
    const digest = responseDigest(message);
    const { taskId, response } = task;
    await this.#journal.record({ publicKey: this.publicKey, ...this.#domain, taskId, digest, response });
    return this.#signer.sign(digest, message);
  }
}
