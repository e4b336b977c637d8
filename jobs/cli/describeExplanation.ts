import type { Explanation, Interval, Step, TokenExplanation } from "../../lib/rewards/explanation.ts";

/** An explanation as text: the outcome of each token, then every step with its numbers and what rounding left. */
export function describeExplanation(explained: Explanation): string {
  const { epoch, network, earner, intervals, tokens } = explained;
  const nothing = tokens.length === 0 ? ["", "Nothing: the network had nothing to pay in this epoch."] : [];
  return [
    `Epoch ${epoch}, network ${network}, earner ${earner}`,
    ...(intervals.length === 0 ? [] : ["", "Inside the epoch", ...intervals.map(describeInterval)]),
    ...nothing,
    ...tokens.flatMap(describeToken),
  ].join("\n");
}

function describeInterval({ kind, operator, asset, from, until, value }: Interval): string {
  const what = kind === "WEIGHT" ? "weight of" : "the earner's shares with";
  return `  ${what} ${operator} from ${asset}: ${value} for ${until - from} s (${from} to ${until})`;
}

function describeToken({ token, amount, summary, steps }: TokenExplanation): string[] {
  return ["", `${token}: ${amount}`, `  ${summary}`, ...steps.map(describeStep)];
}

function describeStep({
  section,
  title,
  operator,
  asset,
  formula,
  calculation,
  value,
  rounding,
}: Step): string {
  const whose = [operator, asset].filter((address) => address !== null).join(" ");
  const left =
    rounding === null || rounding.remainder === 0n
      ? ""
      : ` (rounded down by ${rounding.remainder}/${rounding.divisor})`;
  return [
    `  Section ${section}. ${title}${whose === "" ? "" : `: ${whose}`}`,
    `    ${formula}`,
    `    = ${calculation}`,
    `    = ${value}${left}`,
  ].join("\n");
}
