import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as typescriptPlugin from "@graphql-codegen/typescript";
import * as resolversPlugin from "@graphql-codegen/typescript-resolvers";
import { parse } from "graphql";
import { schemaText } from "./schemaText.ts";

const typesFile = fileURLToPath(new URL("./generated/schema.ts", import.meta.url));

/** What a resolver receives as its parent: the row, not the object of the schema. Types that plans answer have none. */
const mappers = {
  Invariant: "InvariantModel",
  EarnerRewards: "EarnerRewardsModel",
  RewardExplanation: "RewardExplanationModel",
  RewardInterval: "Interval",
  TokenRewardExplanation: "TokenExplanation",
  RewardStep: "Step",
  Meta: "Position",
};

const imports = `// Generated from schema.graphql by \`npm run generate\`. Not edited by hand.
import type { Address, Hex } from "viem";
import type { Interval, Step, TokenExplanation } from "../../lib/rewards/explanation.ts";
import type { InvariantModel } from "../meta/invariants.ts";
import type { Position } from "../meta/queries.ts";
import type { EarnerRewardsModel, RewardExplanationModel } from "../rewards/models.ts";
`;

/** Every scalar inside the process: exact integers, lowercase hex, seconds of block time. */
const scalars = {
  ID: "string",
  BigInt: "bigint",
  Address: "Address",
  Bytes: "Hex",
  DateTime: { input: "Date", output: "Date | bigint" },
};

async function render(): Promise<string> {
  const config = {
    // Resolvers name theirs (`Resolvers<Context>`): the context knows the queries, which know the filters of this file.
    contextType: "unknown",
    mappers,
    scalars,
    enumsAsTypes: true,
    useTypeImports: true,
    skipTypename: true,
    strictScalars: true,
    immutableTypes: true,
    // They stand in the schema.
    disableDescriptions: true,
    maybeValue: "T | null | undefined",
  };
  const types = await codegen({
    filename: typesFile,
    schema: parse(schemaText),
    documents: [],
    config,
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript: typescriptPlugin, resolvers: resolversPlugin },
  });
  return `${imports}${types}`;
}

/**
 * Writes `api/generated/schema.ts`, the types of resolvers, from `schema.graphql`.
 *
 * @throws {Error} with `check` when the file on disk is not what would be written.
 */
export async function generateApiTypes({ check }: { check: boolean }): Promise<void> {
  const wanted = await render();
  if (!check) return writeFileSync(typesFile, wanted);
  if (readFileSync(typesFile, "utf8") !== wanted)
    throw new Error("api/generated/schema.ts is stale: run `npm run generate` and commit it.");
}
