import type { BlsBackend } from "./BlsBackend.ts";
import { loadBlst } from "./blst.ts";
import { nobleBackend } from "./noble.ts";

let selected: BlsBackend | undefined;

/** The fastest backend that works here: native blst where it is installed, noble otherwise. */
export function selectBackend(): BlsBackend {
  selected ??= loadBlst() ?? nobleBackend;
  return selected;
}
