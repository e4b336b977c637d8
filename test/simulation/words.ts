import type { Plan } from "./runSeed.ts";

/** The command that plays a seed again. */
export function commandFor(seed: number, { moves, reorgs, kills, breaks }: Plan): string {
  const options = `--moves ${moves} --reorgs ${reorgs} --kills ${kills} --breaks ${breaks}`;
  return `npm run test:simulate -- --seed ${seed} ${options}`;
}

/** An error with what caused it. */
export function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return [error.stack, error.cause === undefined ? "" : `caused by ${textOf(error.cause)}`].join("\n");
}
