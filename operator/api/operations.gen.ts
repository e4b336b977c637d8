// Generated from schema.graphql and operator/api/*.graphql by `npm run generate`. Not edited by hand.
import { TypedDocument } from "../../client/TypedDocument.ts";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type SubmitResponseInput = {
  readonly taskId: `0x${string}`;
  readonly operator: `0x${string}`;
  /** The response itself; its keccak256 hash is what the signature covers. */
  readonly response: `0x${string}`;
  /** BLS12-381 signature in G2, 96 bytes compressed, over `TaskManager.responseDigest`. */
  readonly signature: `0x${string}`;
};

export type RejectionReason =
  /** The indexer does not know the task (yet: it may lag behind the chain). */
  | 'UNKNOWN_TASK'
  /** The task has a response on chain, challenged or not, was rejected, is expired or past its deadline. */
  | 'TASK_CLOSED'
  /** The operator had no weight in the network at the task's reference block. */
  | 'NOT_ASSIGNED'
  /** The bytes are no valid signature of this operator over this response. */
  | 'INVALID_SIGNATURE'
  /** The response is longer than the contract takes. */
  | 'RESPONSE_TOO_LONG';

export type AwaitingTasksQueryVariables = Exact<{
  operator: `0x${string}`;
  first: number;
  after?: string | null | undefined;
}>;


export type AwaitingTasksQuery = { readonly tasks: { readonly nodes: ReadonlyArray<{ readonly taskId: `0x${string}`, readonly payload: `0x${string}`, readonly referenceBlock: string, readonly network: { readonly address: `0x${string}` } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SubmitResponseMutationVariables = Exact<{
  input: SubmitResponseInput;
}>;


export type SubmitResponseMutation = { readonly submitResponse:
    | { readonly __typename: 'ResponseAccepted', readonly duplicate: boolean }
    | { readonly __typename: 'ResponseRejected', readonly reason: RejectionReason, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'EquivocationRecorded', readonly message: string }
   };

export const awaitingTasksDocument = new TypedDocument<AwaitingTasksQuery, AwaitingTasksQueryVariables>(`query AwaitingTasks($operator: Address!, $first: Int!, $after: String) {
  tasks(
    first: $first
    after: $after
    where: {operator: $operator, awaitingResponse: true, status_in: [OPEN]}
  ) {
    nodes {
      taskId
      network {
        address
      }
      payload
      referenceBlock
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`);

export const submitResponseDocument = new TypedDocument<SubmitResponseMutation, SubmitResponseMutationVariables>(`mutation SubmitResponse($input: SubmitResponseInput!) {
  submitResponse(input: $input) {
    __typename
    ... on ResponseAccepted {
      duplicate
    }
    ... on ResponseRejected {
      reason
      message
      retryable
    }
    ... on EquivocationRecorded {
      message
    }
  }
}`);
