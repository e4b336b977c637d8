// Generated from schema.graphql and docs/queries/*.graphql by `npm run generate`. Not edited by hand.
import { TypedDocument } from "./TypedDocument.ts";

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

/** What can be announced to change. */
export type ScheduledChangeKind =
  /** An operator's commission. */
  | 'COMMISSION'
  /** The part of an operator's pool that answers to a network. */
  | 'ALLOCATION'
  /** A parameter of a network. */
  | 'PARAMETER';

/** Where slashed stake goes after the share of whoever brought the evidence. */
export type SlashSink =
  /** Out of circulation, to an address that nobody has. */
  | 'BURN'
  /** Into the network's rewards of the epoch, for its operators and their delegators. */
  | 'REWARD_POT'
  /** To the address that the network named. */
  | 'RECIPIENT';

export type WithdrawalStatus =
  /** Not completed yet; `unlocksAt` says from when it can be. */
  | 'QUEUED'
  | 'COMPLETED';

/** Where a task stands. */
export type TaskStatus =
  /** Waits for a response. */
  | 'OPEN'
  /** A response was accepted and can be challenged until its challenge window is over. */
  | 'RESPONDED'
  /** Its response was challenged and the challenge is not decided. */
  | 'CHALLENGED'
  /** Nobody challenged the response in time, or no challenge was upheld. */
  | 'FINAL'
  /** No response came in time. */
  | 'EXPIRED'
  /** A challenge was upheld: the response is wrong, and the task gets no other. */
  | 'REJECTED';

/** What can happen to a task. */
export type TaskEventKind =
  /** It was paid for and opened. */
  | 'CREATED'
  /** A response was accepted on chain. */
  | 'RESPONDED'
  /** Its response was challenged. */
  | 'CHALLENGED'
  /** A challenge was upheld: the response was found wrong. */
  | 'REJECTED'
  /** An operator was slashed, once for each that was. */
  | 'SLASHED'
  /** The response became final. */
  | 'FINALISED'
  /** It was marked as unanswered. */
  | 'EXPIRED';

/** How a challenge ended. */
export type ChallengeOutcome =
  /** Not decided yet. */
  | 'PENDING'
  /** The response is wrong: the task is rejected, the bond was returned, signers are slashed. */
  | 'UPHELD'
  /** The response is right: the bond went to the network's rewards. */
  | 'FAILED'
  /** Nobody decided in time: the bond was returned, the response stands. */
  | 'DISMISSED';

/** What can happen before and after a slash. */
export type SlashEventKind =
  /** The task was created. */
  | 'TASK_CREATED'
  /** This backend received a response of the operator to the task. */
  | 'SIGNATURE_RECEIVED'
  /** A response to the task was accepted on chain. */
  | 'RESPONDED'
  /** The response was challenged. */
  | 'CHALLENGED'
  /** The challenge was upheld. */
  | 'CHALLENGE_UPHELD'
  /** This backend had two different signed responses of the operator. */
  | 'EQUIVOCATION_FOUND'
  /** This backend sent the commitment to its report. */
  | 'REPORT_COMMITTED'
  /** This backend sent the proof. */
  | 'PROOF_SENT'
  /** The operator was slashed. */
  | 'SLASHED'
  /** What was taken of an asset was paid out. */
  | 'PAID_OUT'
  /** A withdrawal that the slash hit in the queue was completed. */
  | 'WITHDRAWN';

/** What an operator can be slashed for. */
export type Offence =
  /** It signed a response that a challenge proved wrong. */
  | 'WRONG_RESPONSE'
  /** It signed two responses to one task. */
  | 'EQUIVOCATION';

export type RewardEpochStatus =
  /** Its time has not ended, or its end is not final yet. */
  | 'RUNNING'
  /** Ended and final; the calculation is under way. */
  | 'CALCULATING'
  /** Calculated; the root is not on chain yet. */
  | 'CALCULATED'
  /** The root is on chain and waits for its activation. */
  | 'SUBMITTED'
  /** Its root can be claimed against. */
  | 'CLAIMABLE'
  /** The guardian disabled its root and no other stands. */
  | 'DISABLED'
  /** The root on chain differs from what this backend calculated or the chain's logs give, or its blocks were reorganised: publishing is halted. */
  | 'MISMATCH';

export type TaskLifeQueryVariables = Exact<{ [key: string]: never; }>;


