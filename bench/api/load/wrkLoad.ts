import { fileURLToPath } from "node:url";
import type { Load, LoadResult } from "./Load.ts";
import { nextUnique, outputOf } from "./outputOf.ts";

const script = fileURLToPath(new URL("./wrk.lua", import.meta.url));

export const wrkLoad: Load = {
  name: "wrk",
  async run({ url, bodies, unique, accept, seconds, connections }) {
    const load = [
      "-t1",
      `-c${connections}`,
      `-d${Math.ceil(seconds)}s`,
      "-H",
      `accept: ${accept}`,
      "-s",
      script,
      url,
    ];
    const output = await outputOf("wrk", [
      ...load,
      "--",
      bodies,
      unique ? "unique" : "same",
      `${nextUnique()}`,
    ]);
    return JSON.parse(output.slice(output.indexOf("{"))) as LoadResult;
  },
};
