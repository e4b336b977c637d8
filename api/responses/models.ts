import type { RejectionReason } from "../generated/schema.ts";
import type { StoredResponse } from "./queries.ts";

/** What `submitResponse` answers. */
export type SubmissionResult =
  | {
      readonly __typename: "ResponseAccepted";
      readonly response: StoredResponse;
      readonly duplicate: boolean;
    }
  | {
      readonly __typename: "ResponseRejected";
      readonly reason: RejectionReason;
      readonly message: string;
      readonly retryable: boolean;
    }
  | {
      readonly __typename: "EquivocationRecorded";
      readonly first: StoredResponse;
      readonly second: StoredResponse;
      readonly message: string;
    };
