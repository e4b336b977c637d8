import type { Hex } from "viem";
import { Limiter } from "../async/Limiter.ts";
import { describeFault } from "../errors/describeFault.ts";
import { postBounded } from "../http/postBounded.ts";
import type { Module } from "./Module.ts";
import type { ModuleLimits } from "./ModuleProcess.ts";
import { ModuleError, ModuleStoppedError } from "./moduleErrors.ts";
import { parseModuleAnswer } from "./parseModuleAnswer.ts";

/** Payloads that an endpoint works on at once: it may be one machine for many operators. */
const mostAtOnce = 4;

/**
 * One network's module behind an HTTP endpoint: each payload is posted as `{"id","payload"}`, and the answer is
 * `{"id","response"}` or `{"id","error"}`, the same JSON as a child process writes. Whoever runs it is believed as a child
 * process is, so it belongs on this machine or a network of one's own.
 */
export class ModuleEndpoint implements Module {
  readonly #url: string;
  readonly #limits: Pick<ModuleLimits, "timeMs" | "lineBytes">;
  readonly #places = new Limiter(mostAtOnce);
  readonly #stop = new AbortController();
  #lastId = 0;
  #failuresInARow = 0;

  constructor(url: string, limits: Pick<ModuleLimits, "timeMs" | "lineBytes">) {
    this.#url = url;
    this.#limits = limits;
  }

  get isHealthy(): boolean {
    return this.#failuresInARow < 3;
  }

  async run(payload: Hex): Promise<Hex> {
    return this.#places.run(async () => {
      try {
        const response = await this.#ask(payload);
        this.#failuresInARow = 0;
        return response;
      } catch (error) {
        if (this.#stop.signal.aborted) throw new ModuleStoppedError("The client stops.");
        this.#failuresInARow++;
        if (error instanceof ModuleError) throw error;
        throw new ModuleError(`The module's endpoint does not answer: ${describeFault(error)}`);
      }
    });
  }

  async stop(): Promise<void> {
    this.#stop.abort(new ModuleStoppedError("The client stops."));
  }

  async #ask(payload: Hex): Promise<Hex> {
    const id = ++this.#lastId;
    const { status, text } = await postBounded(this.#url, {
      body: JSON.stringify({ id, payload }),
      timeoutMs: this.#limits.timeMs,
      mostBytes: this.#limits.lineBytes,
      signal: this.#stop.signal,
    });
    if (status !== 200) throw new ModuleError(`The module's endpoint answered with status ${status}.`);
    const answer = parseModuleAnswer(text);
    if (answer === undefined || answer.id !== id)
      throw new ModuleError("The module's endpoint wrote something that is no answer to its payload.");
    if ("error" in answer) throw new ModuleError(`The module reports: ${answer.error}`);
    return answer.response;
  }
}
