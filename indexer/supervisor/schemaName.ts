import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Deployment } from "../../lib/chain/deployment.ts";

export type Source = { readonly path: string; readonly text: string };

const repositoryRoot = fileURLToPath(new URL("../../", import.meta.url));
const folders = [
  "indexer/rpc",
  "indexer/src",
  "indexer/buckets",
  "indexer/eventLog",
  "indexer/history",
  "indexer/schema",
  "indexer/transitions",
];
const files = [
  "ponder.config.ts",
  "indexer/ponder.schema.ts",
  "contracts/generated/accessManager.ts",
  "contracts/generated/allocationManager.ts",
  "contracts/generated/challengeManager.ts",
  "contracts/generated/delegationManager.ts",
  "contracts/generated/networkRegistry.ts",
  "contracts/generated/operatorRegistry.ts",
  "contracts/generated/priceAttestationNetwork.ts",
  "contracts/generated/rewardsCoordinator.ts",
  "contracts/generated/slashingManager.ts",
  "contracts/generated/stakeRegistry.ts",
  "contracts/generated/taskManager.ts",
];

/** Every file on which the rows depend, ascending by path. Ponder's own build id covers only those in `indexer/src`. */
export function indexedSources(root = repositoryRoot): Source[] {
  const inFolders = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
  );
  return [...files, ...inFolders]
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/**
 * The Postgres schema for rows of this code on this chain: `indexer_` and 8 hex digits. Changed code, other contracts or
 * another chain get another schema, so that they are indexed beside what is live and take over when they are ready.
 */
export function schemaNameOf(
  sources: readonly Source[],
  { chainId, genesisHash, startBlock, contracts }: Deployment,
): string {
  const hash = createHash("sha256").update(ponderVersion());
  for (const { path, text } of sources) hash.update(`\0${path}\0${text}`);
  hash.update(JSON.stringify([chainId, genesisHash, startBlock, Object.entries(contracts).sort()]));
  return `indexer_${hash.digest("hex").slice(0, 8)}`;
}

/** As package.json pins it. */
function ponderVersion(): string {
  const manifest = JSON.parse(readFileSync(join(repositoryRoot, "package.json"), "utf8"));
  return String(manifest.dependencies.ponder);
}
