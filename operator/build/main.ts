import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildExecutable } from "./buildExecutable.ts";

/** `npm run operator:build`: the client as one file for this platform, under dist/. */
const path = await buildExecutable(fileURLToPath(new URL("../../dist/operator", import.meta.url)));
console.log(`${path} (${(statSync(path).size / 1024 ** 2).toFixed(1)} MiB)`);
