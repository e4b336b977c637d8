import type { Simulation } from "../simulation.ts";

/** Something that somebody may do. */
export type Move = {
  readonly name: string;
  /** How often it is chosen, relative to the others. */
  readonly weight: number;
  /**
   * Sends one transaction or several; they may revert when others of the same block come first.
   *
   * @returns false, with nothing sent, when it is impossible now.
   */
  play(simulation: Simulation): Promise<boolean>;
};

/** `IPauses.PauseGroup`. */
export const groups = {
  registration: 0,
  deposits: 1,
  withdrawals: 2,
  tasks: 3,
  slashing: 4,
  claims: 5,
} as const;
