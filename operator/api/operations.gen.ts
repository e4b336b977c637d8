// Generated from schema.graphql and operator/api/*.graphql by `npm run generate`. Not edited by hand.
import { TypedDocument } from "../../client/TypedDocument.ts";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** What an update says. */
export type UpdateKind =
  /** It happened. */
  | 'ADDED'
  /** The chain took it back: what was told with this `block` and `logIndex`, last under this `cursor`, is void. */
  | 'RETRACTED'
  /**
   * Comes first, or not at all, after a subscription with `after`: the chain took back something that the cursor stands on. All that was told
   * of `block` and later ones is void; what holds of it follows again.
   */
  | 'REWOUND';

/** What can happen to a task, one for each log of it. */
export type TaskStep =
  /** It was paid for and opened. */
  | 'CREATED'
  /** A response was accepted on chain. */
  | 'RESPONDED'
  /** Its response was challenged. */
  | 'CHALLENGED'
  /** The challenge was decided; the task's status and `challenges` say how. */
  | 'CHALLENGE_DECIDED'
  /** The response became final. */
  | 'FINALISED'
  /** It was marked as unanswered. */
  | 'EXPIRED';

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

export type OwnResponsesQueryVariables = Exact<{
  operator: `0x${string}`;
  first: number;
  after?: string | null | undefined;
}>;


export type OwnResponsesQuery = { readonly tasks: { readonly nodes: ReadonlyArray<{ readonly taskId: `0x${string}`, readonly referenceBlock: string, readonly signedResponses: ReadonlyArray<{ readonly response: `0x${string}`, readonly signature: `0x${string}`, readonly operator: { readonly address: `0x${string}` } }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type RewardsQueryVariables = Exact<{
  earner: `0x${string}`;
}>;


export type RewardsQuery = { readonly rewards: ReadonlyArray<{ readonly token: `0x${string}`, readonly epoch: string, readonly cumulative: string, readonly claimed: string, readonly claimable: string, readonly proof: ReadonlyArray<`0x${string}`> }> };

export type SignedTaskQueryVariables = Exact<{
  taskId: `0x${string}`;
}>;


export type SignedTaskQuery = { readonly task: { readonly participants: ReadonlyArray<{ readonly operator: { readonly address: `0x${string}` } }>, readonly signedResponses: ReadonlyArray<{ readonly response: `0x${string}`, readonly signature: `0x${string}`, readonly operator: { readonly address: `0x${string}` } }> } | null };

export type SubmitResponseMutationVariables = Exact<{
  input: SubmitResponseInput;
}>;


export type SubmitResponseMutation = { readonly submitResponse:
    | { readonly __typename: 'ResponseAccepted', readonly duplicate: boolean }
    | { readonly __typename: 'ResponseRejected', readonly reason: RejectionReason, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'EquivocationRecorded', readonly message: string }
   };

export type TaskUpdatesSubscriptionVariables = Exact<{
  operator: `0x${string}`;
  after?: string | null | undefined;
}>;


export type TaskUpdatesSubscription = { readonly tasks: { readonly kind: UpdateKind, readonly cursor: string, readonly step: TaskStep | null, readonly task: { readonly taskId: `0x${string}`, readonly payload: `0x${string}`, readonly referenceBlock: string, readonly network: { readonly address: `0x${string}` } } | null } };

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

export const ownResponsesDocument = new TypedDocument<OwnResponsesQuery, OwnResponsesQueryVariables>(`query OwnResponses($operator: Address!, $first: Int!, $after: String) {
  tasks(
    first: $first
    after: $after
    where: {operator: $operator, awaitingResponse: false, status_in: [OPEN]}
  ) {
    nodes {
      taskId
      referenceBlock
      signedResponses {
        operator {
          address
        }
        response
        signature
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`);

export const rewardsDocument = new TypedDocument<RewardsQuery, RewardsQueryVariables>(`query Rewards($earner: Address!) {
  rewards(earner: $earner) {
    token
    epoch
    cumulative
    claimed
    claimable
    proof
  }
}`);

export const signedTaskDocument = new TypedDocument<SignedTaskQuery, SignedTaskQueryVariables>(`query SignedTask($taskId: Bytes!) {
  task(taskId: $taskId) {
    participants {
      operator {
        address
      }
    }
    signedResponses {
      operator {
        address
      }
      response
      signature
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

export const taskUpdatesDocument = new TypedDocument<TaskUpdatesSubscription, TaskUpdatesSubscriptionVariables>(`subscription TaskUpdates($operator: Address!, $after: String) {
  tasks(operator: $operator, after: $after) {
    kind
    cursor
    step
    task {
      taskId
      network {
        address
      }
      payload
      referenceBlock
    }
  }
}`);
