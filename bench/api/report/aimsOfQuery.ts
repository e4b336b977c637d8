import type { Figures } from "../measure/measureRounds.ts";
import { type Aim, ratioAim } from "./aims.ts";
import { labels } from "./labels.ts";

/** What is to hold of every query. */
export function aimsOfQuery(name: string, figures: readonly Figures[]): Aim[] {
  const of = (label: string): Figures => {
    const found = figures.find((one) => one.label === label);
    if (!found) throw new Error(`${label} was not measured`);
    return found;
  };
  const [floor, known, yoga] = [of(labels.floor), of(labels.known), of(labels.yoga)];
  const rateAgainst = (label: string) => known.requestsPerSecond / of(label).requestsPerSecond;
  const cpuAgainstFloor = (one: Figures) => one.cpuMicrosPerRequest / floor.cpuMicrosPerRequest;
  return [
    ratioAim(`${name}: requests/s against Ponder`, { measured: rateAgainst(labels.ponder), atLeast: 3 }),
    ratioAim(`${name}: requests/s against PostGraphile`, {
      measured: rateAgainst(labels.postgraphile),
      atLeast: 1,
    }),
    ratioAim(`${name}: known document, CPU against the floor`, {
      measured: cpuAgainstFloor(known),
      atMost: 1.5,
    }),
    ratioAim(`${name}: through Yoga, CPU against the floor`, {
      measured: cpuAgainstFloor(yoga),
      atMost: 4.5,
    }),
  ];
}
