import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { indexedSources, schemaNameOf } from "./schemaName.ts";

const repositoryRoot = fileURLToPath(new URL("../../", import.meta.url));
const address = (digit: number) => `0x${String(digit).repeat(40)}` as const;
const deployment: Deployment = {
  chainId: 31337,
  genesisHash: `0x${"ab".repeat(32)}`,
  startBlock: 5,
  epoch: { genesis: 1, lengthSeconds: 60 },
  contracts: {
    accessManager: address(1),
    epochClock: address(2),
    operatorRegistry: address(3),
    networkRegistry: address(4),
    delegationManager: address(5),
    stakeRegistry: address(6),
    taskManager: address(7),
    rewardsCoordinator: address(8),
    allocationManager: `0x${"a".repeat(40)}`,
    challengeManager: `0x${"b".repeat(40)}`,
    slashingManager: `0x${"c".repeat(40)}`,
  },
  codeHashes: {},
};
const sources = [
  { path: "a.ts", text: "one" },
  { path: "b.ts", text: "two" },
];

describe("the schema's name", () => {
  it("is the same for the same code and chain", () => {
    expect(schemaNameOf(sources, deployment)).toBe(schemaNameOf([...sources], structuredClone(deployment)));
    expect(schemaNameOf(sources, deployment)).toMatch(/^indexer_[0-9a-f]{8}$/);
  });

  it("differs for other code, another chain, other contracts or another start", () => {
    const contracts = { ...deployment.contracts, taskManager: address(9) };
    const names = [
      schemaNameOf(sources, deployment),
      schemaNameOf([{ path: "a.ts", text: "One" }, ...sources.slice(1)], deployment),
      schemaNameOf([{ path: "c.ts", text: "one" }, ...sources.slice(1)], deployment),
      schemaNameOf(sources, { ...deployment, chainId: 1 }),
      schemaNameOf(sources, { ...deployment, genesisHash: `0x${"cd".repeat(32)}` }),
      schemaNameOf(sources, { ...deployment, startBlock: 6 }),
      schemaNameOf(sources, { ...deployment, contracts }),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  it("covers every file that a handler imports, directly or not", () => {
    const covered = indexedSources().map(({ path }) => path);
    expect(covered).toContain("indexer/src/taskManager.ts");
    expect(covered.filter((path) => path.endsWith(".test.ts"))).toEqual([]);
    const entries = covered.filter(
      (path) => path.startsWith("indexer/src/") || path.endsWith("ponder.schema.ts"),
    );
    expect([...importsOf(entries)].filter((path) => !covered.includes(path))).toEqual([]);
  });

  it("covers every ABI that the configuration names", () => {
    const covered = indexedSources().map(({ path }) => path);
    const abis = [...importsOf(["ponder.config.ts"])].filter((path) =>
      path.startsWith("contracts/generated/"),
    );
    expect(abis.length).toBeGreaterThan(10);
    expect(abis.filter((path) => !covered.includes(path))).toEqual([]);
  });
});

/** The files reached from some files by relative imports that are more than types. */
function importsOf(paths: readonly string[], reached = new Set<string>()): Set<string> {
  for (const path of paths) {
    if (reached.has(path) || !existsSync(join(repositoryRoot, path))) continue;
    reached.add(path);
    const text = readFileSync(join(repositoryRoot, path), "utf8");
    const imports = [...text.matchAll(/^(?:import|export) (?!type )[^;]*?from "(\.[^"]+)"/gm)];
    importsOf(
      imports.map((match) => normalize(join(dirname(path), match[1] ?? ""))),
      reached,
    );
  }
  return reached;
}
