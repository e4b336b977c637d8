import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Deployment } from "../../lib/chain/deployment.ts";

/** Writes the addresses file that every process reads. A reader never sees half of it. */
export function writeDeployment(path: string, deployment: Deployment): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.unfinished`;
  writeFileSync(unfinished, `${JSON.stringify(deployment, null, 2)}\n`);
  renameSync(unfinished, path);
}