export type TaskLifeQuery = { readonly tasks: { readonly nodes: ReadonlyArray<{ readonly taskId: `0x${string}`, readonly status: TaskStatus, readonly payload: `0x${string}`, readonly deadline: string, readonly network: { readonly address: `0x${string}`, readonly metadataUri: string }, readonly timeline: ReadonlyArray<{ readonly kind: TaskEventKind, readonly transaction: { readonly block: string, readonly timestamp: string, readonly hash: `0x${string}` } }>, readonly participants: ReadonlyArray<{ readonly weight: string, readonly signed: boolean | null, readonly operator: { readonly address: `0x${string}` } }>, readonly response: { readonly response: `0x${string}`, readonly signedWeight: string, readonly challengeDeadline: string } | null }> }, readonly _meta: { readonly indexed: { readonly number: string, readonly timestamp: string } } };

export type ExposureQueryVariables = Exact<{ [key: string]: never; }>;


export type ExposureQuery = { readonly exposure: ReadonlyArray<{ readonly totalAssets: string, readonly slashable: string, readonly active: string, readonly queued: string, readonly network: { readonly address: `0x${string}` }, readonly operator: { readonly address: `0x${string}` }, readonly asset: { readonly symbol: string } }> };

export type ActivityQueryVariables = Exact<{ [key: string]: never; }>;


export type ActivityQuery = { readonly activityBuckets: ReadonlyArray<{ readonly start: string, readonly tasksCreated: string, readonly assigned: string, readonly signed: string, readonly slashes: string }> };

export type FiltersQueryVariables = Exact<{ [key: string]: never; }>;


