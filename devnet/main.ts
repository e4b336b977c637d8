import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { NektarError } from "../lib/errors/NektarError.ts";
import { checkDisk, diskNotice } from "./checks/disk.ts";
import { checkGivenEngines } from "./checks/engines.ts";
import { takeLock } from "./checks/lock.ts";
import { checkPorts, neededPorts } from "./checks/ports.ts";
import { systemFault } from "./checks/systemFault.ts";
import { shown, summary } from "./messages.ts";
import { endProcesses } from "./processes/endProcesses.ts";
import { readRecords, removeRecords } from "./processes/recordFile.ts";
import { reset } from "./reset.ts";
import { roles } from "./seed/roles.ts";
import { writeEnvironmentFile } from "./services/environmentFile.ts";
import { readSettings, type Settings } from "./settings.ts";
import { startAll } from "./start/startAll.ts";
import { Supervisor } from "./supervisor/Supervisor.ts";

/** Between the signals of one Ctrl-C: the terminal sends one, npm passes on another. */
const oneCtrlCMs = 1_000;
const orphanCheckMs = 1_000;

/** `--reset` deletes what earlier starts made; `--faulty` adds operators that equivocate and that are silent. */
const known = ["--reset", "--faulty"];

async function main(args: readonly string[]): Promise<number> {
  const unknown = args.filter((arg) => !known.includes(arg));
  if (unknown.length > 0) {
    console.error(`\`npm start\` knows ${known.join(" and ")}; it does not know ${unknown.join(" ")}.`);
    return 2;
  }
  const settings = readSettings(process.env, { faulty: args.includes("--faulty") });
  mkdirSync(settings.dataDirectory, { recursive: true });
  const releaseLock = takeLock(settings.dataDirectory);
  try {
    const recordFile = join(settings.dataDirectory, "processes.json");
    await endLeftovers(recordFile);
    if (args.includes("--reset"))
      for (const what of await reset(settings)) console.log(`Deleted ${shown(what)}`);
    checkDisk(settings.dataDirectory);
    await checkPorts(neededPorts(settings, roles.operators.length));
    await checkGivenEngines(settings);
    return await runUntilStopped(settings, recordFile);
  } finally {
    releaseLock();
  }
}

/** Processes of a start that was killed, should its guard not have ended them. */
async function endLeftovers(recordFile: string): Promise<void> {
  for (const record of readRecords(recordFile).reverse()) await endProcesses([record], 5_000);
  removeRecords(recordFile);
}

async function runUntilStopped(settings: Settings, recordFile: string): Promise<number> {
  const stopping = new AbortController();
  const supervisor = new Supervisor({
    logDirectory: join(settings.dataDirectory, "logs"),
    recordFile,
    notice: (line) => console.log(`${line}${diskNotice(settings.dataDirectory)}`),
  });
  const stopped = stopOnSignal(stopping, supervisor, settings);
  const startedAt = Date.now();
  try {
    const { connections, local } = await startAll(settings, supervisor, stopping.signal);
    const seconds = (Date.now() - startedAt) / 1000;
    const environmentFile = writeEnvironmentFile(settings, connections);
    console.log(summary(settings, { rpcUrls: connections.rpcUrls, environmentFile, local, seconds }));
  } catch (error) {
    if (!stopping.signal.aborted) {
      await supervisor.stop();
      throw error;
    }
  }
  await stopped;
  return 0;
}

/** Resolves when a signal has come and everything has stopped. A second Ctrl-C waits no longer. */
function stopOnSignal(stopping: AbortController, supervisor: Supervisor, settings: Settings): Promise<void> {
  return new Promise((resolve) => {
    let firstAt = 0;
    const stop = () => {
      if (stopping.signal.aborted) {
        if (Date.now() - firstAt > oneCtrlCMs) supervisor.hurry();
        return;
      }
      firstAt = Date.now();
      stopping.abort();
      console.log("\nStopping…");
      void supervisor.stop().then(() => {
        const seconds = ((Date.now() - firstAt) / 1000).toFixed(1);
        const directory = shown(settings.dataDirectory);
        console.log(
          `Stopped in ${seconds} s. The data stays in ${directory}: \`npm start\` goes on from here.`,
        );
        resolve();
      });
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
    // npm passes a signal to its shell only, which ends without passing it on.
    const parent = process.ppid;
    setInterval(() => process.ppid === parent || stop(), orphanCheckMs).unref();
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof NektarError ? `\n${error.message}` : (systemFault(error) ?? error));
  process.exitCode = 1;
}
