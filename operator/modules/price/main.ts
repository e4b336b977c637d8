import { readFileSync } from "node:fs";
import { serveLines } from "../serveLines.ts";
import { readObservations, respond } from "./respond.ts";

/**
 * The module of the second demonstration network, as an executable. Its argument is a file of observations, which it reads
 * anew for each payload: whoever watches exchanges writes it.
 */
const [file = ""] = process.argv.slice(2);
await serveLines((payload) => respond(payload, readObservations(readFileSync(file, "utf8"))));