export type FiltersQuery = { readonly tasks: { readonly nodes: ReadonlyArray<{ readonly taskId: `0x${string}`, readonly status: TaskStatus, readonly deadline: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type HistoryQueryVariables = Exact<{ [key: string]: never; }>;


export type HistoryQuery = { readonly operators: { readonly nodes: ReadonlyArray<{ readonly address: `0x${string}`, readonly commissions: ReadonlyArray<{ readonly commissionBps: number, readonly effectiveEpoch: string }>, readonly pools: ReadonlyArray<{ readonly asset: { readonly symbol: string }, readonly history: { readonly nodes: ReadonlyArray<{ readonly totalAssets: string, readonly totalShares: string, readonly queuedShares: string, readonly since: string, readonly untilBlock: string | null }> } }> }> } };

export type ParticipationQueryVariables = Exact<{ [key: string]: never; }>;


export type ParticipationQuery = { readonly participation: ReadonlyArray<{ readonly assigned: string, readonly missed: string, readonly signedBps: number, readonly currentMisses: string, readonly longestMisses: string, readonly lastMissedAt: string | null, readonly network: { readonly address: `0x${string}` }, readonly operator: { readonly address: `0x${string}` } }> };

export type SlashHistoryQueryVariables = Exact<{ [key: string]: never; }>;


export type SlashHistoryQuery = { readonly slashes: { readonly nodes: ReadonlyArray<{ readonly slashId: `0x${string}`, readonly offence: Offence, readonly reporter: `0x${string}`, readonly timeline: ReadonlyArray<{ readonly kind: SlashEventKind, readonly at: string, readonly transactionHash: `0x${string}` | null, readonly withdrawal: { readonly withdrawalId: `0x${string}` } | null }>, readonly evidence: { readonly evidenceHash: `0x${string}`, readonly slashed: boolean, readonly path: string } | null, readonly assets: ReadonlyArray<{ readonly assetsPerShareBefore: string, readonly assetsPerShareAfter: string, readonly sink: SlashSink | null, readonly asset: { readonly symbol: string }, readonly losses: ReadonlyArray<{ readonly delegator: `0x${string}`, readonly active: string, readonly queued: string }>, readonly withdrawals: ReadonlyArray<{ readonly loss: string, readonly withdrawal: { readonly withdrawalId: `0x${string}`, readonly status: WithdrawalStatus } }> }> }> }, readonly slashTotals: ReadonlyArray<{ readonly offence: Offence | null, readonly slashes: string, readonly activeSlashed: string, readonly queuedSlashed: string, readonly network: { readonly address: `0x${string}` } | null, readonly asset: { readonly symbol: string } }> };

export type ScheduledChangesQueryVariables = Exact<{ [key: string]: never; }>;


export type ScheduledChangesQuery = { readonly scheduledChanges: { readonly nodes: ReadonlyArray<{ readonly kind: ScheduledChangeKind, readonly parameter: string | null, readonly oldValue: string, readonly newValue: string, readonly effectiveAt: string, readonly operator: { readonly address: `0x${string}` } | null, readonly network: { readonly address: `0x${string}` } | null }> } };

export type DelegatorRewardsQueryVariables = Exact<{
  address?: `0x${string}` | null | undefined;
}>;


export type DelegatorRewardsQuery = { readonly delegator: { readonly rewards: ReadonlyArray<{ readonly token: `0x${string}`, readonly cumulative: string, readonly claimed: string, readonly unclaimed: string, readonly epoch: string, readonly epochs: { readonly nodes: ReadonlyArray<{ readonly epoch: string, readonly earned: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }> } };

export type OperatorsQueryVariables = Exact<{ [key: string]: never; }>;


export type OperatorsQuery = { readonly operators: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly address: `0x${string}`, readonly commissionBps: number, readonly scheduledCommission: { readonly commissionBps: number, readonly effectiveAt: string } | null, readonly pools: ReadonlyArray<{ readonly totalAssets: string, readonly queuedShares: string, readonly asset: { readonly symbol: string, readonly decimals: number } }>, readonly memberships: ReadonlyArray<{ readonly optedIn: boolean, readonly weight: string, readonly assignedTasks: string, readonly signedTasks: string, readonly network: { readonly address: `0x${string}` } }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type RewardsQueryVariables = Exact<{ [key: string]: never; }>;


export type RewardsQuery = { readonly rewards: ReadonlyArray<{ readonly token: `0x${string}`, readonly cumulative: string, readonly claimed: string, readonly claimable: string, readonly epoch: string, readonly root: `0x${string}`, readonly proof: ReadonlyArray<`0x${string}`> }> };

export type RewardEpochsQueryVariables = Exact<{ [key: string]: never; }>;


export type RewardEpochsQuery = { readonly rewardEpochs: { readonly nodes: ReadonlyArray<{ readonly epoch: string, readonly status: RewardEpochStatus, readonly startsAt: string, readonly endsAt: string, readonly root: { readonly root: `0x${string}`, readonly activatesAt: string, readonly total: string } | null, readonly pots: ReadonlyArray<{ readonly token: `0x${string}`, readonly pot: string, readonly paid: string, readonly carriedOut: string, readonly network: { readonly address: `0x${string}` }, readonly operators: ReadonlyArray<{ readonly score: string, readonly gross: string, readonly commission: string, readonly shared: string, readonly operator: { readonly address: `0x${string}` } }> }> }> } };

export type SlashesQueryVariables = Exact<{ [key: string]: never; }>;


export type SlashesQuery = { readonly slashes: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly offence: Offence, readonly reporter: `0x${string}`, readonly fraction: string, readonly operator: { readonly address: `0x${string}` }, readonly network: { readonly address: `0x${string}` }, readonly task: { readonly taskId: `0x${string}`, readonly status: TaskStatus }, readonly challenge: { readonly outcome: ChallengeOutcome, readonly bond: string, readonly bondReturned: string | null } | null, readonly assets: ReadonlyArray<{ readonly activeSlashed: string, readonly queuedSlashed: string, readonly assetsPerShareBefore: string, readonly assetsPerShareAfter: string, readonly distributed: boolean, readonly reporterAmount: string | null, readonly sink: SlashSink | null, readonly sinkAmount: string | null, readonly asset: { readonly symbol: string, readonly decimals: number } }>, readonly transaction: { readonly block: string, readonly timestamp: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MetaQueryVariables = Exact<{ [key: string]: never; }>;


export type MetaQuery = { readonly _meta: { readonly chainId: number, readonly lag: number | null, readonly currentEpoch: string, readonly head: { readonly number: string, readonly timestamp: string } | null, readonly indexed: { readonly number: string, readonly timestamp: string }, readonly finalised: { readonly number: string, readonly timestamp: string }, readonly contracts: ReadonlyArray<{ readonly name: string, readonly address: `0x${string}` }> } };

export type DelegationsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DelegationsQuery = { readonly delegations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly delegator: `0x${string}`, readonly shares: string, readonly assets: string, readonly operator: { readonly address: `0x${string}` }, readonly asset: { readonly symbol: string, readonly decimals: number }, readonly since: { readonly block: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly withdrawals: { readonly nodes: ReadonlyArray<{ readonly delegator: `0x${string}`, readonly status: WithdrawalStatus, readonly unlocksAt: string, readonly shares: string, readonly assets: string | null }> } };

export type AwaitingResponseQueryVariables = Exact<{ [key: string]: never; }>;


export type AwaitingResponseQuery = { readonly tasks: { readonly nodes: ReadonlyArray<{ readonly taskId: `0x${string}`, readonly payload: `0x${string}`, readonly referenceBlock: string, readonly deadline: string, readonly network: { readonly address: `0x${string}` } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type TaskUpdatesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type TaskUpdatesSubscription = { readonly tasks: { readonly kind: UpdateKind, readonly cursor: string, readonly block: string, readonly step: TaskStep | null, readonly taskId: `0x${string}` | null, readonly task: { readonly status: TaskStatus, readonly network: { readonly address: `0x${string}` } } | null } };

export const taskLifeDocument = new TypedDocument<TaskLifeQuery, TaskLifeQueryVariables>(`query TaskLife {
  tasks(first: 1, where: {status_in: [FINAL]}) {
    nodes {
      taskId
      status
      payload
      deadline
      network {
        address
        metadataUri
      }
      timeline {
        kind
        transaction {
          block
          timestamp
          hash
        }
      }
      participants {
        operator {
          address
        }
        weight
        signed
      }
      response {
        response
        signedWeight
        challengeDeadline
      }
    }
  }
  _meta {
    indexed {
      number
      timestamp
    }
  }
}`);

export const exposureDocument = new TypedDocument<ExposureQuery, ExposureQueryVariables>(`query Exposure {
  exposure {
    network {
      address
    }
    operator {
      address
    }
    asset {
      symbol
    }
    totalAssets
    slashable
    active
    queued
  }
}`);

export const activityDocument = new TypedDocument<ActivityQuery, ActivityQueryVariables>(`query Activity {
  activityBuckets(
    interval: HOUR
    from: "2023-11-14T22:00:00Z"
    to: "2023-11-15T00:00:00Z"
  ) {
    start
    tasksCreated
    assigned
    signed
    slashes
  }
}`);

export const filtersDocument = new TypedDocument<FiltersQuery, FiltersQueryVariables>(`query Filters {
  tasks(
    first: 5
    orderBy: DEADLINE_ASC
    where: {network_: {status: WHITELISTED}, or: [{status: CHALLENGED}, {status: OPEN, fee_gte: "1"}]}
  ) {
    nodes {
      taskId
      status
      deadline
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`);

export const historyDocument = new TypedDocument<HistoryQuery, HistoryQueryVariables>(`query History {
  operators(first: 2, orderBy: REGISTERED_ASC) {
    nodes {
      address
      commissions {
        commissionBps
        effectiveEpoch
      }
      pools {
        asset {
          symbol
        }
        history(first: 5) {
          nodes {
            totalAssets
            totalShares
            queuedShares
            since
            untilBlock
          }
        }
      }
    }
  }
}`);

export const participationDocument = new TypedDocument<ParticipationQuery, ParticipationQueryVariables>(`query Participation {
  participation(lastTasks: 100, first: 10) {
    network {
      address
    }
    operator {
      address
    }
    assigned
    missed
    signedBps
    currentMisses
    longestMisses
    lastMissedAt
  }
}`);

export const slashHistoryDocument = new TypedDocument<SlashHistoryQuery, SlashHistoryQueryVariables>(`query SlashHistory {
  slashes(first: 1, where: {offence_in: [EQUIVOCATION]}) {
    nodes {
      slashId
      offence
      reporter
      timeline {
        kind
        at
        transactionHash
        withdrawal {
          withdrawalId
        }
      }
      evidence {
        evidenceHash
        slashed
        path
      }
      assets {
        asset {
          symbol
        }
        assetsPerShareBefore
        assetsPerShareAfter
        sink
        losses {
          delegator
          active
          queued
        }
        withdrawals {
          withdrawal {
            withdrawalId
            status
          }
          loss
        }
      }
    }
  }
  slashTotals(by: [NETWORK, OFFENCE]) {
    network {
      address
    }
    offence
    asset {
      symbol
    }
    slashes
    activeSlashed
    queuedSlashed
  }
}`);

export const scheduledChangesDocument = new TypedDocument<ScheduledChangesQuery, ScheduledChangesQueryVariables>(`query ScheduledChanges {
  scheduledChanges(first: 5, orderBy: EFFECTIVE_AT_ASC, where: {status: WAITING}) {
    nodes {
      kind
      operator {
        address
      }
      network {
        address
      }
      parameter
      oldValue
      newValue
      effectiveAt
    }
  }
}`);

export const delegatorRewardsDocument = new TypedDocument<DelegatorRewardsQuery, DelegatorRewardsQueryVariables>(`query DelegatorRewards($address: Address = "0x14dC79964da2C08b23698B3D3cc7Ca32193d9955") {
  delegator(address: $address) {
    rewards {
      token
      cumulative
      claimed
      unclaimed
      epoch
      epochs(first: 5) {
        nodes {
          epoch
          earned
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}`);

export const operatorsDocument = new TypedDocument<OperatorsQuery, OperatorsQueryVariables>(`query Operators {
  operators(first: 10) {
    totalCount
    nodes {
      address
      commissionBps
      scheduledCommission {
        commissionBps
        effectiveAt
      }
      pools {
        asset {
          symbol
          decimals
        }
        totalAssets
        queuedShares
      }
      memberships {
        network {
          address
        }
        optedIn
        weight
        assignedTasks
        signedTasks
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`);

export const rewardsDocument = new TypedDocument<RewardsQuery, RewardsQueryVariables>(`query Rewards {
  rewards(earner: "0x14dC79964da2C08b23698B3D3cc7Ca32193d9955") {
    token
    cumulative
    claimed
    claimable
    epoch
    root
    proof
  }
}`);

export const rewardEpochsDocument = new TypedDocument<RewardEpochsQuery, RewardEpochsQueryVariables>(`query RewardEpochs {
  rewardEpochs(first: 5) {
    nodes {
      epoch
      status
      startsAt
      endsAt
      root {
        root
        activatesAt
        total
      }
      pots {
        network {
          address
        }
        token
        pot
        paid
        carriedOut
        operators {
          operator {
            address
          }
          score
          gross
          commission
          shared
        }
      }
    }
  }
}`);

export const slashesDocument = new TypedDocument<SlashesQuery, SlashesQueryVariables>(`query Slashes {
  slashes(first: 5) {
    totalCount
    nodes {
      offence
      operator {
        address
      }
      network {
        address
      }
      task {
        taskId
        status
      }
      reporter
      challenge {
        outcome
        bond
        bondReturned
      }
      fraction
      assets {
        asset {
          symbol
          decimals
        }
        activeSlashed
        queuedSlashed
        assetsPerShareBefore
        assetsPerShareAfter
        distributed
        reporterAmount
        sink
        sinkAmount
      }
      transaction {
        block
        timestamp
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`);

export const metaDocument = new TypedDocument<MetaQuery, MetaQueryVariables>(`query Meta {
  _meta {
    chainId
    head {
      number
      timestamp
    }
    indexed {
      number
      timestamp
    }
    finalised {
      number
      timestamp
    }
    lag
    currentEpoch
    contracts {
      name
      address
    }
  }
}`);

export const delegationsDocument = new TypedDocument<DelegationsQuery, DelegationsQueryVariables>(`query Delegations($after: String) {
  delegations(first: 5, after: $after) {
    totalCount
    nodes {
      delegator
      operator {
        address
      }
      asset {
        symbol
        decimals
      }
      shares
      assets
      since {
        block
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  withdrawals(first: 5) {
    nodes {
      delegator
      status
      unlocksAt
      shares
      assets
    }
  }
}`);

export const awaitingResponseDocument = new TypedDocument<AwaitingResponseQuery, AwaitingResponseQueryVariables>(`query AwaitingResponse {
  tasks(
    first: 5
    where: {operator: "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65", status_in: [OPEN], awaitingResponse: true}
  ) {
    nodes {
      taskId
      network {
        address
      }
      payload
      referenceBlock
      deadline
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`);

export const taskUpdatesDocument = new TypedDocument<TaskUpdatesSubscription, TaskUpdatesSubscriptionVariables>(`subscription TaskUpdates($after: String) {
  tasks(after: $after) {
    kind
    cursor
    block
    step
    taskId
    task {
      status
      network {
        address
      }
    }
  }
}`);
