import type { Hex } from "viem";
import { Limiter } from "../../lib/async/Limiter.ts";
import { describeFault } from "../../lib/errors/describeFault.ts";
import { ModuleError, ModuleStoppedError } from "../../lib/modules/moduleErrors.ts";
import { JournalBrokenError } from "../protection/journal.ts";
import type { SignableTask } from "../protection/ProtectedSigner.ts";
import { SignerUnavailableError } from "../signer/signerErrors.ts";
import { Backoff } from "../time/Backoff.ts";
import { sleep } from "../time/sleep.ts";
import { deadlineMarginSeconds, type Verdict } from "./checkTask.ts";
import { confirmTask } from "./confirmTask.ts";
import { type HandInOutcome, handIn } from "./handIn.ts";
import type { OperatorContext } from "./OperatorContext.ts";
import { TaskBook } from "./TaskBook.ts";
import type { TaskCandidate } from "./TaskCandidate.ts";

/** Checks that wait at once; an API's candidates beyond them are dropped until the next poll. */
const mostChecks = 500;
const checksAtOnce = 8;
const moduleAttempts = 3;
/** An unknown or closed task is looked at again after this time: the node may have lagged, or a reorganisation reopened it. */
const againAfterMs = 60_000;

/** Takes candidates from any source through their states: check on chain, run the module, record, sign, hand in. */
export class TaskRunner {
  readonly #context: OperatorContext;
  readonly #onFatal: (error: Error) => void;
  readonly #onLie: (source: string) => void;
  readonly #book = new TaskBook();
  readonly #checks = new Limiter(checksAtOnce);
  readonly #running = new Set<Promise<void>>();

  constructor(
    context: OperatorContext,
    on: { fatal: (error: Error) => void; lie: (source: string) => void },
  ) {
    this.#context = context;
    this.#onFatal = on.fatal;
    this.#onLie = on.lie;
  }

  /** Tasks that are confirmed and not done. */
  get working(): number {
    return this.#book.working;
  }

  /** Takes a candidate up unless it is known. Returns at once and never throws. */
  offer(candidate: TaskCandidate): void {
    if (this.#context.signal.aborted) return;
    if (candidate.source !== "chain" && this.#book.checking >= mostChecks) return;
    if (!this.#book.beginCheck(candidate)) return;
    const run = this.#take(candidate)
      .catch((error: unknown) => this.#failed(candidate.taskId, error))
      .finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  /** Resolves when no work is left. Call it after the signal was aborted. */
  async ended(): Promise<void> {
    await Promise.all(this.#running);
  }

  async #take(candidate: TaskCandidate): Promise<void> {
    let verdict: Verdict | undefined;
    try {
      verdict = await confirmTask(candidate, this.#context, this.#checks);
    } finally {
      this.#book.endCheck(candidate);
    }
    if (verdict === undefined) return;
    if (verdict.kind !== "work") {
      this.#drop(candidate, verdict);
    } else if (this.#book.begin(candidate.taskId)) {
      try {
        await this.#work(candidate, verdict.deadline);
      } finally {
        this.#book.finish(candidate.taskId);
      }
    }
  }

  #drop(candidate: TaskCandidate, verdict: Exclude<Verdict, { kind: "work" }>): void {
    const { taskId, source } = candidate;
    const isLie = verdict.kind === "unknown" || (verdict.kind === "refuse" && verdict.lie);
    const isFirst = this.#book.refuse(candidate, verdict.kind === "refuse" ? undefined : againAfterMs);
    if (isLie) this.#onLie(source);
    if (!isFirst) return;
    this.#context.metrics.tasks.inc({ outcome: verdict.kind === "closed" ? "closed" : "refused" });
    const level = verdict.kind === "closed" ? "debug" : "warn";
    this.#context.log[level]({ taskId, source, reason: verdict.reason }, "task refused");
  }

  async #work(candidate: TaskCandidate, deadline: bigint): Promise<void> {
    const { signer, metrics, log, head } = this.#context;
    const { taskId, referenceBlock } = candidate;
    log.info({ taskId, network: candidate.network, source: candidate.source }, "task confirmed on chain");
    if (await signer.isQuarantined(candidate)) {
      metrics.tasks.inc({ outcome: "refused" });
      log.warn({ taskId }, "the task may have been signed before the journal was restored: it is refused");
      return;
    }
    const recorded = await signer.recorded(taskId);
    const response = recorded?.response ?? (await this.#compute(candidate));
    const { timestamp } = await head.latest();
    if (timestamp + deadlineMarginSeconds >= deadline) {
      metrics.tasks.inc({ outcome: "late" });
      log.warn({ taskId }, "the module's response came too late to sign it");
      return;
    }
    const signature = await this.#sign({ taskId, referenceBlock, response }, deadline);
    if (signature === undefined) return;
    metrics.signatures.inc();
    log.info({ taskId }, "response signed");
    await this.#handInEverywhere({ taskId, response, signature }, deadline);
  }

  /** Undefined when the signer cannot be reached before the deadline, or the client stops. */
  async #sign(task: SignableTask, deadline: bigint): Promise<Hex | undefined> {
    const { signer, metrics, log, head, signal } = this.#context;
    const backoff = new Backoff(200, 5_000);
    while (!signal.aborted) {
      try {
        return await signer.sign(task);
      } catch (error) {
        if (!(error instanceof SignerUnavailableError) || signal.aborted) throw error;
        log.warn({ taskId: task.taskId, fault: error.message }, "the signer failed; it is asked again");
      }
      await sleep(backoff.failed(), signal);
      if (await head.hasPassed(deadline)) {
        metrics.tasks.inc({ outcome: "late" });
        log.error({ taskId: task.taskId }, "the signer could not be reached before the deadline");
        return undefined;
      }
    }
    return undefined;
  }

  async #compute({ network, payload, taskId }: TaskCandidate): Promise<Hex> {
    const module = this.#context.modules.get(network);
    if (module === undefined) throw new ModuleError("There is no module for the task's network.");
    const backoff = new Backoff(200, 5_000);
    for (;;) {
      try {
        const stopTimer = this.#context.metrics.moduleSeconds.startTimer();
        const response = await module.run(payload);
        stopTimer();
        return response;
      } catch (error) {
        if (!(error instanceof ModuleError)) throw error;
        const pause = backoff.failed();
        if (backoff.failures >= moduleAttempts) throw error;
        this.#context.log.warn({ taskId, fault: error.message }, "the module failed; it is asked again");
        await sleep(pause, this.#context.signal);
      }
    }
  }

  async #handInEverywhere(
    signed: { taskId: Hex; response: Hex; signature: Hex },
    deadline: bigint,
  ): Promise<void> {
    const { endpoints, operator, metrics, log } = this.#context;
    const submission = { ...signed, operator };
    const outcomes = await Promise.all(
      endpoints.map((endpoint) => handIn(endpoint, submission, deadline, this.#context)),
    );
    const has = (outcome: HandInOutcome) => outcomes.includes(outcome);
    const summary =
      (["accepted", "closed", "stopped", "rejected", "expired"] as const).find(has) ?? "expired";
    metrics.tasks.inc({ outcome: summary });
    if (summary === "expired")
      log.error({ taskId: signed.taskId }, "no API took the response before the deadline");
  }

  #failed(taskId: Hex, error: unknown): void {
    if (error instanceof ModuleStoppedError || this.#context.signal.aborted) return;
    this.#context.metrics.tasks.inc({ outcome: "failed" });
    this.#context.log.error({ taskId, fault: describeFault(error) }, "task failed");
    if (error instanceof JournalBrokenError) this.#onFatal(error);
  }
}
