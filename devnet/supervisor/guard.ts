import { endProcesses } from "../processes/endProcesses.ts";
import { readRecords, removeRecords } from "../processes/recordFile.ts";

/**
 * Waits beside `npm start` and, should that be killed, ends the processes it started. The standard input is a pipe from
 * there: it closes when the other side is gone, for whatever reason. After a clean stop no records are left.
 */
const [file = ""] = process.argv.slice(2);

for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => {});

process.stdin.on("close", () => {
  // In the order of starting; the last started goes first, so that nobody loses what it rests on.
  const endAll = async () => {
    for (const record of readRecords(file).reverse()) await endProcesses([record], 3_000);
    removeRecords(file);
  };
  void endAll().finally(() => process.exit());
});
process.stdin.resume();
