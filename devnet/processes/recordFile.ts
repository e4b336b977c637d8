import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";
import type { ProcessRecord } from "./endProcesses.ts";

const records = z.array(
  z.object({
    name: z.string(),
    pid: z.number().int().positive(),
    startTime: z.string(),
    stopSignal: z.enum(["SIGTERM", "SIGINT"]),
  }),
);

/** Writes down which processes run, so that whoever comes after a killed `npm start` can end them. */
export function writeRecords(file: string, running: readonly ProcessRecord[]): void {
  writeFileSync(`${file}.unfinished`, `${JSON.stringify(running, null, 2)}\n`);
  renameSync(`${file}.unfinished`, file);
}

/** The processes written down; none when there is no file or it cannot be understood. */
export function readRecords(file: string): ProcessRecord[] {
  try {
    return records.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return [];
  }
}

export function removeRecords(file: string): void {
  rmSync(file, { force: true });
}
