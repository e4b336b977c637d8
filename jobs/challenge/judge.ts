import type { Hex } from "viem";
import { ModuleError } from "../../lib/modules/moduleErrors.ts";
import type { ModulePair } from "./context.ts";

export type Judgement =
  | { readonly verdict: "right" }
  | { readonly verdict: "wrong"; readonly computed: Hex }
  /** The module fails on this payload: it may be asked again. */
  | { readonly verdict: "none"; readonly reason: string }
  /** The module does not give the same twice: nothing follows from what it says. */
  | { readonly verdict: "doubtful"; readonly reason: string };

/**
 * Computes a task's response twice, by two instances that share nothing, and compares it with the accepted one.
 *
 * @throws {ModuleStoppedError} when the process stops.
 */
export async function judge(modules: ModulePair, payload: Hex, accepted: Hex): Promise<Judgement> {
  const runs = await Promise.allSettled(modules.map((module) => module.run(payload)));
  for (const run of runs) {
    if (run.status === "fulfilled") continue;
    if (!(run.reason instanceof ModuleError)) throw run.reason;
    return { verdict: "none", reason: run.reason.message };
  }
  const [one, other] = runs.map((run) => (run.status === "fulfilled" ? run.value : undefined));
  if (one === undefined || one !== other)
    return { verdict: "doubtful", reason: "The module gives two different responses to the payload." };
  return one === accepted ? { verdict: "right" } : { verdict: "wrong", computed: one };
}
