import type { Section } from "../../support/report.ts";
import type { Contender } from "../contenders/Contender.ts";
import type { Load } from "../load/Load.ts";
import { type Aim, ratioAim } from "../report/aims.ts";
import { figuresSection } from "../report/figuresSection.ts";
import { type Effort, type Figures, measureRounds } from "./measureRounds.ts";

/** More than the load asks, so that every request is counted and none is refused. */
export const unreachedRate = 1_000_000;

/**
 * What limits cost a known document: whose parsing, depth and cost were checked once, so that each request pays for being counted
 * by its address, for the size of its body and the nesting of its variables. The latter two cannot be switched off.
 */
export async function measureLimits(
  load: Load,
  { open, limited, bodies }: { open: Contender; limited: Contender; bodies: string },
  effort: Effort,
): Promise<{ section: Section; aims: Aim[] }> {
  const of = (label: string, { url, usage }: Contender) => ({
    ...{ label, url, usage, bodies },
    ...{ unique: false, accept: "*/*" },
  });
  const measured = [of("no rate", open), of("each request counted by its address", limited)];
  const [without, counted] = (await measureRounds(load, measured, effort)) as [Figures, Figures];
  return {
    section: figuresSection(
      "a task with its network and response, with and without a rate for each address",
      [without, counted],
    ),
    aims: [
      ratioAim("limits: CPU a request against none", {
        measured: counted.cpuMicrosPerRequest / without.cpuMicrosPerRequest,
        atMost: 1.05,
      }),
    ],
  };
}
