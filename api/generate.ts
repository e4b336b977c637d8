import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as typescriptPlugin from "@graphql-codegen/typescript";
import * as resolversPlugin from "@graphql-codegen/typescript-resolvers";
import { parse } from "graphql";
import { schemaText } from "./schemaText.ts";

const typesFile = fileURLToPath(new URL("./generated/schema.ts", import.meta.url));

/** What a resolver receives as its parent: the row, not the object of the schema. */
const mappers = {
  Asset: "AssetRow",
  Transaction: "TransactionModel",
  Operator: "OperatorRow",
  ScheduledCommission: "CommissionRow",
  Pool: "PoolRow",
  Membership: "NetworkOperatorRow",
  AssetWeight: "OperatorWeightRow",
  Network: "NetworkRow",
  NetworkParameters: "NetworkParametersRow",
  NetworkAsset: "NetworkAssetRow",
  Delegation: "DelegationRow",
  Withdrawal: "WithdrawalRow",
  Allocation: "AllocationRow",
  Task: "TaskRow",
  Challenge: "ChallengeRow",
  Slash: "SlashRow",
  AssetSlash: "AssetSlashModel",
  Ruling: "RulingRow",
  ContractEvent: "EventRow",
  Pause: "PauseModel",
  Invariant: "InvariantModel",
  TaskResponse: "RespondedTask",
  Participation: "ParticipationRow",
  SignedResponse: "StoredResponse",
  SubmitResponseResult: "SubmissionResult",
  RewardEpoch: "RewardEpochModel",
  RewardRoot: "RewardRootRow",
  RewardPot: "RewardPotRow",
  OperatorReward: "RewardOperatorRow",
  EarnerRewards: "EarnerRewardsModel",
  RewardExplanation: "RewardExplanationModel",
  RewardInterval: "Interval",
  TokenRewardExplanation: "TokenExplanation",
  RewardStep: "Step",
  TaskUpdate: "LogUpdate",
  SlashUpdate: "LogUpdate",
  BlockUpdate: "LogUpdate",
  EpochUpdate: "EpochUpdateModel",
  Meta: "Position",
  Node: "NodeModel",
  AssetConnection: "Connection<AssetRow>",
  OperatorConnection: "Connection<OperatorRow>",
  NetworkConnection: "Connection<NetworkRow>",
  DelegationConnection: "Connection<DelegationRow>",
  WithdrawalConnection: "Connection<WithdrawalRow>",
  TaskConnection: "Connection<TaskRow>",
  ChallengeConnection: "Connection<ChallengeRow>",
  ContractEventConnection: "Connection<EventRow>",
  SlashConnection: "Connection<SlashRow>",
  RewardEpochConnection: "Connection<RewardEpochModel>",
  AssetEdge: "Edge<AssetRow>",
  OperatorEdge: "Edge<OperatorRow>",
  NetworkEdge: "Edge<NetworkRow>",
  DelegationEdge: "Edge<DelegationRow>",
  WithdrawalEdge: "Edge<WithdrawalRow>",
  TaskEdge: "Edge<TaskRow>",
  ChallengeEdge: "Edge<ChallengeRow>",
  ContractEventEdge: "Edge<EventRow>",
  SlashEdge: "Edge<SlashRow>",
  RewardEpochEdge: "Edge<RewardEpochModel>",
};

const imports = `// Generated from schema.graphql by \`npm run generate\`. Not edited by hand.
import type { Address, Hex } from "viem";
import type {
  AllocationRow,
  AssetRow,
  ChallengeRow,
  CommissionRow,
  DelegationRow,
  EventRow,
  NetworkAssetRow,
  NetworkOperatorRow,
  NetworkParametersRow,
  NetworkRow,
  OperatorRow,
  OperatorWeightRow,
  ParticipationRow,
  PoolRow,
  RewardRootRow,
  RulingRow,
  SlashRow,
  TaskRow,
  WithdrawalRow,
} from "../../lib/database/indexerTables.ts";
import type { RewardOperatorRow, RewardPotRow } from "../../lib/database/nektarTables.ts";
import type { Interval, Step, TokenExplanation } from "../../lib/rewards/explanation.ts";
import type { NodeModel } from "../ids/NodeModel.ts";
import type { TransactionModel } from "../loading/transaction.ts";
import type { InvariantModel } from "../meta/invariants.ts";
import type { PauseModel } from "../meta/pauses.ts";
import type { Position } from "../meta/queries.ts";
import type { Connection, Edge } from "../pagination/connection.ts";
import type { SubmissionResult } from "../responses/models.ts";
import type { StoredResponse } from "../responses/queries.ts";
import type { EarnerRewardsModel, RewardEpochModel, RewardExplanationModel } from "../rewards/models.ts";
import type { AssetSlashModel } from "../slashing/queries.ts";
import type { LogUpdate } from "../subscriptions/LogTopic.ts";
import type { EpochUpdate as EpochUpdateModel } from "../subscriptions/topics/EpochTopic.ts";
import type { RespondedTask } from "../tasks/models.ts";
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
