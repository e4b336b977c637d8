import { spawnSync } from "node:child_process";
import { chownSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "../../lib/errors/NektarError.ts";

/** Under which account PostgreSQL's programs run, which refuse to run as root. */
export type Account = {
  /** Put before the program and its arguments. */
  readonly prefix: readonly string[];
  /** User and group to spawn with, when another user's account is used. */
  readonly ids?: Ids;
  /** Who must own its files, when root starts it. */
  readonly owner?: Ids;
};

type Ids = { readonly uid: number; readonly gid: number };

const nobody = 65534;
const userNamespace = ["unshare", "--user", `--map-user=${nobody}`, `--map-group=${nobody}`, "--"] as const;

/**
 * Chooses the account for PostgreSQL. An ordinary user's own; for root on Linux a user namespace, in which root's files belong
 * to `nobody` (no account is made and no file changes its owner); else the user `postgres` or `nobody`.
 *
 * @param program a PostgreSQL program, which the account must be able to run.
 * @throws {ConfigError} when root has no other account to run it under.
 */
export function chooseAccount(program: string): Account {
  if (process.getuid?.() !== 0) return { prefix: [] };
  if (process.platform === "linux" && runs([...userNamespace, program])) {
    return { prefix: userNamespace, owner: { uid: 0, gid: 0 } };
  }
  for (const name of ["postgres", "nobody"]) {
    const ids = idsOf(name);
    if (ids && runs([program], ids)) return { prefix: [], ids, owner: ids };
  }
  throw new ConfigError(
    "PostgreSQL refuses to run as root, and no other account (postgres, nobody) can run it from this directory: start as an ordinary user, or set DATABASE_URL.",
    { program },
  );
}

/** Gives a file, or a directory and all in it, to the account: an earlier start may have used another one. */
export function giveTo(account: Account, path: string): void {
  const { owner } = account;
  if (!owner) return;
  const status = lstatSync(path);
  if (status.isDirectory()) {
    for (const entry of readdirSync(path)) giveTo(account, join(path, entry));
  }
  if (status.uid !== owner.uid || status.gid !== owner.gid) chownSync(path, owner.uid, owner.gid);
}

function runs(command: readonly string[], ids?: Ids): boolean {
  const [program = "", ...args] = command;
  // A working directory that the account cannot enter would fail for that reason alone.
  return spawnSync(program, [...args, "--version"], { ...ids, stdio: "ignore", cwd: "/" }).status === 0;
}

function idsOf(name: string): Ids | undefined {
  const line = readPasswd().find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function readPasswd(): string[] {
  try {
    return readFileSync("/etc/passwd", "utf8").split("\n");
  } catch {
    return [];
  }
}
