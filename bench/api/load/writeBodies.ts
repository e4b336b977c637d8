import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

/** Writes bodies where the load finds them, one on each line. */
export function writeBodies(name: string, bodies: readonly string[]): string {
  const directory = resolve(".nektar/bench/bodies");
  mkdirSync(directory, { recursive: true });
  const file = resolve(directory, `${name.replace(/\W+/g, "-")}.txt`);
  writeFileSync(file, `${bodies.join("\n")}\n`);
  return file;
}
