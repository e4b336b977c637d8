import { readFileSync } from "node:fs";
import { serveLines } from "../serveLines.ts";
import { readObservations, respond } from "./respond.ts";

/** Answers payloads by a file of observations, which is read anew for each: whoever watches exchanges writes it. */
export async function servePrices(file: string): Promise<void> {
  await serveLines((payload) => respond(payload, readObservations(readFileSync(file, "utf8"))));
}
