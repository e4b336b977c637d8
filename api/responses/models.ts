import type { Address, Hex } from "viem";
import type { RejectionReason } from "../generated/schema.ts";

/** What `submitResponse` answers: rows of what was stored are named by their keys. */
export type SubmissionResult =
  | ({ readonly __typename: "ResponseAccepted"; readonly duplicate: boolean } & StoredKey)
  | {
      readonly __typename: "ResponseRejected";
      readonly reason: RejectionReason;
      readonly message: string;
      readonly retryable: boolean;
    }
  | ({
      readonly __typename: "EquivocationRecorded";
      readonly second_hash: Hex;
      readonly message: string;
    } & StoredKey);

type StoredKey = { readonly task_id: Hex; readonly operator: Address; readonly response_hash: Hex };
