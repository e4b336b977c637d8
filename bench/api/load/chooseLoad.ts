import { spawnSync } from "node:child_process";
import { autocannonLoad } from "./autocannonLoad.ts";
import type { Load } from "./Load.ts";
import { wrkLoad } from "./wrkLoad.ts";

/** wrk where it is installed, which takes little of a small machine; autocannon otherwise. */
export function chooseLoad(): Load {
  // It has no option that ends well.
  const found = spawnSync("wrk", ["--version"], { encoding: "utf8" });
  return found.error ? autocannonLoad : wrkLoad;
}
