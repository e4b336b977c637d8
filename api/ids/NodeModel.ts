import type {
  AssetRow,
  ChallengeRow,
  DelegationRow,
  NetworkRow,
  OperatorRow,
  SlashRow,
  TaskRow,
  WithdrawalRow,
} from "../../lib/database/indexerTables.ts";
import type { RewardEpochModel } from "../rewards/models.ts";

/** An object with a global id, and which type it is of. */
export type NodeModel =
  | ({ readonly __typename: "Asset" } & AssetRow)
  | ({ readonly __typename: "Operator" } & OperatorRow)
  | ({ readonly __typename: "Network" } & NetworkRow)
  | ({ readonly __typename: "Delegation" } & DelegationRow)
  | ({ readonly __typename: "Withdrawal" } & WithdrawalRow)
  | ({ readonly __typename: "Task" } & TaskRow)
  | ({ readonly __typename: "Challenge" } & ChallengeRow)
  | ({ readonly __typename: "Slash" } & SlashRow)
  | ({ readonly __typename: "RewardEpoch" } & RewardEpochModel);
