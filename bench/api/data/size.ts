/** How many rows a data set has; what belongs to a task or an operator follows from it. */
export type Size = {
  readonly operators: number;
  readonly networks: number;
  readonly delegations: number;
  readonly tasks: number;
};

export const fullSize: Size = { operators: 1_000, networks: 10, delegations: 100_000, tasks: 100_000 };

export type Clock = { readonly stake: number; readonly tasks: number; readonly head: number };

/** The blocks from which stake comes and tasks come, and the last one; the same as the table `clock` of `01_world.sql`. */
export function clockOf({ operators, tasks }: Size): Clock {
  const start = 2 * operators;
  return { stake: 1_000 + start, tasks: 8_000 + start, head: 8_000 + start + 2 * tasks };
}

/** When a block was made, in seconds. */
export const timeOf = (block: number): number => 1_700_000_000 + 12 * block;
