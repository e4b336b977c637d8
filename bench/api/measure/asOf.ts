import type { Section } from "../../support/report.ts";
import type { Contender } from "../contenders/Contender.ts";
import { addressOf } from "../data/identities.ts";
import { clockOf, fullSize, timeOf } from "../data/size.ts";
import type { Load } from "../load/Load.ts";
import { writeBodies } from "../load/writeBodies.ts";
import { figuresSection } from "../report/figuresSection.ts";
import { type Effort, measureRounds } from "./measureRounds.ts";
import { post } from "./operations.ts";

const { tasks: start, head } = clockOf(fullSize);
const fields = "address payout memberships { weight optedIn network { address status totalWeight } }";
const now = `query Operator($operator: Address!) { operator(address: $operator) { ${fields} } }`;
const past = `query Operator($operator: Address!, $time: DateTime!) {
  operator(address: $operator, asOf: {timestamp: $time}) { ${fields} }
}`;

/** Each operator at a time of its own. */
const variables = (number: number) => ({
  operator: addressOf(`operator ${number}`),
  time: new Date(
    timeOf(start + number * Math.floor((head - start) / fullSize.operators)) * 1_000,
  ).toISOString(),
});
const bodiesOf = (query: string, names: readonly string[]) =>
  Array.from({ length: fullSize.operators }, (_, number) => {
    const given = Object.entries(variables(number)).filter(([name]) => names.includes(name));
    return JSON.stringify({ query, variables: Object.fromEntries(given) });
  });

/** What is asked as of a time of the past, beside the same as of now. None of the others can be asked that. */
export async function measureAsOf(load: Load, nektar: Contender, effort: Effort): Promise<Section> {
  const { url, usage } = nektar;
  const measured = [
    { label: "now", bodies: bodiesOf(now, ["operator"]) },
    { label: "as of a past time", bodies: bodiesOf(past, ["operator", "time"]) },
  ];
  for (const { bodies } of measured) await post(url, bodies[500] ?? "");
  return figuresSection(
    "an operator with its memberships and their networks, now and as of a past time",
    await measureRounds(
      load,
      measured.map(({ label, bodies }) => ({
        ...{ label, url, usage, unique: false, accept: "*/*" },
        bodies: writeBodies(`as-of-${label}`, bodies),
      })),
      effort,
    ),
  );
}
