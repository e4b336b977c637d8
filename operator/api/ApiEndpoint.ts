import { endpointLabel } from "../../lib/errors/describeFault.ts";

/** One API endpoint and what is known of its health. */
export class ApiEndpoint {
  readonly url: string;
  /** Tells it from the others in the log, without what may be secret in its address. */
  readonly label: string;
  /** Whether what it has of our signatures was compared with the journal. */
  audited = false;
  /** Whether it tells of new tasks by itself at the moment, as far as one can know: it has done so on this line. */
  listening = false;
  #lastSuccessMs: number | undefined;
  #lies = 0;

  constructor(url: string, index: number) {
    this.url = url;
    this.label = `${endpointLabel(url)} (${index + 1})`;
  }

  /** The chain did not confirm what the endpoint showed. */
  lied(): void {
    this.#lies++;
  }

  /** Lies since the last call. */
  takeLies(): number {
    const lies = this.#lies;
    this.#lies = 0;
    return lies;
  }

  answered(): void {
    this.#lastSuccessMs = performance.now();
  }

  /** Whether it gave a usable answer within the last `withinMs`. */
  isAlive(withinMs: number): boolean {
    return this.#lastSuccessMs !== undefined && performance.now() - this.#lastSuccessMs <= withinMs;
  }
}
