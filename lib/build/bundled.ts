import { readFileSync } from "node:fs";

/** Set by the bundler in the single executable, and only there. */
declare const NEKTAR_BUNDLED_VERSION: string | undefined;

/** Whether this is the single executable: one file, without the project around it. */
export function isBundled(): boolean {
  return typeof NEKTAR_BUNDLED_VERSION === "string";
}

/** The client's version: the package's. */
export function clientVersion(): string {
  if (typeof NEKTAR_BUNDLED_VERSION === "string") return NEKTAR_BUNDLED_VERSION;
  const json: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return typeof json === "object" && json !== null && "version" in json ? String(json.version) : "unknown";
}
