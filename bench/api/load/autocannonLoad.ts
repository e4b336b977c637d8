import { fileURLToPath } from "node:url";
import type { Load, LoadResult } from "./Load.ts";
import { nextUnique, outputOf } from "./outputOf.ts";

const program = fileURLToPath(new URL("./autocannonProcess.ts", import.meta.url));

export const autocannonLoad: Load = {
  name: "autocannon",
  async run(options) {
    const settings = JSON.stringify({ ...options, from: nextUnique() });
    return JSON.parse(await outputOf(process.execPath, ["--import", "tsx", program, settings])) as LoadResult;
  },
};
