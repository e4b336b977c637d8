import type { Position } from "../meta/queries.ts";

/**
 * What is known in memory of the data that answers are made of. Two states with equal numbers stand for equal rows; the
 * numbers say nothing between processes.
 */
export type DataState = {
  /** Another number whenever the indexer's rows may be others. */
  readonly indexer: number;
  /** Another number whenever rows of the schema `nektar` that the API reads may be others. */
  readonly nektar: number;
  /** False while the indexer's rows are incomplete, or change without a sign of it: it makes its tables or restarts. */
  readonly indexerSettled: boolean;
  /** False where changes of the schema `nektar` are not told: on a replica. */
  readonly nektarWatched: boolean;
  /** How far the indexer is; undefined while it has no tables. */
  readonly position: Position | undefined;
};

/**
 * Names the version of the data that an answer is made of.
 *
 * @returns undefined when no answer of it may be kept.
 */
export function versionOf(state: DataState, readsNektar: boolean): string | undefined {
  if (!state.indexerSettled) return undefined;
  if (!readsNektar) return `${state.indexer}`;
  return state.nektarWatched ? `${state.indexer}.${state.nektar}` : undefined;
}
