import { fileURLToPath } from "node:url";
import { isBundled } from "../build/bundled.ts";

/** What the client can compute itself, by the name after `module`. */
export const builtInModules = ["factorization", "price"] as const;
export type BuiltInModule = (typeof builtInModules)[number];

/** Of a built-in module's child process. */
export const moduleHeapMegabytes = 64;

/** The command that starts a built-in module: this very program again, so that a single executable needs no other file. */
export function builtInCommand(name: BuiltInModule): string[] {
  if (isBundled()) return [process.execPath, "module", name];
  const script = fileURLToPath(new URL(`./${name}/main.ts`, import.meta.url));
  const loader = import.meta.resolve("tsx");
  return [process.execPath, `--max-old-space-size=${moduleHeapMegabytes}`, "--import", loader, script];
}
