import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { commandLineOf, startTimeOf } from "../processes/identity.ts";
import { type Account, chooseAccount, giveTo } from "./account.ts";
import { type PostgresBinaries, postgresBinaries } from "./binaries.ts";

/** A PostgreSQL data directory that is ready to be served. */
export type Cluster = {
  readonly dataDirectory: string;
  readonly password: string;
  readonly account: Account;
  readonly binaries: PostgresBinaries;
};

export const superuser = "nektar";

/**
 * Opens the cluster in a directory, or makes one there (0.8 s). A cluster whose making was cut off is made anew;
 * a server that still runs on it, left by a killed `npm start`, is stopped.
 *
 * @param directory holds `data` and the password file.
 * @throws {ConfigError} when it cannot be made, or was made by another major version.
 */
export async function openCluster(directory: string): Promise<Cluster> {
  mkdirSync(directory, { recursive: true });
  const binaries = postgresBinaries();
  const account = chooseAccount(binaries.postgres);
  giveTo(account, directory);
  const dataDirectory = resolve(directory, "data");
  const passwordFile = resolve(directory, "password");
  if (!existsSync(dataDirectory)) makeCluster({ dataDirectory, passwordFile, account, binaries });
  refuseOtherVersion(dataDirectory, binaries);
  await endLeftServer(dataDirectory);
  return { dataDirectory, password: readFileSync(passwordFile, "utf8").trim(), account, binaries };
}

type NewCluster = Omit<Cluster, "password"> & { readonly passwordFile: string };

function makeCluster({ dataDirectory, passwordFile, account, binaries }: NewCluster): void {
  // Made beside and renamed, so that what bears the name is always whole.
  const unfinished = `${dataDirectory}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(passwordFile, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
  giveTo(account, passwordFile);
  const [program = "", ...args] = [
    ...account.prefix,
    binaries.initdb,
    `--pgdata=${unfinished}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
  ];
  const options = { ...account.ids, cwd: dirname(dataDirectory), encoding: "utf8" } as const;
  const { status, stderr, error } = spawnSync(program, args, options);
  if (status !== 0) {
    const reason = error?.message ?? lastLine(stderr);
    throw new ConfigError(`The embedded PostgreSQL could not make its data directory: ${reason}`, {
      unfinished,
    });
  }
  renameSync(unfinished, dataDirectory);
}

function refuseOtherVersion(dataDirectory: string, binaries: PostgresBinaries): void {
  const made = readFileSync(join(dataDirectory, "PG_VERSION"), "utf8").trim();
  const { stdout } = spawnSync(binaries.postgres, ["--version"], { encoding: "utf8" });
  const installed = /(\d+)\.\d+/.exec(stdout ?? "")?.[1];
  if (installed === undefined || installed === made) return;
  throw new ConfigError(
    `${dataDirectory} was made by PostgreSQL ${made}, but ${installed} is installed: \`npm start -- --reset\` begins anew.`,
    { made, installed },
  );
}

/**
 * Ends the server that `postmaster.pid` names, if it is one on this directory. If the number has gone to another process, the file
 * is removed, as PostgreSQL would not start beside it. A file whose process is gone stays: by it PostgreSQL finds what the
 * killed server left in shared memory.
 */
async function endLeftServer(dataDirectory: string): Promise<void> {
  const file = join(dataDirectory, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  const startTime = pid > 0 ? startTimeOf(pid) : undefined;
  if (startTime === undefined) return;
  if (!commandLineOf(pid)?.includes(dataDirectory)) return rmSync(file, { force: true });
  process.kill(pid, "SIGINT");
  const deadline = Date.now() + 10_000;
  while (startTimeOf(pid) === startTime) {
    if (Date.now() > deadline) process.kill(pid, "SIGKILL");
    await sleep(50);
  }
}

function lastLine(text: string | null): string {
  return text?.trim().split("\n").at(-1) ?? "no reason given";
}
