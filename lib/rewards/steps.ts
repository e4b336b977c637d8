import type { DelegationFacts, Interval, OperatorFacts, PoolFacts, PotFacts, Step } from "./explanation.ts";

const bpsDenominator = 10_000n;
const nobody = { operator: null, asset: null };

/** Section 2, and the sum of scores of section 4. */
export function potSteps({ scheduled, fees, forfeited, carryIn, pot, scores }: PotFacts): Step[] {
  return [
    {
      ...nobody,
      section: 2,
      title: "What the network pays in this epoch",
      formula: "scheduled + fees + forfeited + carry",
      calculation: `${scheduled} + ${fees} + ${forfeited} + ${carryIn}`,
      value: pot,
      rounding: null,
    },
    {
      ...nobody,
      section: 4,
      title: "Sum of all operators' scores",
      formula: "S",
      calculation: `${scores}`,
      value: scores,
      rounding: null,
    },
  ];
}

/** Sections 3 and 4 for one operator. */
export function operatorSteps(line: OperatorFacts, pot: PotFacts, intervals: readonly Interval[]): Step[] {
  const of = { operator: line.operator, asset: null };
  const weights = intervals.filter(({ kind, operator }) => kind === "WEIGHT" && operator === line.operator);
  const steps: Step[] = [
    {
      ...of,
      section: 3,
      title: "Recorded weight times seconds, over all assets",
      formula: "W(o) = sum of weight * seconds",
      calculation: sumOfProducts(weights),
      value: line.weightSeconds,
      rounding: null,
    },
    scoreStep(line),
  ];
  if (pot.scores === 0n) return steps;
  const commissionBps = BigInt(line.commissionBps);
  const gross = { numerator: pot.pot * line.score, divisor: pot.scores, value: line.gross };
  const commission = {
    numerator: line.gross * commissionBps,
    divisor: bpsDenominator,
    value: line.commission,
  };
  steps.push(
    {
      ...divided({ ...of, section: 4, title: "The operator's part of the pot" }, gross),
      formula: "gross = floor(pot * score / S)",
      calculation: `floor(${pot.pot} * ${line.score} / ${pot.scores})`,
    },
    {
      ...divided({ ...of, section: 4, title: "Its commission, in force at the epoch's start" }, commission),
      formula: "commission = floor(gross * commissionBps / 10000)",
      calculation: `floor(${line.gross} * ${commissionBps} / 10000)`,
    },
    {
      ...of,
      section: 4,
      title: "What its delegators share",
      formula: "shared = gross - commission",
      calculation: `${line.gross} - ${line.commission}`,
      value: line.shared,
      rounding: null,
    },
  );
  return steps;
}

function scoreStep(line: OperatorFacts): Step {
  const { operator, assigned, signed, score, weightSeconds } = line;
  const p = BigInt(line.performanceBps);
  const of = { operator, asset: null, section: 3 as const };
  if (line.slashed)
    return {
      ...of,
      title: "Score: the network slashed it in this epoch",
      formula: "score = 0",
      calculation: "0",
      value: score,
      rounding: null,
    };
  if (assigned === 0n)
    return {
      ...of,
      title: "Score: no task was assigned to it",
      formula: "score = W(o)",
      calculation: `${weightSeconds}`,
      value: score,
      rounding: null,
    };
  const merit = (bpsDenominator - p) * assigned + p * signed;
  const facts = { numerator: weightSeconds * merit, divisor: bpsDenominator * assigned, value: score };
  return {
    ...divided({ ...of, title: `Score: it signed ${signed} of ${assigned} tasks` }, facts),
    formula: "score = floor(W(o) * ((10000 - p) * assigned + p * signed) / (10000 * assigned))",
    calculation: `floor(${weightSeconds} * ((10000 - ${p}) * ${assigned} + ${p} * ${signed}) / (10000 * ${assigned}))`,
  };
}

/** Section 5 for the earner's stake of one asset with one operator. */
export function delegationSteps(facts: {
  readonly delegation: DelegationFacts;
  readonly pool: PoolFacts;
  readonly line: OperatorFacts;
  readonly intervals: readonly Interval[];
}): Step[] {
  const { delegation, pool, line } = facts;
  const of = { operator: pool.operator, asset: pool.asset, section: 5 as const };
  const holdings = facts.intervals.filter(
    ({ kind, operator, asset }) => kind === "SHARES" && operator === pool.operator && asset === pool.asset,
  );
  const shared = {
    numerator: line.shared * pool.weightSeconds,
    divisor: line.weightSeconds,
    value: pool.shared,
  };
  const reward = {
    numerator: pool.shared * delegation.shareSeconds,
    divisor: pool.shareSeconds,
    value: delegation.amount,
  };
  return [
    {
      ...divided({ ...of, title: "What the delegators of this asset share" }, shared),
      formula: "shared(a) = floor(shared * W(o,a) / W(o))",
      calculation: `floor(${line.shared} * ${pool.weightSeconds} / ${line.weightSeconds})`,
    },
    {
      ...of,
      title: "The earner's active shares times seconds",
      formula: "SS(d) = sum of shares * seconds",
      calculation: sumOfProducts(holdings),
      value: delegation.shareSeconds,
      rounding: null,
    },
    {
      ...divided({ ...of, title: "The earner's part" }, reward),
      formula: "reward = floor(shared(a) * SS(d) / sum of all SS)",
      calculation: `floor(${pool.shared} * ${delegation.shareSeconds} / ${pool.shareSeconds})`,
    },
  ];
}

type Division = { readonly numerator: bigint; readonly divisor: bigint; readonly value: bigint };

/** A step that divides; what it rounds off follows from the value that was really paid. */
function divided<Part extends object>(part: Part, { numerator, divisor, value }: Division) {
  return { ...part, value, rounding: { remainder: numerator - value * divisor, divisor } };
}

function sumOfProducts(intervals: readonly Interval[]): string {
  const products = intervals
    .filter(({ value }) => value > 0n)
    .map(({ value, from, until }) => `${value} * ${until - from}`);
  return products.length === 0 ? "0" : products.join(" + ");
}
