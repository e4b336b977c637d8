import type { Plan } from "./runSeed.ts";

/** The command that plays a seed again. */
export function commandFor(seed: number, { moves, reorgs, kills, breaks }: Plan): string {
  const options = `--moves ${moves} --reorgs ${reorgs} --kills ${kills} --breaks ${breaks}`;
  return `npm run test:simulate -- --seed ${seed} ${options}`;
}
