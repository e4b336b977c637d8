import type { Section } from "../../support/report.ts";

/** Something that the API is to reach, and what it reached. */
export type Aim = {
  readonly aim: string;
  readonly wanted: string;
  readonly measured: string;
  readonly met: boolean;
};

type Bound = { readonly measured: number } & ({ readonly atLeast: number } | { readonly atMost: number });

/** An aim that is a number of times something else. */
export function ratioAim(aim: string, bound: Bound): Aim {
  const { measured } = bound;
  const [wanted, met] =
    "atLeast" in bound
      ? [`≥ ${bound.atLeast}`, measured >= bound.atLeast]
      : [`≤ ${bound.atMost}`, measured <= bound.atMost];
  return { aim, wanted, measured: measured.toFixed(2), met };
}

export function aimsSection(aims: readonly Aim[]): Section {
  return {
    title: "Aims",
    columns: ["aim", "wanted", "measured", "met"],
    rows: aims.map(({ aim, wanted, measured, met }) => [aim, wanted, measured, met ? "yes" : "**no**"]),
  };
}
