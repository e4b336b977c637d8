// Generated from schema.graphql by `npm run generate`. Not edited by hand.
import type { Address, Hex } from "viem";
import type { Interval, Step, TokenExplanation } from "../../lib/rewards/explanation.ts";
import type { InvariantModel } from "../meta/invariants.ts";
import type { Position } from "../meta/queries.ts";
import type { EarnerRewardsModel, RewardExplanationModel } from "../rewards/models.ts";
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  BigInt: { input: bigint; output: bigint; }
  Address: { input: Address; output: Address; }
  Bytes: { input: Hex; output: Hex; }
  DateTime: { input: Date; output: Date | bigint; }
};

export type Query = {
  readonly _meta: Meta;
  readonly invariants: ReadonlyArray<Invariant>;
  readonly node?: Maybe<Node>;
  readonly search: ReadonlyArray<SearchResult>;
  readonly asset?: Maybe<Asset>;
  readonly assets: AssetConnection;
  readonly operator?: Maybe<Operator>;
  readonly operators: OperatorConnection;
  readonly network?: Maybe<Network>;
  readonly networks: NetworkConnection;
  readonly scheduledChanges: ScheduledChangeConnection;
  readonly delegations: DelegationConnection;
  readonly withdrawals: WithdrawalConnection;
  readonly delegator: Delegator;
  readonly task?: Maybe<Task>;
  readonly tasks: TaskConnection;
  readonly challenge?: Maybe<Challenge>;
  readonly challenges: ChallengeConnection;
  readonly slash?: Maybe<Slash>;
  readonly slashes: SlashConnection;
  readonly slashTotals: ReadonlyArray<SlashTotal>;
  readonly exposure: ReadonlyArray<Exposure>;
  readonly simulateSlash: ReadonlyArray<SimulatedSlash>;
  readonly participation: ReadonlyArray<ParticipationRecord>;
  readonly activityBuckets: ReadonlyArray<ActivityBucket>;
  readonly stakeBuckets: ReadonlyArray<StakeBucket>;
  readonly rewardBuckets: ReadonlyArray<RewardBucket>;
  readonly events: ContractEventConnection;
  readonly pauses: ReadonlyArray<Pause>;
  readonly rewardEpoch?: Maybe<RewardEpoch>;
  readonly rewardEpochs: RewardEpochConnection;
  readonly rewards: ReadonlyArray<EarnerRewards>;
  readonly explainReward?: Maybe<RewardExplanation>;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
  asOf?: InputMaybe<AsOf>;
};


export type QuerySearchArgs = {
  text: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  asOf?: InputMaybe<AsOf>;
};


export type QueryAssetArgs = {
  address: Scalars['Address']['input'];
  asOf?: InputMaybe<AsOf>;
};


export type QueryAssetsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<AssetFilter>;
  orderBy?: InputMaybe<AssetOrder>;
  asOf?: InputMaybe<AsOf>;
};


export type QueryOperatorArgs = {
  address: Scalars['Address']['input'];
  asOf?: InputMaybe<AsOf>;
};


export type QueryOperatorsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<OperatorFilter>;
  orderBy?: InputMaybe<OperatorOrder>;
  asOf?: InputMaybe<AsOf>;
};


export type QueryNetworkArgs = {
  address: Scalars['Address']['input'];
  asOf?: InputMaybe<AsOf>;
};


export type QueryNetworksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<NetworkFilter>;
  orderBy?: InputMaybe<NetworkOrder>;
  asOf?: InputMaybe<AsOf>;
};


export type QueryScheduledChangesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<ScheduledChangeFilter>;
  orderBy?: InputMaybe<ScheduledChangeOrder>;
  asOf?: InputMaybe<AsOf>;
};


export type QueryDelegationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<DelegationFilter>;
  orderBy?: InputMaybe<DelegationOrder>;
  asOf?: InputMaybe<AsOf>;
};


export type QueryWithdrawalsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<WithdrawalFilter>;
  orderBy?: InputMaybe<WithdrawalOrder>;
  asOf?: InputMaybe<AsOf>;
};


export type QueryDelegatorArgs = {
  address: Scalars['Address']['input'];
  asOf?: InputMaybe<AsOf>;
};


export type QueryTaskArgs = {
  taskId: Scalars['Bytes']['input'];
  asOf?: InputMaybe<AsOf>;
};


export type QueryTasksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<TaskFilter>;
  orderBy?: InputMaybe<TaskOrder>;
  asOf?: InputMaybe<AsOf>;
};


export type QueryChallengeArgs = {
  challengeId: Scalars['Bytes']['input'];
  asOf?: InputMaybe<AsOf>;
};


export type QueryChallengesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<ChallengeFilter>;
  orderBy?: InputMaybe<ChallengeOrder>;
  asOf?: InputMaybe<AsOf>;
};


export type QuerySlashArgs = {
  slashId: Scalars['Bytes']['input'];
  asOf?: InputMaybe<AsOf>;
};


export type QuerySlashesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<SlashFilter>;
  orderBy?: InputMaybe<SlashOrder>;
  asOf?: InputMaybe<AsOf>;
};


export type QuerySlashTotalsArgs = {
  interval?: InputMaybe<BucketInterval>;
  by?: InputMaybe<ReadonlyArray<SlashGrouping>>;
  asset?: InputMaybe<Scalars['Address']['input']>;
  where?: InputMaybe<SlashFilter>;
  asOf?: InputMaybe<AsOf>;
};


export type QueryExposureArgs = {
  network?: InputMaybe<Scalars['Address']['input']>;
  operator?: InputMaybe<Scalars['Address']['input']>;
  asset?: InputMaybe<Scalars['Address']['input']>;
  asOf?: InputMaybe<AsOf>;
};


export type QuerySimulateSlashArgs = {
  network: Scalars['Address']['input'];
  operator: Scalars['Address']['input'];
  fraction: Scalars['BigInt']['input'];
  asOf?: InputMaybe<AsOf>;
};


export type QueryParticipationArgs = {
  network?: InputMaybe<Scalars['Address']['input']>;
  operator?: InputMaybe<Scalars['Address']['input']>;
  lastTasks?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  orderBy?: InputMaybe<ParticipationOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  asOf?: InputMaybe<AsOf>;
};


export type QueryActivityBucketsArgs = {
  interval: BucketInterval;
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
  network?: InputMaybe<Scalars['Address']['input']>;
  operator?: InputMaybe<Scalars['Address']['input']>;
};


export type QueryStakeBucketsArgs = {
  interval: BucketInterval;
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
  asset: Scalars['Address']['input'];
  network?: InputMaybe<Scalars['Address']['input']>;
  operator?: InputMaybe<Scalars['Address']['input']>;
};


export type QueryRewardBucketsArgs = {
  interval: BucketInterval;
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
  token: Scalars['Address']['input'];
  network?: InputMaybe<Scalars['Address']['input']>;
};


export type QueryEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<ContractEventFilter>;
  orderBy?: InputMaybe<ContractEventOrder>;
};


export type QueryPausesArgs = {
  asOf?: InputMaybe<AsOf>;
};


export type QueryRewardEpochArgs = {
  epoch: Scalars['BigInt']['input'];
};


export type QueryRewardEpochsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<RewardEpochFilter>;
  orderBy?: InputMaybe<RewardEpochOrder>;
};


export type QueryRewardsArgs = {
  earner: Scalars['Address']['input'];
};


export type QueryExplainRewardArgs = {
  epoch: Scalars['BigInt']['input'];
  network: Scalars['Address']['input'];
  earner: Scalars['Address']['input'];
};

export type AsOf = {
  readonly block?: InputMaybe<Scalars['BigInt']['input']>;
  readonly timestamp?: InputMaybe<Scalars['DateTime']['input']>;
};

export type Mutation = {
  readonly submitResponse: SubmitResponseResult;
};


export type MutationSubmitResponseArgs = {
  input: SubmitResponseInput;
};

export type Subscription = {
  readonly tasks: TaskUpdate;
  readonly slashes: SlashUpdate;
  readonly epochs: EpochUpdate;
  readonly blocks: BlockUpdate;
};


export type SubscriptionTasksArgs = {
  operator?: InputMaybe<Scalars['Address']['input']>;
  network?: InputMaybe<Scalars['Address']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type SubscriptionSlashesArgs = {
  operator?: InputMaybe<Scalars['Address']['input']>;
  network?: InputMaybe<Scalars['Address']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type SubscriptionEpochsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};


export type SubscriptionBlocksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateKind =
  | 'ADDED'
  | 'RETRACTED'
  | 'REWOUND';

export type TaskUpdate = {
  readonly kind: UpdateKind;
  readonly cursor: Scalars['String']['output'];
  readonly block: Scalars['BigInt']['output'];
  readonly logIndex?: Maybe<Scalars['Int']['output']>;
  readonly step?: Maybe<TaskStep>;
  readonly taskId?: Maybe<Scalars['Bytes']['output']>;
  readonly task?: Maybe<Task>;
};

export type TaskStep =
  | 'CREATED'
  | 'RESPONDED'
  | 'CHALLENGED'
  | 'CHALLENGE_DECIDED'
  | 'FINALISED'
  | 'EXPIRED';

export type SlashUpdate = {
  readonly kind: UpdateKind;
  readonly cursor: Scalars['String']['output'];
  readonly block: Scalars['BigInt']['output'];
  readonly logIndex?: Maybe<Scalars['Int']['output']>;
  readonly slashId?: Maybe<Scalars['Bytes']['output']>;
  readonly slash?: Maybe<Slash>;
};

export type EpochUpdate = {
  readonly kind: UpdateKind;
  readonly cursor: Scalars['String']['output'];
  readonly status: RewardEpochStatus;
  readonly epoch: RewardEpoch;
};

export type BlockUpdate = {
  readonly kind: UpdateKind;
  readonly cursor: Scalars['String']['output'];
  readonly block: Scalars['BigInt']['output'];
  readonly hash?: Maybe<Scalars['Bytes']['output']>;
  readonly timestamp?: Maybe<Scalars['DateTime']['output']>;
};

export type SubmitResponseInput = {
  readonly taskId: Scalars['Bytes']['input'];
  readonly operator: Scalars['Address']['input'];
  readonly response: Scalars['Bytes']['input'];
  readonly signature: Scalars['Bytes']['input'];
};

export type SubmitResponseResult = ResponseAccepted | ResponseRejected | EquivocationRecorded;

export type ResponseAccepted = {
  readonly response: SignedResponse;
  readonly duplicate: Scalars['Boolean']['output'];
};

export type ResponseRejected = {
  readonly reason: RejectionReason;
  readonly message: Scalars['String']['output'];
  readonly retryable: Scalars['Boolean']['output'];
};

export type RejectionReason =
  | 'UNKNOWN_TASK'
  | 'TASK_CLOSED'
  | 'NOT_ASSIGNED'
  | 'INVALID_SIGNATURE'
  | 'RESPONSE_TOO_LONG';

export type EquivocationRecorded = {
  readonly first: SignedResponse;
  readonly second: SignedResponse;
  readonly message: Scalars['String']['output'];
};

export type Node = {
  readonly id: Scalars['ID']['output'];
};

export type PageInfo = {
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

export type Block = {
  readonly number: Scalars['BigInt']['output'];
  readonly timestamp: Scalars['DateTime']['output'];
};

export type Meta = {
  readonly chainId: Scalars['Int']['output'];
  readonly head?: Maybe<Block>;
  readonly indexed: Block;
  readonly safe?: Maybe<Block>;
  readonly finalised: Block;
  readonly lag?: Maybe<Scalars['Int']['output']>;
  readonly schemaVersion: Scalars['String']['output'];
  readonly contracts: ReadonlyArray<Contract>;
  readonly currentEpoch: Scalars['BigInt']['output'];
};

export type Contract = {
  readonly name: Scalars['String']['output'];
  readonly address: Scalars['Address']['output'];
};

export type Invariant = {
  readonly name: Scalars['String']['output'];
  readonly holds: Scalars['Boolean']['output'];
  readonly violations: Scalars['Int']['output'];
  readonly example?: Maybe<Scalars['String']['output']>;
  readonly checkedBlock: Scalars['BigInt']['output'];
  readonly checkedAt: Scalars['DateTime']['output'];
};

export type Transaction = {
  readonly hash: Scalars['Bytes']['output'];
  readonly block: Scalars['BigInt']['output'];
  readonly timestamp: Scalars['DateTime']['output'];
  readonly finality: Finality;
};

export type Finality =
  | 'PENDING'
  | 'SAFE'
  | 'FINALISED';

export type Asset = Node & {
  readonly id: Scalars['ID']['output'];
  readonly address: Scalars['Address']['output'];
  readonly symbol: Scalars['String']['output'];
  readonly decimals: Scalars['Int']['output'];
  readonly totalAssets: Scalars['BigInt']['output'];
  readonly listed: Transaction;
};

export type AssetConnection = {
  readonly edges: ReadonlyArray<AssetEdge>;
  readonly nodes: ReadonlyArray<Asset>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type AssetEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Asset;
};

export type AssetFilter = {
  readonly address?: InputMaybe<Scalars['Address']['input']>;
  readonly address_not?: InputMaybe<Scalars['Address']['input']>;
  readonly address_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly address_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly symbol?: InputMaybe<Scalars['String']['input']>;
  readonly symbol_not?: InputMaybe<Scalars['String']['input']>;
  readonly symbol_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly symbol_not_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly decimals?: InputMaybe<Scalars['Int']['input']>;
  readonly decimals_not?: InputMaybe<Scalars['Int']['input']>;
  readonly decimals_in?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  readonly decimals_not_in?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  readonly decimals_gt?: InputMaybe<Scalars['Int']['input']>;
  readonly decimals_gte?: InputMaybe<Scalars['Int']['input']>;
  readonly decimals_lt?: InputMaybe<Scalars['Int']['input']>;
  readonly decimals_lte?: InputMaybe<Scalars['Int']['input']>;
  readonly createdBlock?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_not?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly createdBlock_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly createdBlock_gt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_gte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_lt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_lte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly createdAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly createdAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdTx?: InputMaybe<Scalars['Bytes']['input']>;
  readonly createdTx_not?: InputMaybe<Scalars['Bytes']['input']>;
  readonly createdTx_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly createdTx_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly and?: InputMaybe<ReadonlyArray<AssetFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<AssetFilter>>;
  readonly not?: InputMaybe<AssetFilter>;
};

export type AssetOrder =
  | 'LISTED_DESC'
  | 'LISTED_ASC'
  | 'ADDRESS_DESC'
  | 'ADDRESS_ASC';

export type Operator = Node & {
  readonly history: OperatorVersionConnection;
  readonly id: Scalars['ID']['output'];
  readonly address: Scalars['Address']['output'];
  readonly payout: Scalars['Address']['output'];
  readonly blsKey: Scalars['Bytes']['output'];
  readonly metadataUri: Scalars['String']['output'];
  readonly commissionBps: Scalars['Int']['output'];
  readonly commissions: ReadonlyArray<ScheduledCommission>;
  readonly scheduledCommission?: Maybe<ScheduledCommission>;
  readonly scheduledChanges: ScheduledChangeConnection;
  readonly registered: Transaction;
  readonly pools: ReadonlyArray<Pool>;
  readonly memberships: ReadonlyArray<Membership>;
  readonly participation: ReadonlyArray<ParticipationRecord>;
  readonly allocations: ReadonlyArray<Allocation>;
  readonly exposure: ReadonlyArray<Exposure>;
  readonly slashes: SlashConnection;
  readonly delegations: DelegationConnection;
  readonly tasks: TaskConnection;
};


export type OperatorHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type OperatorScheduledChangesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<ScheduledChangeFilter>;
  orderBy?: InputMaybe<ScheduledChangeOrder>;
};


export type OperatorParticipationArgs = {
  lastTasks?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


export type OperatorSlashesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<SlashFilter>;
  orderBy?: InputMaybe<SlashOrder>;
};


export type OperatorDelegationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<DelegationFilter>;
  orderBy?: InputMaybe<DelegationOrder>;
};


export type OperatorTasksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<TaskFilter>;
  orderBy?: InputMaybe<TaskOrder>;
};

export type ScheduledChange = {
  readonly kind: ScheduledChangeKind;
  readonly status: ScheduledChangeStatus;
  readonly operator?: Maybe<Operator>;
  readonly network?: Maybe<Network>;
  readonly asset?: Maybe<Asset>;
  readonly parameter?: Maybe<Scalars['String']['output']>;
  readonly oldValue: Scalars['String']['output'];
  readonly newValue: Scalars['String']['output'];
  readonly effectiveAt: Scalars['DateTime']['output'];
  readonly announcedBlock: Scalars['BigInt']['output'];
  readonly announcedAt: Scalars['DateTime']['output'];
};

export type ScheduledChangeKind =
  | 'COMMISSION'
  | 'ALLOCATION'
  | 'PARAMETER';

export type ScheduledChangeStatus =
  | 'WAITING'
  | 'IN_FORCE'
  | 'REPLACED';

export type ScheduledChangeConnection = {
  readonly edges: ReadonlyArray<ScheduledChangeEdge>;
  readonly nodes: ReadonlyArray<ScheduledChange>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ScheduledChangeEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: ScheduledChange;
};

export type ScheduledChangeFilter = {
  readonly kind?: InputMaybe<ScheduledChangeKind>;
  readonly kind_not?: InputMaybe<ScheduledChangeKind>;
  readonly kind_in?: InputMaybe<ReadonlyArray<ScheduledChangeKind>>;
  readonly kind_not_in?: InputMaybe<ReadonlyArray<ScheduledChangeKind>>;
  readonly status?: InputMaybe<ScheduledChangeStatus>;
  readonly status_not?: InputMaybe<ScheduledChangeStatus>;
  readonly status_in?: InputMaybe<ReadonlyArray<ScheduledChangeStatus>>;
  readonly status_not_in?: InputMaybe<ReadonlyArray<ScheduledChangeStatus>>;
  readonly parameter?: InputMaybe<Scalars['String']['input']>;
  readonly parameter_not?: InputMaybe<Scalars['String']['input']>;
  readonly parameter_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly parameter_not_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly operator?: InputMaybe<Scalars['Address']['input']>;
  readonly operator_not?: InputMaybe<Scalars['Address']['input']>;
  readonly operator_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly operator_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly network?: InputMaybe<Scalars['Address']['input']>;
  readonly network_not?: InputMaybe<Scalars['Address']['input']>;
  readonly network_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly network_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly asset?: InputMaybe<Scalars['Address']['input']>;
  readonly asset_not?: InputMaybe<Scalars['Address']['input']>;
  readonly asset_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly asset_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly effectiveAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly effectiveAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  readonly effectiveAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly effectiveAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly effectiveAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly effectiveAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly effectiveAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly effectiveAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly announcedBlock?: InputMaybe<Scalars['BigInt']['input']>;
  readonly announcedBlock_not?: InputMaybe<Scalars['BigInt']['input']>;
  readonly announcedBlock_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly announcedBlock_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly announcedBlock_gt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly announcedBlock_gte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly announcedBlock_lt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly announcedBlock_lte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly and?: InputMaybe<ReadonlyArray<ScheduledChangeFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<ScheduledChangeFilter>>;
  readonly not?: InputMaybe<ScheduledChangeFilter>;
};

export type ScheduledChangeOrder =
  | 'EFFECTIVE_AT_DESC'
  | 'EFFECTIVE_AT_ASC';

export type ScheduledCommission = {
  readonly commissionBps: Scalars['Int']['output'];
  readonly effectiveEpoch: Scalars['BigInt']['output'];
  readonly effectiveAt: Scalars['DateTime']['output'];
};

export type OperatorConnection = {
  readonly edges: ReadonlyArray<OperatorEdge>;
  readonly nodes: ReadonlyArray<Operator>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type OperatorEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Operator;
};

export type OperatorFilter = {
  readonly address?: InputMaybe<Scalars['Address']['input']>;
  readonly address_not?: InputMaybe<Scalars['Address']['input']>;
  readonly address_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly address_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly payout?: InputMaybe<Scalars['Address']['input']>;
  readonly payout_not?: InputMaybe<Scalars['Address']['input']>;
  readonly payout_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly payout_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly metadataUri?: InputMaybe<Scalars['String']['input']>;
  readonly metadataUri_not?: InputMaybe<Scalars['String']['input']>;
  readonly metadataUri_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly metadataUri_not_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly createdBlock?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_not?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly createdBlock_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly createdBlock_gt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_gte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_lt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_lte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly createdAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly createdAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdTx?: InputMaybe<Scalars['Bytes']['input']>;
  readonly createdTx_not?: InputMaybe<Scalars['Bytes']['input']>;
  readonly createdTx_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly createdTx_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly network?: InputMaybe<Scalars['Address']['input']>;
  readonly network_?: InputMaybe<NetworkFilter>;
  readonly and?: InputMaybe<ReadonlyArray<OperatorFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<OperatorFilter>>;
  readonly not?: InputMaybe<OperatorFilter>;
};

export type OperatorOrder =
  | 'REGISTERED_DESC'
  | 'REGISTERED_ASC'
  | 'ADDRESS_DESC'
  | 'ADDRESS_ASC';

export type Pool = {
  readonly history: PoolVersionConnection;
  readonly operator: Operator;
  readonly asset: Asset;
  readonly totalAssets: Scalars['BigInt']['output'];
  readonly totalShares: Scalars['BigInt']['output'];
  readonly queuedShares: Scalars['BigInt']['output'];
  readonly totalMagnitude: Scalars['BigInt']['output'];
};


export type PoolHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type Allocation = {
  readonly history: AllocationVersionConnection;
  readonly operator: Operator;
  readonly network: Network;
  readonly asset: Asset;
  readonly magnitude: Scalars['BigInt']['output'];
  readonly nextMagnitude?: Maybe<Scalars['BigInt']['output']>;
  readonly effectiveAt?: Maybe<Scalars['DateTime']['output']>;
};


export type AllocationHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type Membership = {
  readonly history: MembershipVersionConnection;
  readonly network: Network;
  readonly operator: Operator;
  readonly optedIn: Scalars['Boolean']['output'];
  readonly weight: Scalars['BigInt']['output'];
  readonly weights: ReadonlyArray<AssetWeight>;
  readonly slashableUntil?: Maybe<Scalars['DateTime']['output']>;
  readonly assignedTasks: Scalars['BigInt']['output'];
  readonly signedTasks: Scalars['BigInt']['output'];
  readonly participation?: Maybe<ParticipationRecord>;
  readonly participationBuckets: ReadonlyArray<ParticipationBucket>;
};


export type MembershipHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type MembershipParticipationArgs = {
  lastTasks?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


export type MembershipParticipationBucketsArgs = {
  interval: BucketInterval;
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};

export type ParticipationRecord = {
  readonly network: Network;
  readonly operator: Operator;
  readonly assigned: Scalars['BigInt']['output'];
  readonly signed: Scalars['BigInt']['output'];
  readonly missed: Scalars['BigInt']['output'];
  readonly signedBps: Scalars['Int']['output'];
  readonly currentMisses: Scalars['BigInt']['output'];
  readonly currentSignatures: Scalars['BigInt']['output'];
  readonly longestMisses: Scalars['BigInt']['output'];
  readonly longestSignatures: Scalars['BigInt']['output'];
  readonly lastMissedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly lastSignedAt?: Maybe<Scalars['DateTime']['output']>;
};

export type ParticipationBucket = {
  readonly start: Scalars['DateTime']['output'];
  readonly assigned: Scalars['BigInt']['output'];
  readonly signed: Scalars['BigInt']['output'];
  readonly missed: Scalars['BigInt']['output'];
};

export type ParticipationOrder =
  | 'MISSED_ASC'
  | 'MISSED_DESC'
  | 'SIGNED_BPS_ASC'
  | 'SIGNED_BPS_DESC'
  | 'CURRENT_MISSES_ASC'
  | 'CURRENT_MISSES_DESC'
  | 'LONGEST_MISSES_ASC'
  | 'LONGEST_MISSES_DESC'
  | 'CURRENT_SIGNATURES_ASC'
  | 'CURRENT_SIGNATURES_DESC'
  | 'LONGEST_SIGNATURES_ASC'
  | 'LONGEST_SIGNATURES_DESC';

export type AssetWeight = {
  readonly asset: Asset;
  readonly weight: Scalars['BigInt']['output'];
};

export type Network = Node & {
  readonly history: NetworkVersionConnection;
  readonly id: Scalars['ID']['output'];
  readonly address: Scalars['Address']['output'];
  readonly owner: Scalars['Address']['output'];
  readonly metadataUri: Scalars['String']['output'];
  readonly status: NetworkStatus;
  readonly totalWeight: Scalars['BigInt']['output'];
  readonly parameters: NetworkParameters;
  readonly parametersHistory: ReadonlyArray<NetworkParameters>;
  readonly scheduledParameters?: Maybe<NetworkParameters>;
  readonly scheduledChanges: ScheduledChangeConnection;
  readonly assets: ReadonlyArray<NetworkAsset>;
  readonly memberships: ReadonlyArray<Membership>;
  readonly allocations: ReadonlyArray<Allocation>;
  readonly exposure: ReadonlyArray<Exposure>;
  readonly slashes: SlashConnection;
  readonly registered: Transaction;
  readonly tasks: TaskConnection;
};


export type NetworkHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type NetworkScheduledChangesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<ScheduledChangeFilter>;
  orderBy?: InputMaybe<ScheduledChangeOrder>;
};


export type NetworkSlashesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<SlashFilter>;
  orderBy?: InputMaybe<SlashOrder>;
};


export type NetworkTasksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<TaskFilter>;
  orderBy?: InputMaybe<TaskOrder>;
};

export type NetworkStatus =
  | 'PENDING'
  | 'WHITELISTED'
  | 'SUSPENDED';

export type NetworkParameters = {
  readonly effectiveEpoch: Scalars['BigInt']['output'];
  readonly minimumWeight: Scalars['BigInt']['output'];
  readonly minimumOperators: Scalars['Int']['output'];
  readonly quorumBps: Scalars['Int']['output'];
  readonly responseWindow: Scalars['Int']['output'];
  readonly challengeWindow: Scalars['Int']['output'];
  readonly resolutionWindow: Scalars['Int']['output'];
  readonly performanceBps: Scalars['Int']['output'];
  readonly feeToken: Scalars['Address']['output'];
  readonly baseFee: Scalars['BigInt']['output'];
  readonly feePerByte: Scalars['BigInt']['output'];
  readonly bondToken: Scalars['Address']['output'];
  readonly bond: Scalars['BigInt']['output'];
  readonly wrongResponseSlashBps: Scalars['Int']['output'];
  readonly equivocationSlashBps: Scalars['Int']['output'];
  readonly challengerShareBps: Scalars['Int']['output'];
  readonly reporterShareBps: Scalars['Int']['output'];
  readonly slashSink: SlashSink;
  readonly slashRecipient?: Maybe<Scalars['Address']['output']>;
};

export type SlashSink =
  | 'BURN'
  | 'REWARD_POT'
  | 'RECIPIENT';

export type NetworkAsset = {
  readonly asset: Asset;
  readonly multiplier: Scalars['BigInt']['output'];
};

export type NetworkConnection = {
  readonly edges: ReadonlyArray<NetworkEdge>;
  readonly nodes: ReadonlyArray<Network>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type NetworkEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Network;
};

export type NetworkFilter = {
  readonly address?: InputMaybe<Scalars['Address']['input']>;
  readonly address_not?: InputMaybe<Scalars['Address']['input']>;
  readonly address_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly address_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly owner?: InputMaybe<Scalars['Address']['input']>;
  readonly owner_not?: InputMaybe<Scalars['Address']['input']>;
  readonly owner_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly owner_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly status?: InputMaybe<NetworkStatus>;
  readonly status_not?: InputMaybe<NetworkStatus>;
  readonly status_in?: InputMaybe<ReadonlyArray<NetworkStatus>>;
  readonly status_not_in?: InputMaybe<ReadonlyArray<NetworkStatus>>;
  readonly metadataUri?: InputMaybe<Scalars['String']['input']>;
  readonly metadataUri_not?: InputMaybe<Scalars['String']['input']>;
  readonly metadataUri_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly metadataUri_not_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly totalWeight?: InputMaybe<Scalars['BigInt']['input']>;
  readonly totalWeight_not?: InputMaybe<Scalars['BigInt']['input']>;
  readonly totalWeight_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly totalWeight_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly totalWeight_gt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly totalWeight_gte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly totalWeight_lt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly totalWeight_lte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_not?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly createdBlock_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly createdBlock_gt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_gte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_lt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_lte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly createdAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly createdAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdTx?: InputMaybe<Scalars['Bytes']['input']>;
  readonly createdTx_not?: InputMaybe<Scalars['Bytes']['input']>;
  readonly createdTx_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly createdTx_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly operator?: InputMaybe<Scalars['Address']['input']>;
  readonly operator_?: InputMaybe<OperatorFilter>;
  readonly and?: InputMaybe<ReadonlyArray<NetworkFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<NetworkFilter>>;
  readonly not?: InputMaybe<NetworkFilter>;
};

export type NetworkOrder =
  | 'REGISTERED_DESC'
  | 'REGISTERED_ASC'
  | 'TOTAL_WEIGHT_DESC'
  | 'TOTAL_WEIGHT_ASC'
  | 'ADDRESS_DESC'
  | 'ADDRESS_ASC';

export type Delegation = Node & {
  readonly history: DelegationVersionConnection;
  readonly id: Scalars['ID']['output'];
  readonly delegator: Scalars['Address']['output'];
  readonly operator: Operator;
  readonly asset: Asset;
  readonly shares: Scalars['BigInt']['output'];
  readonly assets: Scalars['BigInt']['output'];
  readonly since: Transaction;
};


export type DelegationHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type DelegationConnection = {
  readonly edges: ReadonlyArray<DelegationEdge>;
  readonly nodes: ReadonlyArray<Delegation>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type DelegationEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Delegation;
};

export type DelegationFilter = {
  readonly delegator?: InputMaybe<Scalars['Address']['input']>;
  readonly delegator_not?: InputMaybe<Scalars['Address']['input']>;
  readonly delegator_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly delegator_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly operator?: InputMaybe<Scalars['Address']['input']>;
  readonly operator_not?: InputMaybe<Scalars['Address']['input']>;
  readonly operator_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly operator_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly asset?: InputMaybe<Scalars['Address']['input']>;
  readonly asset_not?: InputMaybe<Scalars['Address']['input']>;
  readonly asset_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly asset_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly shares?: InputMaybe<Scalars['BigInt']['input']>;
  readonly shares_not?: InputMaybe<Scalars['BigInt']['input']>;
  readonly shares_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly shares_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly shares_gt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly shares_gte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly shares_lt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly shares_lte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_not?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly createdBlock_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly createdBlock_gt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_gte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_lt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_lte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly createdAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly createdAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdTx?: InputMaybe<Scalars['Bytes']['input']>;
  readonly createdTx_not?: InputMaybe<Scalars['Bytes']['input']>;
  readonly createdTx_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly createdTx_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly operator_?: InputMaybe<OperatorFilter>;
  readonly asset_?: InputMaybe<AssetFilter>;
  readonly and?: InputMaybe<ReadonlyArray<DelegationFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<DelegationFilter>>;
  readonly not?: InputMaybe<DelegationFilter>;
};

export type DelegationOrder =
  | 'DELEGATED_DESC'
  | 'DELEGATED_ASC'
  | 'SHARES_DESC'
  | 'SHARES_ASC';

export type Withdrawal = Node & {
  readonly id: Scalars['ID']['output'];
  readonly withdrawalId: Scalars['Bytes']['output'];
  readonly delegator: Scalars['Address']['output'];
  readonly operator: Operator;
  readonly asset: Asset;
  readonly shares: Scalars['BigInt']['output'];
  readonly assets?: Maybe<Scalars['BigInt']['output']>;
  readonly status: WithdrawalStatus;
  readonly queued: Transaction;
  readonly unlocksAt: Scalars['DateTime']['output'];
  readonly assetsPaid?: Maybe<Scalars['BigInt']['output']>;
  readonly assetsLostToSlashing?: Maybe<Scalars['BigInt']['output']>;
  readonly completedAt?: Maybe<Scalars['DateTime']['output']>;
};

export type WithdrawalStatus =
  | 'QUEUED'
  | 'COMPLETED';

export type WithdrawalConnection = {
  readonly edges: ReadonlyArray<WithdrawalEdge>;
  readonly nodes: ReadonlyArray<Withdrawal>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type WithdrawalEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Withdrawal;
};

export type WithdrawalFilter = {
  readonly withdrawalId?: InputMaybe<Scalars['Bytes']['input']>;
  readonly withdrawalId_not?: InputMaybe<Scalars['Bytes']['input']>;
  readonly withdrawalId_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly withdrawalId_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly delegator?: InputMaybe<Scalars['Address']['input']>;
  readonly delegator_not?: InputMaybe<Scalars['Address']['input']>;
  readonly delegator_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly delegator_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly operator?: InputMaybe<Scalars['Address']['input']>;
  readonly operator_not?: InputMaybe<Scalars['Address']['input']>;
  readonly operator_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly operator_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly asset?: InputMaybe<Scalars['Address']['input']>;
  readonly asset_not?: InputMaybe<Scalars['Address']['input']>;
  readonly asset_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly asset_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly shares?: InputMaybe<Scalars['BigInt']['input']>;
  readonly shares_not?: InputMaybe<Scalars['BigInt']['input']>;
  readonly shares_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly shares_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly shares_gt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly shares_gte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly shares_lt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly shares_lte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly unlocksAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly unlocksAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  readonly unlocksAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly unlocksAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly unlocksAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly unlocksAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly unlocksAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly unlocksAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly completedAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly completedAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  readonly completedAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly completedAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly completedAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly completedAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly completedAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly completedAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdBlock?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_not?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly createdBlock_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly createdBlock_gt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_gte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_lt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_lte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly createdAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly createdAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdTx?: InputMaybe<Scalars['Bytes']['input']>;
  readonly createdTx_not?: InputMaybe<Scalars['Bytes']['input']>;
  readonly createdTx_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly createdTx_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly status?: InputMaybe<WithdrawalStatus>;
  readonly operator_?: InputMaybe<OperatorFilter>;
  readonly asset_?: InputMaybe<AssetFilter>;
  readonly and?: InputMaybe<ReadonlyArray<WithdrawalFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<WithdrawalFilter>>;
  readonly not?: InputMaybe<WithdrawalFilter>;
};

export type WithdrawalOrder =
  | 'QUEUED_DESC'
  | 'QUEUED_ASC'
  | 'UNLOCKS_DESC'
  | 'UNLOCKS_ASC'
  | 'SHARES_DESC'
  | 'SHARES_ASC';

export type Task = Node & {
  readonly id: Scalars['ID']['output'];
  readonly taskId: Scalars['Bytes']['output'];
  readonly network: Network;
  readonly creator: Scalars['Address']['output'];
  readonly payload: Scalars['Bytes']['output'];
  readonly referenceBlock: Scalars['BigInt']['output'];
  readonly deadline: Scalars['DateTime']['output'];
  readonly quorumBps: Scalars['Int']['output'];
  readonly feeToken: Scalars['Address']['output'];
  readonly fee: Scalars['BigInt']['output'];
  readonly status: TaskStatus;
  readonly totalWeight: Scalars['BigInt']['output'];
  readonly response?: Maybe<TaskResponse>;
  readonly participants: ReadonlyArray<Participation>;
  readonly signedResponses: ReadonlyArray<SignedResponse>;
  readonly challenges: ReadonlyArray<Challenge>;
  readonly slashes: SlashConnection;
  readonly ruling?: Maybe<Ruling>;
  readonly timeline: ReadonlyArray<TaskEvent>;
};


export type TaskSlashesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<SlashFilter>;
  orderBy?: InputMaybe<SlashOrder>;
};

export type TaskStatus =
  | 'OPEN'
  | 'RESPONDED'
  | 'CHALLENGED'
  | 'FINAL'
  | 'EXPIRED'
  | 'REJECTED';

export type TaskResponse = {
  readonly response: Scalars['Bytes']['output'];
  readonly responseHash: Scalars['Bytes']['output'];
  readonly aggregator: Scalars['Address']['output'];
  readonly signedWeight: Scalars['BigInt']['output'];
  readonly signers: ReadonlyArray<Operator>;
  readonly nonSigners: ReadonlyArray<Operator>;
  readonly challengeDeadline: Scalars['DateTime']['output'];
  readonly transaction: Transaction;
};

export type Participation = {
  readonly operator: Operator;
  readonly weight: Scalars['BigInt']['output'];
  readonly signed?: Maybe<Scalars['Boolean']['output']>;
};

export type TaskEvent = {
  readonly kind: TaskEventKind;
  readonly transaction: Transaction;
};

export type TaskEventKind =
  | 'CREATED'
  | 'RESPONDED'
  | 'CHALLENGED'
  | 'REJECTED'
  | 'SLASHED'
  | 'FINALISED'
  | 'EXPIRED';

export type Ruling = {
  readonly verdict: RulingVerdict;
  readonly reason: Scalars['String']['output'];
  readonly transaction: Transaction;
};

export type RulingVerdict =
  | 'RIGHT'
  | 'WRONG';

export type SignedResponse = {
  readonly operator: Operator;
  readonly response: Scalars['Bytes']['output'];
  readonly responseHash: Scalars['Bytes']['output'];
  readonly signature: Scalars['Bytes']['output'];
  readonly receivedAt: Scalars['DateTime']['output'];
};

export type TaskConnection = {
  readonly edges: ReadonlyArray<TaskEdge>;
  readonly nodes: ReadonlyArray<Task>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type TaskEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Task;
};

export type TaskFilter = {
  readonly taskId?: InputMaybe<Scalars['Bytes']['input']>;
  readonly taskId_not?: InputMaybe<Scalars['Bytes']['input']>;
  readonly taskId_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly taskId_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly network?: InputMaybe<Scalars['Address']['input']>;
  readonly network_not?: InputMaybe<Scalars['Address']['input']>;
  readonly network_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly network_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly creator?: InputMaybe<Scalars['Address']['input']>;
  readonly creator_not?: InputMaybe<Scalars['Address']['input']>;
  readonly creator_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly creator_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly status?: InputMaybe<TaskStatus>;
  readonly status_not?: InputMaybe<TaskStatus>;
  readonly status_in?: InputMaybe<ReadonlyArray<TaskStatus>>;
  readonly status_not_in?: InputMaybe<ReadonlyArray<TaskStatus>>;
  readonly deadline?: InputMaybe<Scalars['DateTime']['input']>;
  readonly deadline_not?: InputMaybe<Scalars['DateTime']['input']>;
  readonly deadline_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly deadline_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly deadline_gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly deadline_gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly deadline_lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly deadline_lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly referenceBlock?: InputMaybe<Scalars['BigInt']['input']>;
  readonly referenceBlock_not?: InputMaybe<Scalars['BigInt']['input']>;
  readonly referenceBlock_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly referenceBlock_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly referenceBlock_gt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly referenceBlock_gte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly referenceBlock_lt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly referenceBlock_lte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly feeToken?: InputMaybe<Scalars['Address']['input']>;
  readonly feeToken_not?: InputMaybe<Scalars['Address']['input']>;
  readonly feeToken_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly feeToken_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly fee?: InputMaybe<Scalars['BigInt']['input']>;
  readonly fee_not?: InputMaybe<Scalars['BigInt']['input']>;
  readonly fee_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly fee_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly fee_gt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly fee_gte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly fee_lt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly fee_lte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly totalWeight?: InputMaybe<Scalars['BigInt']['input']>;
  readonly totalWeight_not?: InputMaybe<Scalars['BigInt']['input']>;
  readonly totalWeight_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly totalWeight_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly totalWeight_gt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly totalWeight_gte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly totalWeight_lt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly totalWeight_lte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly respondedAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly respondedAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  readonly respondedAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly respondedAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly respondedAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly respondedAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly respondedAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly respondedAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly closedAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly closedAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  readonly closedAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly closedAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly closedAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly closedAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly closedAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly closedAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdBlock?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_not?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly createdBlock_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly createdBlock_gt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_gte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_lt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_lte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly createdAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly createdAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdTx?: InputMaybe<Scalars['Bytes']['input']>;
  readonly createdTx_not?: InputMaybe<Scalars['Bytes']['input']>;
  readonly createdTx_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly createdTx_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly operator?: InputMaybe<Scalars['Address']['input']>;
  readonly awaitingResponse?: InputMaybe<Scalars['Boolean']['input']>;
  readonly network_?: InputMaybe<NetworkFilter>;
  readonly operator_?: InputMaybe<OperatorFilter>;
  readonly and?: InputMaybe<ReadonlyArray<TaskFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<TaskFilter>>;
  readonly not?: InputMaybe<TaskFilter>;
};

export type TaskOrder =
  | 'CREATED_DESC'
  | 'CREATED_ASC'
  | 'DEADLINE_DESC'
  | 'DEADLINE_ASC'
  | 'FEE_DESC'
  | 'FEE_ASC';

export type Challenge = Node & {
  readonly id: Scalars['ID']['output'];
  readonly challengeId: Scalars['Bytes']['output'];
  readonly task: Task;
  readonly network: Network;
  readonly challenger: Scalars['Address']['output'];
  readonly bondToken: Scalars['Address']['output'];
  readonly bond: Scalars['BigInt']['output'];
  readonly resolveBy: Scalars['DateTime']['output'];
  readonly outcome: ChallengeOutcome;
  readonly bondReturned?: Maybe<Scalars['BigInt']['output']>;
  readonly bondHeld: Scalars['BigInt']['output'];
  readonly raised: Transaction;
  readonly resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly resolvedTx?: Maybe<Scalars['Bytes']['output']>;
};

export type ChallengeOutcome =
  | 'PENDING'
  | 'UPHELD'
  | 'FAILED'
  | 'DISMISSED';

export type ChallengeConnection = {
  readonly edges: ReadonlyArray<ChallengeEdge>;
  readonly nodes: ReadonlyArray<Challenge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ChallengeEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Challenge;
};

export type ChallengeFilter = {
  readonly challengeId?: InputMaybe<Scalars['Bytes']['input']>;
  readonly challengeId_not?: InputMaybe<Scalars['Bytes']['input']>;
  readonly challengeId_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly challengeId_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly network?: InputMaybe<Scalars['Address']['input']>;
  readonly network_not?: InputMaybe<Scalars['Address']['input']>;
  readonly network_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly network_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly taskId?: InputMaybe<Scalars['Bytes']['input']>;
  readonly taskId_not?: InputMaybe<Scalars['Bytes']['input']>;
  readonly taskId_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly taskId_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly challenger?: InputMaybe<Scalars['Address']['input']>;
  readonly challenger_not?: InputMaybe<Scalars['Address']['input']>;
  readonly challenger_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly challenger_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly outcome?: InputMaybe<ChallengeOutcome>;
  readonly outcome_not?: InputMaybe<ChallengeOutcome>;
  readonly outcome_in?: InputMaybe<ReadonlyArray<ChallengeOutcome>>;
  readonly outcome_not_in?: InputMaybe<ReadonlyArray<ChallengeOutcome>>;
  readonly bondToken?: InputMaybe<Scalars['Address']['input']>;
  readonly bondToken_not?: InputMaybe<Scalars['Address']['input']>;
  readonly bondToken_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly bondToken_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly bond?: InputMaybe<Scalars['BigInt']['input']>;
  readonly bond_not?: InputMaybe<Scalars['BigInt']['input']>;
  readonly bond_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly bond_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly bond_gt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly bond_gte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly bond_lt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly bond_lte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly resolveBy?: InputMaybe<Scalars['DateTime']['input']>;
  readonly resolveBy_not?: InputMaybe<Scalars['DateTime']['input']>;
  readonly resolveBy_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly resolveBy_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly resolveBy_gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly resolveBy_gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly resolveBy_lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly resolveBy_lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly resolvedAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly resolvedAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  readonly resolvedAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly resolvedAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly resolvedAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly resolvedAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly resolvedAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly resolvedAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdBlock?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_not?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly createdBlock_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly createdBlock_gt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_gte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_lt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_lte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly createdAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly createdAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdTx?: InputMaybe<Scalars['Bytes']['input']>;
  readonly createdTx_not?: InputMaybe<Scalars['Bytes']['input']>;
  readonly createdTx_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly createdTx_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly network_?: InputMaybe<NetworkFilter>;
  readonly task_?: InputMaybe<TaskFilter>;
  readonly and?: InputMaybe<ReadonlyArray<ChallengeFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<ChallengeFilter>>;
  readonly not?: InputMaybe<ChallengeFilter>;
};

export type ChallengeOrder =
  | 'RAISED_DESC'
  | 'RAISED_ASC'
  | 'RESOLVE_BY_DESC'
  | 'RESOLVE_BY_ASC'
  | 'BOND_DESC'
  | 'BOND_ASC';

export type Slash = Node & {
  readonly id: Scalars['ID']['output'];
  readonly slashId: Scalars['Bytes']['output'];
  readonly operator: Operator;
  readonly network: Network;
  readonly task: Task;
  readonly offence: Offence;
  readonly reporter: Scalars['Address']['output'];
  readonly evidenceHash: Scalars['Bytes']['output'];
  readonly challenge?: Maybe<Challenge>;
  readonly fraction: Scalars['BigInt']['output'];
  readonly assets: ReadonlyArray<AssetSlash>;
  readonly transaction: Transaction;
  readonly evidence?: Maybe<Evidence>;
  readonly timeline: ReadonlyArray<SlashEvent>;
};

export type Evidence = {
  readonly evidenceHash: Scalars['Bytes']['output'];
  readonly contentHash: Scalars['Bytes']['output'];
  readonly source: EvidenceSource;
  readonly foundAt: Scalars['DateTime']['output'];
  readonly slashed: Scalars['Boolean']['output'];
  readonly path: Scalars['String']['output'];
  readonly bundle: Scalars['String']['output'];
};

export type EvidenceSource =
  | 'API'
  | 'FILE';

export type SlashEvent = {
  readonly kind: SlashEventKind;
  readonly at: Scalars['DateTime']['output'];
  readonly transaction?: Maybe<Transaction>;
  readonly transactionHash?: Maybe<Scalars['Bytes']['output']>;
  readonly asset?: Maybe<Asset>;
  readonly responseHash?: Maybe<Scalars['Bytes']['output']>;
  readonly withdrawal?: Maybe<Withdrawal>;
};

export type SlashEventKind =
  | 'TASK_CREATED'
  | 'SIGNATURE_RECEIVED'
  | 'RESPONDED'
  | 'CHALLENGED'
  | 'CHALLENGE_UPHELD'
  | 'EQUIVOCATION_FOUND'
  | 'REPORT_COMMITTED'
  | 'PROOF_SENT'
  | 'SLASHED'
  | 'PAID_OUT'
  | 'WITHDRAWN';

export type SlashedWithdrawal = {
  readonly withdrawal: Withdrawal;
  readonly loss: Scalars['BigInt']['output'];
};

export type SlashTotal = {
  readonly start?: Maybe<Scalars['DateTime']['output']>;
  readonly asset: Asset;
  readonly network?: Maybe<Network>;
  readonly operator?: Maybe<Operator>;
  readonly offence?: Maybe<Offence>;
  readonly slashes: Scalars['BigInt']['output'];
  readonly activeSlashed: Scalars['BigInt']['output'];
  readonly queuedSlashed: Scalars['BigInt']['output'];
  readonly reporterAmount: Scalars['BigInt']['output'];
  readonly sinkAmount: Scalars['BigInt']['output'];
  readonly undistributed: Scalars['BigInt']['output'];
};

export type SlashGrouping =
  | 'NETWORK'
  | 'OPERATOR'
  | 'OFFENCE';

export type Offence =
  | 'WRONG_RESPONSE'
  | 'EQUIVOCATION';

export type AssetSlash = {
  readonly asset: Asset;
  readonly magnitudeSlashed: Scalars['BigInt']['output'];
  readonly magnitudeAfter: Scalars['BigInt']['output'];
  readonly totalMagnitudeAfter: Scalars['BigInt']['output'];
  readonly fraction: Scalars['BigInt']['output'];
  readonly activeSlashed: Scalars['BigInt']['output'];
  readonly queuedSlashed: Scalars['BigInt']['output'];
  readonly assetsPerShareBefore: Scalars['BigInt']['output'];
  readonly assetsPerShareAfter: Scalars['BigInt']['output'];
  readonly totalAssetsAfter: Scalars['BigInt']['output'];
  readonly totalShares: Scalars['BigInt']['output'];
  readonly distributed: Scalars['Boolean']['output'];
  readonly reporterAmount?: Maybe<Scalars['BigInt']['output']>;
  readonly sink?: Maybe<SlashSink>;
  readonly sinkRecipient?: Maybe<Scalars['Address']['output']>;
  readonly sinkAmount?: Maybe<Scalars['BigInt']['output']>;
  readonly distributedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly distributedTx?: Maybe<Scalars['Bytes']['output']>;
  readonly losses: ReadonlyArray<DelegatorLoss>;
  readonly dust: Scalars['BigInt']['output'];
  readonly withdrawals: ReadonlyArray<SlashedWithdrawal>;
};


export type AssetSlashLossesArgs = {
  delegator?: InputMaybe<Scalars['Address']['input']>;
};

export type SlashConnection = {
  readonly edges: ReadonlyArray<SlashEdge>;
  readonly nodes: ReadonlyArray<Slash>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type SlashEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Slash;
};

export type SlashFilter = {
  readonly asset?: InputMaybe<Scalars['Address']['input']>;
  readonly slashId?: InputMaybe<Scalars['Bytes']['input']>;
  readonly slashId_not?: InputMaybe<Scalars['Bytes']['input']>;
  readonly slashId_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly slashId_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly operator?: InputMaybe<Scalars['Address']['input']>;
  readonly operator_not?: InputMaybe<Scalars['Address']['input']>;
  readonly operator_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly operator_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly network?: InputMaybe<Scalars['Address']['input']>;
  readonly network_not?: InputMaybe<Scalars['Address']['input']>;
  readonly network_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly network_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly taskId?: InputMaybe<Scalars['Bytes']['input']>;
  readonly taskId_not?: InputMaybe<Scalars['Bytes']['input']>;
  readonly taskId_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly taskId_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly reporter?: InputMaybe<Scalars['Address']['input']>;
  readonly reporter_not?: InputMaybe<Scalars['Address']['input']>;
  readonly reporter_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly reporter_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly offence?: InputMaybe<Offence>;
  readonly offence_not?: InputMaybe<Offence>;
  readonly offence_in?: InputMaybe<ReadonlyArray<Offence>>;
  readonly offence_not_in?: InputMaybe<ReadonlyArray<Offence>>;
  readonly fraction?: InputMaybe<Scalars['BigInt']['input']>;
  readonly fraction_not?: InputMaybe<Scalars['BigInt']['input']>;
  readonly fraction_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly fraction_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly fraction_gt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly fraction_gte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly fraction_lt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly fraction_lte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_not?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly createdBlock_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly createdBlock_gt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_gte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_lt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdBlock_lte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly createdAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly createdAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly createdTx?: InputMaybe<Scalars['Bytes']['input']>;
  readonly createdTx_not?: InputMaybe<Scalars['Bytes']['input']>;
  readonly createdTx_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly createdTx_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly operator_?: InputMaybe<OperatorFilter>;
  readonly network_?: InputMaybe<NetworkFilter>;
  readonly task_?: InputMaybe<TaskFilter>;
  readonly and?: InputMaybe<ReadonlyArray<SlashFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<SlashFilter>>;
  readonly not?: InputMaybe<SlashFilter>;
};

export type SlashOrder =
  | 'SLASHED_DESC'
  | 'SLASHED_ASC'
  | 'FRACTION_DESC'
  | 'FRACTION_ASC';

export type Exposure = {
  readonly network: Network;
  readonly operator: Operator;
  readonly asset: Asset;
  readonly magnitude: Scalars['BigInt']['output'];
  readonly totalMagnitude: Scalars['BigInt']['output'];
  readonly totalAssets: Scalars['BigInt']['output'];
  readonly slashable: Scalars['BigInt']['output'];
  readonly active: Scalars['BigInt']['output'];
  readonly queued: Scalars['BigInt']['output'];
};

export type SimulatedSlash = {
  readonly network: Network;
  readonly operator: Operator;
  readonly asset: Asset;
  readonly magnitudeSlashed: Scalars['BigInt']['output'];
  readonly magnitudeAfter: Scalars['BigInt']['output'];
  readonly totalMagnitudeAfter: Scalars['BigInt']['output'];
  readonly totalAssetsAfter: Scalars['BigInt']['output'];
  readonly activeSlashed: Scalars['BigInt']['output'];
  readonly queuedSlashed: Scalars['BigInt']['output'];
  readonly assetsPerShareBefore: Scalars['BigInt']['output'];
  readonly assetsPerShareAfter: Scalars['BigInt']['output'];
  readonly losses: ReadonlyArray<DelegatorLoss>;
  readonly dust: Scalars['BigInt']['output'];
};


export type SimulatedSlashLossesArgs = {
  delegator?: InputMaybe<Scalars['Address']['input']>;
};

export type DelegatorLoss = {
  readonly delegator: Scalars['Address']['output'];
  readonly active: Scalars['BigInt']['output'];
  readonly queued: Scalars['BigInt']['output'];
};

export type BucketInterval =
  | 'HOUR'
  | 'DAY';

export type ActivityBucket = {
  readonly start: Scalars['DateTime']['output'];
  readonly tasksCreated: Scalars['BigInt']['output'];
  readonly tasksResponded: Scalars['BigInt']['output'];
  readonly tasksExpired: Scalars['BigInt']['output'];
  readonly tasksFinalised: Scalars['BigInt']['output'];
  readonly tasksRejected: Scalars['BigInt']['output'];
  readonly challengesRaised: Scalars['BigInt']['output'];
  readonly assigned: Scalars['BigInt']['output'];
  readonly signed: Scalars['BigInt']['output'];
  readonly slashes: Scalars['BigInt']['output'];
  readonly weight?: Maybe<Scalars['BigInt']['output']>;
};

export type StakeBucket = {
  readonly start: Scalars['DateTime']['output'];
  readonly asset: Asset;
  readonly deposited: Scalars['BigInt']['output'];
  readonly withdrawn: Scalars['BigInt']['output'];
  readonly slashed: Scalars['BigInt']['output'];
  readonly staked?: Maybe<Scalars['BigInt']['output']>;
};

export type RewardBucket = {
  readonly start: Scalars['DateTime']['output'];
  readonly token: Scalars['Address']['output'];
  readonly fees: Scalars['BigInt']['output'];
  readonly forfeitedBonds: Scalars['BigInt']['output'];
  readonly slashedStake: Scalars['BigInt']['output'];
  readonly claimed: Scalars['BigInt']['output'];
};

export type OperatorVersion = {
  readonly payout: Scalars['Address']['output'];
  readonly metadataUri: Scalars['String']['output'];
  readonly sinceBlock: Scalars['BigInt']['output'];
  readonly since: Scalars['DateTime']['output'];
  readonly untilBlock?: Maybe<Scalars['BigInt']['output']>;
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

export type OperatorVersionConnection = {
  readonly edges: ReadonlyArray<OperatorVersionEdge>;
  readonly nodes: ReadonlyArray<OperatorVersion>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type OperatorVersionEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: OperatorVersion;
};

export type PoolVersion = {
  readonly totalAssets: Scalars['BigInt']['output'];
  readonly totalShares: Scalars['BigInt']['output'];
  readonly queuedShares: Scalars['BigInt']['output'];
  readonly sinceBlock: Scalars['BigInt']['output'];
  readonly since: Scalars['DateTime']['output'];
  readonly untilBlock?: Maybe<Scalars['BigInt']['output']>;
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

export type PoolVersionConnection = {
  readonly edges: ReadonlyArray<PoolVersionEdge>;
  readonly nodes: ReadonlyArray<PoolVersion>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type PoolVersionEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: PoolVersion;
};

export type NetworkVersion = {
  readonly owner: Scalars['Address']['output'];
  readonly metadataUri: Scalars['String']['output'];
  readonly status: NetworkStatus;
  readonly totalWeight: Scalars['BigInt']['output'];
  readonly sinceBlock: Scalars['BigInt']['output'];
  readonly since: Scalars['DateTime']['output'];
  readonly untilBlock?: Maybe<Scalars['BigInt']['output']>;
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

export type NetworkVersionConnection = {
  readonly edges: ReadonlyArray<NetworkVersionEdge>;
  readonly nodes: ReadonlyArray<NetworkVersion>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type NetworkVersionEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: NetworkVersion;
};

export type MembershipVersion = {
  readonly optedIn: Scalars['Boolean']['output'];
  readonly weight: Scalars['BigInt']['output'];
  readonly slashableUntil?: Maybe<Scalars['DateTime']['output']>;
  readonly sinceBlock: Scalars['BigInt']['output'];
  readonly since: Scalars['DateTime']['output'];
  readonly untilBlock?: Maybe<Scalars['BigInt']['output']>;
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

export type MembershipVersionConnection = {
  readonly edges: ReadonlyArray<MembershipVersionEdge>;
  readonly nodes: ReadonlyArray<MembershipVersion>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type MembershipVersionEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: MembershipVersion;
};

export type AllocationVersion = {
  readonly magnitude: Scalars['BigInt']['output'];
  readonly nextMagnitude: Scalars['BigInt']['output'];
  readonly effectiveAt: Scalars['DateTime']['output'];
  readonly sinceBlock: Scalars['BigInt']['output'];
  readonly since: Scalars['DateTime']['output'];
  readonly untilBlock?: Maybe<Scalars['BigInt']['output']>;
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

export type AllocationVersionConnection = {
  readonly edges: ReadonlyArray<AllocationVersionEdge>;
  readonly nodes: ReadonlyArray<AllocationVersion>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type AllocationVersionEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: AllocationVersion;
};

export type DelegationVersion = {
  readonly shares: Scalars['BigInt']['output'];
  readonly sinceBlock: Scalars['BigInt']['output'];
  readonly since: Scalars['DateTime']['output'];
  readonly untilBlock?: Maybe<Scalars['BigInt']['output']>;
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

export type DelegationVersionConnection = {
  readonly edges: ReadonlyArray<DelegationVersionEdge>;
  readonly nodes: ReadonlyArray<DelegationVersion>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type DelegationVersionEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: DelegationVersion;
};

export type Delegator = {
  readonly address: Scalars['Address']['output'];
  readonly delegations: DelegationConnection;
  readonly withdrawals: WithdrawalConnection;
  readonly exposure: ReadonlyArray<DelegatorExposure>;
  readonly rewards: ReadonlyArray<DelegatorRewards>;
};


export type DelegatorDelegationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<DelegationFilter>;
  orderBy?: InputMaybe<DelegationOrder>;
};


export type DelegatorWithdrawalsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<WithdrawalFilter>;
  orderBy?: InputMaybe<WithdrawalOrder>;
};

export type DelegatorRewards = {
  readonly token: Scalars['Address']['output'];
  readonly epoch: Scalars['BigInt']['output'];
  readonly cumulative: Scalars['BigInt']['output'];
  readonly claimed: Scalars['BigInt']['output'];
  readonly unclaimed: Scalars['BigInt']['output'];
  readonly epochs: EarnedEpochConnection;
};


export type DelegatorRewardsEpochsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type EarnedEpoch = {
  readonly epoch: Scalars['BigInt']['output'];
  readonly earned: Scalars['BigInt']['output'];
};

export type EarnedEpochConnection = {
  readonly edges: ReadonlyArray<EarnedEpochEdge>;
  readonly nodes: ReadonlyArray<EarnedEpoch>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type EarnedEpochEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: EarnedEpoch;
};

export type DelegatorExposure = {
  readonly network: Network;
  readonly operator: Operator;
  readonly asset: Asset;
  readonly active: Scalars['BigInt']['output'];
  readonly queued: Scalars['BigInt']['output'];
};

export type SearchResult = Asset | Operator | Network | Task | Challenge | Slash;

export type ContractEvent = {
  readonly address: Scalars['Address']['output'];
  readonly contract: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly args: Scalars['String']['output'];
  readonly logIndex: Scalars['Int']['output'];
  readonly transaction: Transaction;
};

export type ContractEventConnection = {
  readonly edges: ReadonlyArray<ContractEventEdge>;
  readonly nodes: ReadonlyArray<ContractEvent>;
  readonly pageInfo: PageInfo;
};

export type ContractEventEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: ContractEvent;
};

export type ContractEventFilter = {
  readonly contract?: InputMaybe<Scalars['String']['input']>;
  readonly contract_not?: InputMaybe<Scalars['String']['input']>;
  readonly contract_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly contract_not_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly name_not?: InputMaybe<Scalars['String']['input']>;
  readonly name_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly name_not_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly address?: InputMaybe<Scalars['Address']['input']>;
  readonly address_not?: InputMaybe<Scalars['Address']['input']>;
  readonly address_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly address_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  readonly tx?: InputMaybe<Scalars['Bytes']['input']>;
  readonly tx_not?: InputMaybe<Scalars['Bytes']['input']>;
  readonly tx_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly tx_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  readonly block?: InputMaybe<Scalars['BigInt']['input']>;
  readonly block_not?: InputMaybe<Scalars['BigInt']['input']>;
  readonly block_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly block_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly block_gt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly block_gte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly block_lt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly block_lte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly timestamp?: InputMaybe<Scalars['DateTime']['input']>;
  readonly timestamp_not?: InputMaybe<Scalars['DateTime']['input']>;
  readonly timestamp_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly timestamp_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  readonly timestamp_gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly timestamp_gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly timestamp_lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly timestamp_lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly fromBlock?: InputMaybe<Scalars['BigInt']['input']>;
  readonly toBlock?: InputMaybe<Scalars['BigInt']['input']>;
  readonly and?: InputMaybe<ReadonlyArray<ContractEventFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<ContractEventFilter>>;
  readonly not?: InputMaybe<ContractEventFilter>;
};

export type ContractEventOrder =
  | 'EMITTED_DESC'
  | 'EMITTED_ASC';

export type Pause = {
  readonly group: PauseGroup;
  readonly paused: Scalars['Boolean']['output'];
  readonly account?: Maybe<Scalars['Address']['output']>;
  readonly transaction?: Maybe<Transaction>;
};

export type PauseGroup =
  | 'REGISTRATION'
  | 'DEPOSITS'
  | 'WITHDRAWALS'
  | 'TASKS'
  | 'SLASHING'
  | 'CLAIMS';

export type RewardEpoch = Node & {
  readonly id: Scalars['ID']['output'];
  readonly epoch: Scalars['BigInt']['output'];
  readonly startsAt: Scalars['DateTime']['output'];
  readonly endsAt: Scalars['DateTime']['output'];
  readonly status: RewardEpochStatus;
  readonly ruleVersion?: Maybe<Scalars['Int']['output']>;
  readonly root?: Maybe<RewardRoot>;
  readonly calculatedRoot?: Maybe<Scalars['Bytes']['output']>;
  readonly leafCount?: Maybe<Scalars['Int']['output']>;
  readonly checked?: Maybe<Scalars['Boolean']['output']>;
  readonly difference?: Maybe<Scalars['String']['output']>;
  readonly pots: ReadonlyArray<RewardPot>;
};

export type RewardEpochStatus =
  | 'RUNNING'
  | 'CALCULATING'
  | 'CALCULATED'
  | 'SUBMITTED'
  | 'CLAIMABLE'
  | 'DISABLED'
  | 'MISMATCH';

export type RewardRoot = {
  readonly root: Scalars['Bytes']['output'];
  readonly bundleHash: Scalars['Bytes']['output'];
  readonly total: Scalars['BigInt']['output'];
  readonly activatesAt: Scalars['DateTime']['output'];
  readonly disabled: Scalars['Boolean']['output'];
  readonly submitted: Transaction;
};

export type RewardPot = {
  readonly network: Network;
  readonly token: Scalars['Address']['output'];
  readonly scheduled: Scalars['BigInt']['output'];
  readonly fees: Scalars['BigInt']['output'];
  readonly forfeited: Scalars['BigInt']['output'];
  readonly carriedIn: Scalars['BigInt']['output'];
  readonly pot: Scalars['BigInt']['output'];
  readonly paid: Scalars['BigInt']['output'];
  readonly carriedOut: Scalars['BigInt']['output'];
  readonly operators: ReadonlyArray<OperatorReward>;
};

export type OperatorReward = {
  readonly operator: Operator;
  readonly weightSeconds: Scalars['BigInt']['output'];
  readonly assigned: Scalars['BigInt']['output'];
  readonly signed: Scalars['BigInt']['output'];
  readonly slashed: Scalars['Boolean']['output'];
  readonly score: Scalars['BigInt']['output'];
  readonly gross: Scalars['BigInt']['output'];
  readonly commissionBps: Scalars['Int']['output'];
  readonly commission: Scalars['BigInt']['output'];
  readonly shared: Scalars['BigInt']['output'];
};

export type RewardEpochConnection = {
  readonly edges: ReadonlyArray<RewardEpochEdge>;
  readonly nodes: ReadonlyArray<RewardEpoch>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type RewardEpochEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: RewardEpoch;
};

export type RewardEpochFilter = {
  readonly epoch?: InputMaybe<Scalars['BigInt']['input']>;
  readonly epoch_not?: InputMaybe<Scalars['BigInt']['input']>;
  readonly epoch_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly epoch_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  readonly epoch_gt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly epoch_gte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly epoch_lt?: InputMaybe<Scalars['BigInt']['input']>;
  readonly epoch_lte?: InputMaybe<Scalars['BigInt']['input']>;
  readonly ruleVersion?: InputMaybe<Scalars['Int']['input']>;
  readonly ruleVersion_not?: InputMaybe<Scalars['Int']['input']>;
  readonly ruleVersion_in?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  readonly ruleVersion_not_in?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  readonly ruleVersion_gt?: InputMaybe<Scalars['Int']['input']>;
  readonly ruleVersion_gte?: InputMaybe<Scalars['Int']['input']>;
  readonly ruleVersion_lt?: InputMaybe<Scalars['Int']['input']>;
  readonly ruleVersion_lte?: InputMaybe<Scalars['Int']['input']>;
  readonly and?: InputMaybe<ReadonlyArray<RewardEpochFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<RewardEpochFilter>>;
  readonly not?: InputMaybe<RewardEpochFilter>;
};

export type RewardEpochOrder =
  | 'EPOCH_DESC'
  | 'EPOCH_ASC';

export type EarnerRewards = {
  readonly earner: Scalars['Address']['output'];
  readonly token: Scalars['Address']['output'];
  readonly cumulative: Scalars['BigInt']['output'];
  readonly claimed: Scalars['BigInt']['output'];
  readonly claimable: Scalars['BigInt']['output'];
  readonly epoch: Scalars['BigInt']['output'];
  readonly root: Scalars['Bytes']['output'];
  readonly proof: ReadonlyArray<Scalars['Bytes']['output']>;
  readonly withheld?: Maybe<WithheldRoot>;
};

export type WithheldRoot = {
  readonly epoch: Scalars['BigInt']['output'];
  readonly root: Scalars['Bytes']['output'];
  readonly reason: WithheldRootReason;
  readonly difference?: Maybe<Scalars['String']['output']>;
};

export type WithheldRootReason =
  | 'OTHER_ROOT'
  | 'REORGANISED'
  | 'DIFFERS_FROM_CHAIN';

export type RewardExplanation = {
  readonly epoch: Scalars['BigInt']['output'];
  readonly network: Scalars['Address']['output'];
  readonly earner: Scalars['Address']['output'];
  readonly reason?: Maybe<ZeroRewardReason>;
  readonly intervals: ReadonlyArray<RewardInterval>;
  readonly tokens: ReadonlyArray<TokenRewardExplanation>;
};

export type ZeroRewardReason =
  | 'NOT_CALCULATED'
  | 'NO_POT'
  | 'NO_STAKE'
  | 'WITHDRAWN'
  | 'NO_WEIGHT'
  | 'OPERATOR_SLASHED'
  | 'MISSED_TASKS'
  | 'NO_COMMISSION'
  | 'FULL_COMMISSION'
  | 'DUST';

export type RewardInterval = {
  readonly kind: RewardIntervalKind;
  readonly operator: Scalars['Address']['output'];
  readonly asset: Scalars['Address']['output'];
  readonly from: Scalars['DateTime']['output'];
  readonly until: Scalars['DateTime']['output'];
  readonly seconds: Scalars['BigInt']['output'];
  readonly value: Scalars['BigInt']['output'];
};

export type RewardIntervalKind =
  | 'WEIGHT'
  | 'SHARES';

export type TokenRewardExplanation = {
  readonly token: Scalars['Address']['output'];
  readonly amount: Scalars['BigInt']['output'];
  readonly reason?: Maybe<ZeroRewardReason>;
  readonly summary: Scalars['String']['output'];
  readonly steps: ReadonlyArray<RewardStep>;
};

export type RewardStep = {
  readonly section: Scalars['Int']['output'];
  readonly title: Scalars['String']['output'];
  readonly operator?: Maybe<Scalars['Address']['output']>;
  readonly asset?: Maybe<Scalars['Address']['output']>;
  readonly formula: Scalars['String']['output'];
  readonly calculation: Scalars['String']['output'];
  readonly value: Scalars['BigInt']['output'];
  readonly remainder?: Maybe<Scalars['BigInt']['output']>;
  readonly divisor?: Maybe<Scalars['BigInt']['output']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  SubmitResponseResult:
    | ( ResponseAccepted )
    | ( ResponseRejected )
    | ( EquivocationRecorded )
  ;
  SearchResult:
    | ( Asset )
    | ( Operator )
    | ( Network )
    | ( Task )
    | ( Challenge )
    | ( Slash )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( Asset )
    | ( Operator )
    | ( Network )
    | ( Delegation )
    | ( Withdrawal )
    | ( Task )
    | ( Challenge )
    | ( Slash )
    | ( RewardEpoch )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  Address: ResolverTypeWrapper<Scalars['Address']['output']>;
  Bytes: ResolverTypeWrapper<Scalars['Bytes']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AsOf: AsOf;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  UpdateKind: UpdateKind;
  TaskUpdate: ResolverTypeWrapper<TaskUpdate>;
  TaskStep: TaskStep;
  SlashUpdate: ResolverTypeWrapper<SlashUpdate>;
  EpochUpdate: ResolverTypeWrapper<EpochUpdate>;
  BlockUpdate: ResolverTypeWrapper<BlockUpdate>;
  SubmitResponseInput: SubmitResponseInput;
  SubmitResponseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SubmitResponseResult']>;
  ResponseAccepted: ResolverTypeWrapper<ResponseAccepted>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ResponseRejected: ResolverTypeWrapper<ResponseRejected>;
  RejectionReason: RejectionReason;
  EquivocationRecorded: ResolverTypeWrapper<EquivocationRecorded>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Block: ResolverTypeWrapper<Block>;
  Meta: ResolverTypeWrapper<Position>;
  Contract: ResolverTypeWrapper<Contract>;
  Invariant: ResolverTypeWrapper<InvariantModel>;
  Transaction: ResolverTypeWrapper<Transaction>;
  Finality: Finality;
  Asset: ResolverTypeWrapper<Asset>;
  AssetConnection: ResolverTypeWrapper<AssetConnection>;
  AssetEdge: ResolverTypeWrapper<AssetEdge>;
  AssetFilter: AssetFilter;
  AssetOrder: AssetOrder;
  Operator: ResolverTypeWrapper<Operator>;
  ScheduledChange: ResolverTypeWrapper<ScheduledChange>;
  ScheduledChangeKind: ScheduledChangeKind;
  ScheduledChangeStatus: ScheduledChangeStatus;
  ScheduledChangeConnection: ResolverTypeWrapper<ScheduledChangeConnection>;
  ScheduledChangeEdge: ResolverTypeWrapper<ScheduledChangeEdge>;
  ScheduledChangeFilter: ScheduledChangeFilter;
  ScheduledChangeOrder: ScheduledChangeOrder;
  ScheduledCommission: ResolverTypeWrapper<ScheduledCommission>;
  OperatorConnection: ResolverTypeWrapper<OperatorConnection>;
  OperatorEdge: ResolverTypeWrapper<OperatorEdge>;
  OperatorFilter: OperatorFilter;
  OperatorOrder: OperatorOrder;
  Pool: ResolverTypeWrapper<Pool>;
  Allocation: ResolverTypeWrapper<Allocation>;
  Membership: ResolverTypeWrapper<Membership>;
  ParticipationRecord: ResolverTypeWrapper<ParticipationRecord>;
  ParticipationBucket: ResolverTypeWrapper<ParticipationBucket>;
  ParticipationOrder: ParticipationOrder;
  AssetWeight: ResolverTypeWrapper<AssetWeight>;
  Network: ResolverTypeWrapper<Network>;
  NetworkStatus: NetworkStatus;
  NetworkParameters: ResolverTypeWrapper<NetworkParameters>;
  SlashSink: SlashSink;
  NetworkAsset: ResolverTypeWrapper<NetworkAsset>;
  NetworkConnection: ResolverTypeWrapper<NetworkConnection>;
  NetworkEdge: ResolverTypeWrapper<NetworkEdge>;
  NetworkFilter: NetworkFilter;
  NetworkOrder: NetworkOrder;
  Delegation: ResolverTypeWrapper<Delegation>;
  DelegationConnection: ResolverTypeWrapper<DelegationConnection>;
  DelegationEdge: ResolverTypeWrapper<DelegationEdge>;
  DelegationFilter: DelegationFilter;
  DelegationOrder: DelegationOrder;
  Withdrawal: ResolverTypeWrapper<Withdrawal>;
  WithdrawalStatus: WithdrawalStatus;
  WithdrawalConnection: ResolverTypeWrapper<WithdrawalConnection>;
  WithdrawalEdge: ResolverTypeWrapper<WithdrawalEdge>;
  WithdrawalFilter: WithdrawalFilter;
  WithdrawalOrder: WithdrawalOrder;
  Task: ResolverTypeWrapper<Task>;
  TaskStatus: TaskStatus;
  TaskResponse: ResolverTypeWrapper<TaskResponse>;
  Participation: ResolverTypeWrapper<Participation>;
  TaskEvent: ResolverTypeWrapper<TaskEvent>;
  TaskEventKind: TaskEventKind;
  Ruling: ResolverTypeWrapper<Ruling>;
  RulingVerdict: RulingVerdict;
  SignedResponse: ResolverTypeWrapper<SignedResponse>;
  TaskConnection: ResolverTypeWrapper<TaskConnection>;
  TaskEdge: ResolverTypeWrapper<TaskEdge>;
  TaskFilter: TaskFilter;
  TaskOrder: TaskOrder;
  Challenge: ResolverTypeWrapper<Challenge>;
  ChallengeOutcome: ChallengeOutcome;
  ChallengeConnection: ResolverTypeWrapper<ChallengeConnection>;
  ChallengeEdge: ResolverTypeWrapper<ChallengeEdge>;
  ChallengeFilter: ChallengeFilter;
  ChallengeOrder: ChallengeOrder;
  Slash: ResolverTypeWrapper<Slash>;
  Evidence: ResolverTypeWrapper<Evidence>;
  EvidenceSource: EvidenceSource;
  SlashEvent: ResolverTypeWrapper<SlashEvent>;
  SlashEventKind: SlashEventKind;
  SlashedWithdrawal: ResolverTypeWrapper<SlashedWithdrawal>;
  SlashTotal: ResolverTypeWrapper<SlashTotal>;
  SlashGrouping: SlashGrouping;
  Offence: Offence;
  AssetSlash: ResolverTypeWrapper<AssetSlash>;
  SlashConnection: ResolverTypeWrapper<SlashConnection>;
  SlashEdge: ResolverTypeWrapper<SlashEdge>;
  SlashFilter: SlashFilter;
  SlashOrder: SlashOrder;
  Exposure: ResolverTypeWrapper<Exposure>;
  SimulatedSlash: ResolverTypeWrapper<SimulatedSlash>;
  DelegatorLoss: ResolverTypeWrapper<DelegatorLoss>;
  BucketInterval: BucketInterval;
  ActivityBucket: ResolverTypeWrapper<ActivityBucket>;
  StakeBucket: ResolverTypeWrapper<StakeBucket>;
  RewardBucket: ResolverTypeWrapper<RewardBucket>;
  OperatorVersion: ResolverTypeWrapper<OperatorVersion>;
  OperatorVersionConnection: ResolverTypeWrapper<OperatorVersionConnection>;
  OperatorVersionEdge: ResolverTypeWrapper<OperatorVersionEdge>;
  PoolVersion: ResolverTypeWrapper<PoolVersion>;
  PoolVersionConnection: ResolverTypeWrapper<PoolVersionConnection>;
  PoolVersionEdge: ResolverTypeWrapper<PoolVersionEdge>;
  NetworkVersion: ResolverTypeWrapper<NetworkVersion>;
  NetworkVersionConnection: ResolverTypeWrapper<NetworkVersionConnection>;
  NetworkVersionEdge: ResolverTypeWrapper<NetworkVersionEdge>;
  MembershipVersion: ResolverTypeWrapper<MembershipVersion>;
  MembershipVersionConnection: ResolverTypeWrapper<MembershipVersionConnection>;
  MembershipVersionEdge: ResolverTypeWrapper<MembershipVersionEdge>;
  AllocationVersion: ResolverTypeWrapper<AllocationVersion>;
  AllocationVersionConnection: ResolverTypeWrapper<AllocationVersionConnection>;
  AllocationVersionEdge: ResolverTypeWrapper<AllocationVersionEdge>;
  DelegationVersion: ResolverTypeWrapper<DelegationVersion>;
  DelegationVersionConnection: ResolverTypeWrapper<DelegationVersionConnection>;
  DelegationVersionEdge: ResolverTypeWrapper<DelegationVersionEdge>;
  Delegator: ResolverTypeWrapper<Delegator>;
  DelegatorRewards: ResolverTypeWrapper<DelegatorRewards>;
  EarnedEpoch: ResolverTypeWrapper<EarnedEpoch>;
  EarnedEpochConnection: ResolverTypeWrapper<EarnedEpochConnection>;
  EarnedEpochEdge: ResolverTypeWrapper<EarnedEpochEdge>;
  DelegatorExposure: ResolverTypeWrapper<DelegatorExposure>;
  SearchResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SearchResult']>;
  ContractEvent: ResolverTypeWrapper<ContractEvent>;
  ContractEventConnection: ResolverTypeWrapper<ContractEventConnection>;
  ContractEventEdge: ResolverTypeWrapper<ContractEventEdge>;
  ContractEventFilter: ContractEventFilter;
  ContractEventOrder: ContractEventOrder;
  Pause: ResolverTypeWrapper<Pause>;
  PauseGroup: PauseGroup;
  RewardEpoch: ResolverTypeWrapper<RewardEpoch>;
  RewardEpochStatus: RewardEpochStatus;
  RewardRoot: ResolverTypeWrapper<RewardRoot>;
  RewardPot: ResolverTypeWrapper<RewardPot>;
  OperatorReward: ResolverTypeWrapper<OperatorReward>;
  RewardEpochConnection: ResolverTypeWrapper<RewardEpochConnection>;
  RewardEpochEdge: ResolverTypeWrapper<RewardEpochEdge>;
  RewardEpochFilter: RewardEpochFilter;
  RewardEpochOrder: RewardEpochOrder;
  EarnerRewards: ResolverTypeWrapper<EarnerRewardsModel>;
  WithheldRoot: ResolverTypeWrapper<WithheldRoot>;
  WithheldRootReason: WithheldRootReason;
  RewardExplanation: ResolverTypeWrapper<RewardExplanationModel>;
  ZeroRewardReason: ZeroRewardReason;
  RewardInterval: ResolverTypeWrapper<Interval>;
  RewardIntervalKind: RewardIntervalKind;
  TokenRewardExplanation: ResolverTypeWrapper<TokenExplanation>;
  RewardStep: ResolverTypeWrapper<Step>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  BigInt: Scalars['BigInt']['output'];
  Address: Scalars['Address']['output'];
  Bytes: Scalars['Bytes']['output'];
  DateTime: Scalars['DateTime']['output'];
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  AsOf: AsOf;
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  TaskUpdate: TaskUpdate;
  SlashUpdate: SlashUpdate;
  EpochUpdate: EpochUpdate;
  BlockUpdate: BlockUpdate;
  SubmitResponseInput: SubmitResponseInput;
  SubmitResponseResult: ResolversUnionTypes<ResolversParentTypes>['SubmitResponseResult'];
  ResponseAccepted: ResponseAccepted;
  Boolean: Scalars['Boolean']['output'];
  ResponseRejected: ResponseRejected;
  EquivocationRecorded: EquivocationRecorded;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  Block: Block;
  Meta: Position;
  Contract: Contract;
  Invariant: InvariantModel;
  Transaction: Transaction;
  Asset: Asset;
  AssetConnection: AssetConnection;
  AssetEdge: AssetEdge;
  AssetFilter: AssetFilter;
  Operator: Operator;
  ScheduledChange: ScheduledChange;
  ScheduledChangeConnection: ScheduledChangeConnection;
  ScheduledChangeEdge: ScheduledChangeEdge;
  ScheduledChangeFilter: ScheduledChangeFilter;
  ScheduledCommission: ScheduledCommission;
  OperatorConnection: OperatorConnection;
  OperatorEdge: OperatorEdge;
  OperatorFilter: OperatorFilter;
  Pool: Pool;
  Allocation: Allocation;
  Membership: Membership;
  ParticipationRecord: ParticipationRecord;
  ParticipationBucket: ParticipationBucket;
  AssetWeight: AssetWeight;
  Network: Network;
  NetworkParameters: NetworkParameters;
  NetworkAsset: NetworkAsset;
  NetworkConnection: NetworkConnection;
  NetworkEdge: NetworkEdge;
  NetworkFilter: NetworkFilter;
  Delegation: Delegation;
  DelegationConnection: DelegationConnection;
  DelegationEdge: DelegationEdge;
  DelegationFilter: DelegationFilter;
  Withdrawal: Withdrawal;
  WithdrawalConnection: WithdrawalConnection;
  WithdrawalEdge: WithdrawalEdge;
  WithdrawalFilter: WithdrawalFilter;
  Task: Task;
  TaskResponse: TaskResponse;
  Participation: Participation;
  TaskEvent: TaskEvent;
  Ruling: Ruling;
  SignedResponse: SignedResponse;
  TaskConnection: TaskConnection;
  TaskEdge: TaskEdge;
  TaskFilter: TaskFilter;
  Challenge: Challenge;
  ChallengeConnection: ChallengeConnection;
  ChallengeEdge: ChallengeEdge;
  ChallengeFilter: ChallengeFilter;
  Slash: Slash;
  Evidence: Evidence;
  SlashEvent: SlashEvent;
  SlashedWithdrawal: SlashedWithdrawal;
  SlashTotal: SlashTotal;
  AssetSlash: AssetSlash;
  SlashConnection: SlashConnection;
  SlashEdge: SlashEdge;
  SlashFilter: SlashFilter;
  Exposure: Exposure;
  SimulatedSlash: SimulatedSlash;
  DelegatorLoss: DelegatorLoss;
  ActivityBucket: ActivityBucket;
  StakeBucket: StakeBucket;
  RewardBucket: RewardBucket;
  OperatorVersion: OperatorVersion;
  OperatorVersionConnection: OperatorVersionConnection;
  OperatorVersionEdge: OperatorVersionEdge;
  PoolVersion: PoolVersion;
  PoolVersionConnection: PoolVersionConnection;
  PoolVersionEdge: PoolVersionEdge;
  NetworkVersion: NetworkVersion;
  NetworkVersionConnection: NetworkVersionConnection;
  NetworkVersionEdge: NetworkVersionEdge;
  MembershipVersion: MembershipVersion;
  MembershipVersionConnection: MembershipVersionConnection;
  MembershipVersionEdge: MembershipVersionEdge;
  AllocationVersion: AllocationVersion;
  AllocationVersionConnection: AllocationVersionConnection;
  AllocationVersionEdge: AllocationVersionEdge;
  DelegationVersion: DelegationVersion;
  DelegationVersionConnection: DelegationVersionConnection;
  DelegationVersionEdge: DelegationVersionEdge;
  Delegator: Delegator;
  DelegatorRewards: DelegatorRewards;
  EarnedEpoch: EarnedEpoch;
  EarnedEpochConnection: EarnedEpochConnection;
  EarnedEpochEdge: EarnedEpochEdge;
  DelegatorExposure: DelegatorExposure;
  SearchResult: ResolversUnionTypes<ResolversParentTypes>['SearchResult'];
  ContractEvent: ContractEvent;
  ContractEventConnection: ContractEventConnection;
  ContractEventEdge: ContractEventEdge;
  ContractEventFilter: ContractEventFilter;
  Pause: Pause;
  RewardEpoch: RewardEpoch;
  RewardRoot: RewardRoot;
  RewardPot: RewardPot;
  OperatorReward: OperatorReward;
  RewardEpochConnection: RewardEpochConnection;
  RewardEpochEdge: RewardEpochEdge;
  RewardEpochFilter: RewardEpochFilter;
  EarnerRewards: EarnerRewardsModel;
  WithheldRoot: WithheldRoot;
  RewardExplanation: RewardExplanationModel;
  RewardInterval: Interval;
  TokenRewardExplanation: TokenExplanation;
  RewardStep: Step;
};

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigInt'], any> {
  name: 'BigInt';
}

export interface AddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Address'], any> {
  name: 'Address';
}

export interface BytesScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Bytes'], any> {
  name: 'Bytes';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type QueryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  _meta?: Resolver<ResolversTypes['Meta'], ParentType, ContextType>;
  invariants?: Resolver<ReadonlyArray<ResolversTypes['Invariant']>, ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  search?: Resolver<ReadonlyArray<ResolversTypes['SearchResult']>, ParentType, ContextType, RequireFields<QuerySearchArgs, 'text'>>;
  asset?: Resolver<Maybe<ResolversTypes['Asset']>, ParentType, ContextType, RequireFields<QueryAssetArgs, 'address'>>;
  assets?: Resolver<ResolversTypes['AssetConnection'], ParentType, ContextType, Partial<QueryAssetsArgs>>;
  operator?: Resolver<Maybe<ResolversTypes['Operator']>, ParentType, ContextType, RequireFields<QueryOperatorArgs, 'address'>>;
  operators?: Resolver<ResolversTypes['OperatorConnection'], ParentType, ContextType, Partial<QueryOperatorsArgs>>;
  network?: Resolver<Maybe<ResolversTypes['Network']>, ParentType, ContextType, RequireFields<QueryNetworkArgs, 'address'>>;
  networks?: Resolver<ResolversTypes['NetworkConnection'], ParentType, ContextType, Partial<QueryNetworksArgs>>;
  scheduledChanges?: Resolver<ResolversTypes['ScheduledChangeConnection'], ParentType, ContextType, Partial<QueryScheduledChangesArgs>>;
  delegations?: Resolver<ResolversTypes['DelegationConnection'], ParentType, ContextType, Partial<QueryDelegationsArgs>>;
  withdrawals?: Resolver<ResolversTypes['WithdrawalConnection'], ParentType, ContextType, Partial<QueryWithdrawalsArgs>>;
  delegator?: Resolver<ResolversTypes['Delegator'], ParentType, ContextType, RequireFields<QueryDelegatorArgs, 'address'>>;
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType, RequireFields<QueryTaskArgs, 'taskId'>>;
  tasks?: Resolver<ResolversTypes['TaskConnection'], ParentType, ContextType, Partial<QueryTasksArgs>>;
  challenge?: Resolver<Maybe<ResolversTypes['Challenge']>, ParentType, ContextType, RequireFields<QueryChallengeArgs, 'challengeId'>>;
  challenges?: Resolver<ResolversTypes['ChallengeConnection'], ParentType, ContextType, Partial<QueryChallengesArgs>>;
  slash?: Resolver<Maybe<ResolversTypes['Slash']>, ParentType, ContextType, RequireFields<QuerySlashArgs, 'slashId'>>;
  slashes?: Resolver<ResolversTypes['SlashConnection'], ParentType, ContextType, Partial<QuerySlashesArgs>>;
  slashTotals?: Resolver<ReadonlyArray<ResolversTypes['SlashTotal']>, ParentType, ContextType, Partial<QuerySlashTotalsArgs>>;
  exposure?: Resolver<ReadonlyArray<ResolversTypes['Exposure']>, ParentType, ContextType, Partial<QueryExposureArgs>>;
  simulateSlash?: Resolver<ReadonlyArray<ResolversTypes['SimulatedSlash']>, ParentType, ContextType, RequireFields<QuerySimulateSlashArgs, 'network' | 'operator' | 'fraction'>>;
  participation?: Resolver<ReadonlyArray<ResolversTypes['ParticipationRecord']>, ParentType, ContextType, Partial<QueryParticipationArgs>>;
  activityBuckets?: Resolver<ReadonlyArray<ResolversTypes['ActivityBucket']>, ParentType, ContextType, RequireFields<QueryActivityBucketsArgs, 'interval' | 'from' | 'to'>>;
  stakeBuckets?: Resolver<ReadonlyArray<ResolversTypes['StakeBucket']>, ParentType, ContextType, RequireFields<QueryStakeBucketsArgs, 'interval' | 'from' | 'to' | 'asset'>>;
  rewardBuckets?: Resolver<ReadonlyArray<ResolversTypes['RewardBucket']>, ParentType, ContextType, RequireFields<QueryRewardBucketsArgs, 'interval' | 'from' | 'to' | 'token'>>;
  events?: Resolver<ResolversTypes['ContractEventConnection'], ParentType, ContextType, Partial<QueryEventsArgs>>;
  pauses?: Resolver<ReadonlyArray<ResolversTypes['Pause']>, ParentType, ContextType, Partial<QueryPausesArgs>>;
  rewardEpoch?: Resolver<Maybe<ResolversTypes['RewardEpoch']>, ParentType, ContextType, RequireFields<QueryRewardEpochArgs, 'epoch'>>;
  rewardEpochs?: Resolver<ResolversTypes['RewardEpochConnection'], ParentType, ContextType, Partial<QueryRewardEpochsArgs>>;
  rewards?: Resolver<ReadonlyArray<ResolversTypes['EarnerRewards']>, ParentType, ContextType, RequireFields<QueryRewardsArgs, 'earner'>>;
  explainReward?: Resolver<Maybe<ResolversTypes['RewardExplanation']>, ParentType, ContextType, RequireFields<QueryExplainRewardArgs, 'epoch' | 'network' | 'earner'>>;
};

export type MutationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  submitResponse?: Resolver<ResolversTypes['SubmitResponseResult'], ParentType, ContextType, RequireFields<MutationSubmitResponseArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  tasks?: SubscriptionResolver<ResolversTypes['TaskUpdate'], "tasks", ParentType, ContextType, Partial<SubscriptionTasksArgs>>;
  slashes?: SubscriptionResolver<ResolversTypes['SlashUpdate'], "slashes", ParentType, ContextType, Partial<SubscriptionSlashesArgs>>;
  epochs?: SubscriptionResolver<ResolversTypes['EpochUpdate'], "epochs", ParentType, ContextType, Partial<SubscriptionEpochsArgs>>;
  blocks?: SubscriptionResolver<ResolversTypes['BlockUpdate'], "blocks", ParentType, ContextType, Partial<SubscriptionBlocksArgs>>;
};

export type TaskUpdateResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['TaskUpdate'] = ResolversParentTypes['TaskUpdate']> = {
  kind?: Resolver<ResolversTypes['UpdateKind'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  block?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  logIndex?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  step?: Resolver<Maybe<ResolversTypes['TaskStep']>, ParentType, ContextType>;
  taskId?: Resolver<Maybe<ResolversTypes['Bytes']>, ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
};

export type SlashUpdateResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SlashUpdate'] = ResolversParentTypes['SlashUpdate']> = {
  kind?: Resolver<ResolversTypes['UpdateKind'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  block?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  logIndex?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  slashId?: Resolver<Maybe<ResolversTypes['Bytes']>, ParentType, ContextType>;
  slash?: Resolver<Maybe<ResolversTypes['Slash']>, ParentType, ContextType>;
};

export type EpochUpdateResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['EpochUpdate'] = ResolversParentTypes['EpochUpdate']> = {
  kind?: Resolver<ResolversTypes['UpdateKind'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RewardEpochStatus'], ParentType, ContextType>;
  epoch?: Resolver<ResolversTypes['RewardEpoch'], ParentType, ContextType>;
};

export type BlockUpdateResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['BlockUpdate'] = ResolversParentTypes['BlockUpdate']> = {
  kind?: Resolver<ResolversTypes['UpdateKind'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  block?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  hash?: Resolver<Maybe<ResolversTypes['Bytes']>, ParentType, ContextType>;
  timestamp?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SubmitResponseResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SubmitResponseResult'] = ResolversParentTypes['SubmitResponseResult']> = {
  __resolveType: TypeResolveFn<'ResponseAccepted' | 'ResponseRejected' | 'EquivocationRecorded', ParentType, ContextType>;
};

export type ResponseAcceptedResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ResponseAccepted'] = ResolversParentTypes['ResponseAccepted']> = {
  response?: Resolver<ResolversTypes['SignedResponse'], ParentType, ContextType>;
  duplicate?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResponseRejectedResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ResponseRejected'] = ResolversParentTypes['ResponseRejected']> = {
  reason?: Resolver<ResolversTypes['RejectionReason'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EquivocationRecordedResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['EquivocationRecorded'] = ResolversParentTypes['EquivocationRecorded']> = {
  first?: Resolver<ResolversTypes['SignedResponse'], ParentType, ContextType>;
  second?: Resolver<ResolversTypes['SignedResponse'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NodeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Asset' | 'Operator' | 'Network' | 'Delegation' | 'Withdrawal' | 'Task' | 'Challenge' | 'Slash' | 'RewardEpoch', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type BlockResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Block'] = ResolversParentTypes['Block']> = {
  number?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  timestamp?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MetaResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Meta'] = ResolversParentTypes['Meta']> = {
  chainId?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  head?: Resolver<Maybe<ResolversTypes['Block']>, ParentType, ContextType>;
  indexed?: Resolver<ResolversTypes['Block'], ParentType, ContextType>;
  safe?: Resolver<Maybe<ResolversTypes['Block']>, ParentType, ContextType>;
  finalised?: Resolver<ResolversTypes['Block'], ParentType, ContextType>;
  lag?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  schemaVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contracts?: Resolver<ReadonlyArray<ResolversTypes['Contract']>, ParentType, ContextType>;
  currentEpoch?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type ContractResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Contract'] = ResolversParentTypes['Contract']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
};

export type InvariantResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Invariant'] = ResolversParentTypes['Invariant']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  holds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  violations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  example?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  checkedBlock?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  checkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TransactionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Transaction'] = ResolversParentTypes['Transaction']> = {
  hash?: Resolver<ResolversTypes['Bytes'], ParentType, ContextType>;
  block?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  timestamp?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  finality?: Resolver<ResolversTypes['Finality'], ParentType, ContextType>;
};

export type AssetResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Asset'] = ResolversParentTypes['Asset']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  symbol?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decimals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalAssets?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  listed?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AssetConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AssetConnection'] = ResolversParentTypes['AssetConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AssetEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Asset']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AssetEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AssetEdge'] = ResolversParentTypes['AssetEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Asset'], ParentType, ContextType>;
};

export type OperatorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Operator'] = ResolversParentTypes['Operator']> = {
  history?: Resolver<ResolversTypes['OperatorVersionConnection'], ParentType, ContextType, Partial<OperatorHistoryArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  payout?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  blsKey?: Resolver<ResolversTypes['Bytes'], ParentType, ContextType>;
  metadataUri?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  commissionBps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  commissions?: Resolver<ReadonlyArray<ResolversTypes['ScheduledCommission']>, ParentType, ContextType>;
  scheduledCommission?: Resolver<Maybe<ResolversTypes['ScheduledCommission']>, ParentType, ContextType>;
  scheduledChanges?: Resolver<ResolversTypes['ScheduledChangeConnection'], ParentType, ContextType, Partial<OperatorScheduledChangesArgs>>;
  registered?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
  pools?: Resolver<ReadonlyArray<ResolversTypes['Pool']>, ParentType, ContextType>;
  memberships?: Resolver<ReadonlyArray<ResolversTypes['Membership']>, ParentType, ContextType>;
  participation?: Resolver<ReadonlyArray<ResolversTypes['ParticipationRecord']>, ParentType, ContextType, Partial<OperatorParticipationArgs>>;
  allocations?: Resolver<ReadonlyArray<ResolversTypes['Allocation']>, ParentType, ContextType>;
  exposure?: Resolver<ReadonlyArray<ResolversTypes['Exposure']>, ParentType, ContextType>;
  slashes?: Resolver<ResolversTypes['SlashConnection'], ParentType, ContextType, Partial<OperatorSlashesArgs>>;
  delegations?: Resolver<ResolversTypes['DelegationConnection'], ParentType, ContextType, Partial<OperatorDelegationsArgs>>;
  tasks?: Resolver<ResolversTypes['TaskConnection'], ParentType, ContextType, Partial<OperatorTasksArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ScheduledChangeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ScheduledChange'] = ResolversParentTypes['ScheduledChange']> = {
  kind?: Resolver<ResolversTypes['ScheduledChangeKind'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ScheduledChangeStatus'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Operator']>, ParentType, ContextType>;
  network?: Resolver<Maybe<ResolversTypes['Network']>, ParentType, ContextType>;
  asset?: Resolver<Maybe<ResolversTypes['Asset']>, ParentType, ContextType>;
  parameter?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  oldValue?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  newValue?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effectiveAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  announcedBlock?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  announcedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ScheduledChangeConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ScheduledChangeConnection'] = ResolversParentTypes['ScheduledChangeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ScheduledChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ScheduledChange']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScheduledChangeEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ScheduledChangeEdge'] = ResolversParentTypes['ScheduledChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ScheduledChange'], ParentType, ContextType>;
};

export type ScheduledCommissionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ScheduledCommission'] = ResolversParentTypes['ScheduledCommission']> = {
  commissionBps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  effectiveEpoch?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  effectiveAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type OperatorConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['OperatorConnection'] = ResolversParentTypes['OperatorConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OperatorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Operator']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OperatorEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['OperatorEdge'] = ResolversParentTypes['OperatorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Operator'], ParentType, ContextType>;
};

export type PoolResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Pool'] = ResolversParentTypes['Pool']> = {
  history?: Resolver<ResolversTypes['PoolVersionConnection'], ParentType, ContextType, Partial<PoolHistoryArgs>>;
  operator?: Resolver<ResolversTypes['Operator'], ParentType, ContextType>;
  asset?: Resolver<ResolversTypes['Asset'], ParentType, ContextType>;
  totalAssets?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  totalShares?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  queuedShares?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  totalMagnitude?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type AllocationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Allocation'] = ResolversParentTypes['Allocation']> = {
  history?: Resolver<ResolversTypes['AllocationVersionConnection'], ParentType, ContextType, Partial<AllocationHistoryArgs>>;
  operator?: Resolver<ResolversTypes['Operator'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  asset?: Resolver<ResolversTypes['Asset'], ParentType, ContextType>;
  magnitude?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  nextMagnitude?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  effectiveAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type MembershipResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Membership'] = ResolversParentTypes['Membership']> = {
  history?: Resolver<ResolversTypes['MembershipVersionConnection'], ParentType, ContextType, Partial<MembershipHistoryArgs>>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  operator?: Resolver<ResolversTypes['Operator'], ParentType, ContextType>;
  optedIn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  weights?: Resolver<ReadonlyArray<ResolversTypes['AssetWeight']>, ParentType, ContextType>;
  slashableUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  assignedTasks?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  signedTasks?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  participation?: Resolver<Maybe<ResolversTypes['ParticipationRecord']>, ParentType, ContextType, Partial<MembershipParticipationArgs>>;
  participationBuckets?: Resolver<ReadonlyArray<ResolversTypes['ParticipationBucket']>, ParentType, ContextType, RequireFields<MembershipParticipationBucketsArgs, 'interval' | 'from' | 'to'>>;
};

export type ParticipationRecordResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ParticipationRecord'] = ResolversParentTypes['ParticipationRecord']> = {
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  operator?: Resolver<ResolversTypes['Operator'], ParentType, ContextType>;
  assigned?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  signed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  missed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  signedBps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currentMisses?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  currentSignatures?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  longestMisses?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  longestSignatures?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  lastMissedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastSignedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ParticipationBucketResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ParticipationBucket'] = ResolversParentTypes['ParticipationBucket']> = {
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  assigned?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  signed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  missed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type AssetWeightResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AssetWeight'] = ResolversParentTypes['AssetWeight']> = {
  asset?: Resolver<ResolversTypes['Asset'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type NetworkResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Network'] = ResolversParentTypes['Network']> = {
  history?: Resolver<ResolversTypes['NetworkVersionConnection'], ParentType, ContextType, Partial<NetworkHistoryArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  metadataUri?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['NetworkStatus'], ParentType, ContextType>;
  totalWeight?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['NetworkParameters'], ParentType, ContextType>;
  parametersHistory?: Resolver<ReadonlyArray<ResolversTypes['NetworkParameters']>, ParentType, ContextType>;
  scheduledParameters?: Resolver<Maybe<ResolversTypes['NetworkParameters']>, ParentType, ContextType>;
  scheduledChanges?: Resolver<ResolversTypes['ScheduledChangeConnection'], ParentType, ContextType, Partial<NetworkScheduledChangesArgs>>;
  assets?: Resolver<ReadonlyArray<ResolversTypes['NetworkAsset']>, ParentType, ContextType>;
  memberships?: Resolver<ReadonlyArray<ResolversTypes['Membership']>, ParentType, ContextType>;
  allocations?: Resolver<ReadonlyArray<ResolversTypes['Allocation']>, ParentType, ContextType>;
  exposure?: Resolver<ReadonlyArray<ResolversTypes['Exposure']>, ParentType, ContextType>;
  slashes?: Resolver<ResolversTypes['SlashConnection'], ParentType, ContextType, Partial<NetworkSlashesArgs>>;
  registered?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
  tasks?: Resolver<ResolversTypes['TaskConnection'], ParentType, ContextType, Partial<NetworkTasksArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NetworkParametersResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['NetworkParameters'] = ResolversParentTypes['NetworkParameters']> = {
  effectiveEpoch?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  minimumWeight?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  minimumOperators?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quorumBps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  responseWindow?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  challengeWindow?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resolutionWindow?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  performanceBps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  feeToken?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  baseFee?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  feePerByte?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  bondToken?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  bond?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  wrongResponseSlashBps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  equivocationSlashBps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  challengerShareBps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reporterShareBps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  slashSink?: Resolver<ResolversTypes['SlashSink'], ParentType, ContextType>;
  slashRecipient?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
};

export type NetworkAssetResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['NetworkAsset'] = ResolversParentTypes['NetworkAsset']> = {
  asset?: Resolver<ResolversTypes['Asset'], ParentType, ContextType>;
  multiplier?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type NetworkConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['NetworkConnection'] = ResolversParentTypes['NetworkConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['NetworkEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Network']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NetworkEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['NetworkEdge'] = ResolversParentTypes['NetworkEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
};

export type DelegationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Delegation'] = ResolversParentTypes['Delegation']> = {
  history?: Resolver<ResolversTypes['DelegationVersionConnection'], ParentType, ContextType, Partial<DelegationHistoryArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  delegator?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  operator?: Resolver<ResolversTypes['Operator'], ParentType, ContextType>;
  asset?: Resolver<ResolversTypes['Asset'], ParentType, ContextType>;
  shares?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  assets?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DelegationConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DelegationConnection'] = ResolversParentTypes['DelegationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DelegationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Delegation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DelegationEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DelegationEdge'] = ResolversParentTypes['DelegationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Delegation'], ParentType, ContextType>;
};

export type WithdrawalResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Withdrawal'] = ResolversParentTypes['Withdrawal']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  withdrawalId?: Resolver<ResolversTypes['Bytes'], ParentType, ContextType>;
  delegator?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  operator?: Resolver<ResolversTypes['Operator'], ParentType, ContextType>;
  asset?: Resolver<ResolversTypes['Asset'], ParentType, ContextType>;
  shares?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  assets?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WithdrawalStatus'], ParentType, ContextType>;
  queued?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
  unlocksAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  assetsPaid?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  assetsLostToSlashing?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WithdrawalConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['WithdrawalConnection'] = ResolversParentTypes['WithdrawalConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WithdrawalEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Withdrawal']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WithdrawalEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['WithdrawalEdge'] = ResolversParentTypes['WithdrawalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Withdrawal'], ParentType, ContextType>;
};

export type TaskResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Task'] = ResolversParentTypes['Task']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  taskId?: Resolver<ResolversTypes['Bytes'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  creator?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  payload?: Resolver<ResolversTypes['Bytes'], ParentType, ContextType>;
  referenceBlock?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  deadline?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  quorumBps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  feeToken?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  fee?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TaskStatus'], ParentType, ContextType>;
  totalWeight?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  response?: Resolver<Maybe<ResolversTypes['TaskResponse']>, ParentType, ContextType>;
  participants?: Resolver<ReadonlyArray<ResolversTypes['Participation']>, ParentType, ContextType>;
  signedResponses?: Resolver<ReadonlyArray<ResolversTypes['SignedResponse']>, ParentType, ContextType>;
  challenges?: Resolver<ReadonlyArray<ResolversTypes['Challenge']>, ParentType, ContextType>;
  slashes?: Resolver<ResolversTypes['SlashConnection'], ParentType, ContextType, Partial<TaskSlashesArgs>>;
  ruling?: Resolver<Maybe<ResolversTypes['Ruling']>, ParentType, ContextType>;
  timeline?: Resolver<ReadonlyArray<ResolversTypes['TaskEvent']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskResponseResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['TaskResponse'] = ResolversParentTypes['TaskResponse']> = {
  response?: Resolver<ResolversTypes['Bytes'], ParentType, ContextType>;
  responseHash?: Resolver<ResolversTypes['Bytes'], ParentType, ContextType>;
  aggregator?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  signedWeight?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  signers?: Resolver<ReadonlyArray<ResolversTypes['Operator']>, ParentType, ContextType>;
  nonSigners?: Resolver<ReadonlyArray<ResolversTypes['Operator']>, ParentType, ContextType>;
  challengeDeadline?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  transaction?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
};

export type ParticipationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Participation'] = ResolversParentTypes['Participation']> = {
  operator?: Resolver<ResolversTypes['Operator'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  signed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type TaskEventResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['TaskEvent'] = ResolversParentTypes['TaskEvent']> = {
  kind?: Resolver<ResolversTypes['TaskEventKind'], ParentType, ContextType>;
  transaction?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
};

export type RulingResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Ruling'] = ResolversParentTypes['Ruling']> = {
  verdict?: Resolver<ResolversTypes['RulingVerdict'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  transaction?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
};

export type SignedResponseResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SignedResponse'] = ResolversParentTypes['SignedResponse']> = {
  operator?: Resolver<ResolversTypes['Operator'], ParentType, ContextType>;
  response?: Resolver<ResolversTypes['Bytes'], ParentType, ContextType>;
  responseHash?: Resolver<ResolversTypes['Bytes'], ParentType, ContextType>;
  signature?: Resolver<ResolversTypes['Bytes'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TaskConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['TaskConnection'] = ResolversParentTypes['TaskConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TaskEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Task']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaskEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['TaskEdge'] = ResolversParentTypes['TaskEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
};

export type ChallengeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Challenge'] = ResolversParentTypes['Challenge']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  challengeId?: Resolver<ResolversTypes['Bytes'], ParentType, ContextType>;
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  challenger?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  bondToken?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  bond?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  resolveBy?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ChallengeOutcome'], ParentType, ContextType>;
  bondReturned?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  bondHeld?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  raised?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  resolvedTx?: Resolver<Maybe<ResolversTypes['Bytes']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChallengeConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ChallengeConnection'] = ResolversParentTypes['ChallengeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ChallengeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Challenge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChallengeEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ChallengeEdge'] = ResolversParentTypes['ChallengeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Challenge'], ParentType, ContextType>;
};

export type SlashResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Slash'] = ResolversParentTypes['Slash']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slashId?: Resolver<ResolversTypes['Bytes'], ParentType, ContextType>;
  operator?: Resolver<ResolversTypes['Operator'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  offence?: Resolver<ResolversTypes['Offence'], ParentType, ContextType>;
  reporter?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  evidenceHash?: Resolver<ResolversTypes['Bytes'], ParentType, ContextType>;
  challenge?: Resolver<Maybe<ResolversTypes['Challenge']>, ParentType, ContextType>;
  fraction?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  assets?: Resolver<ReadonlyArray<ResolversTypes['AssetSlash']>, ParentType, ContextType>;
  transaction?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['Evidence']>, ParentType, ContextType>;
  timeline?: Resolver<ReadonlyArray<ResolversTypes['SlashEvent']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EvidenceResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  evidenceHash?: Resolver<ResolversTypes['Bytes'], ParentType, ContextType>;
  contentHash?: Resolver<ResolversTypes['Bytes'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['EvidenceSource'], ParentType, ContextType>;
  foundAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  slashed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bundle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SlashEventResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SlashEvent'] = ResolversParentTypes['SlashEvent']> = {
  kind?: Resolver<ResolversTypes['SlashEventKind'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
  transactionHash?: Resolver<Maybe<ResolversTypes['Bytes']>, ParentType, ContextType>;
  asset?: Resolver<Maybe<ResolversTypes['Asset']>, ParentType, ContextType>;
  responseHash?: Resolver<Maybe<ResolversTypes['Bytes']>, ParentType, ContextType>;
  withdrawal?: Resolver<Maybe<ResolversTypes['Withdrawal']>, ParentType, ContextType>;
};

export type SlashedWithdrawalResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SlashedWithdrawal'] = ResolversParentTypes['SlashedWithdrawal']> = {
  withdrawal?: Resolver<ResolversTypes['Withdrawal'], ParentType, ContextType>;
  loss?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type SlashTotalResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SlashTotal'] = ResolversParentTypes['SlashTotal']> = {
  start?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  asset?: Resolver<ResolversTypes['Asset'], ParentType, ContextType>;
  network?: Resolver<Maybe<ResolversTypes['Network']>, ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Operator']>, ParentType, ContextType>;
  offence?: Resolver<Maybe<ResolversTypes['Offence']>, ParentType, ContextType>;
  slashes?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  activeSlashed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  queuedSlashed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  reporterAmount?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  sinkAmount?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  undistributed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type AssetSlashResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AssetSlash'] = ResolversParentTypes['AssetSlash']> = {
  asset?: Resolver<ResolversTypes['Asset'], ParentType, ContextType>;
  magnitudeSlashed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  magnitudeAfter?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  totalMagnitudeAfter?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  fraction?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  activeSlashed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  queuedSlashed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  assetsPerShareBefore?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  assetsPerShareAfter?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  totalAssetsAfter?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  totalShares?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  distributed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reporterAmount?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  sink?: Resolver<Maybe<ResolversTypes['SlashSink']>, ParentType, ContextType>;
  sinkRecipient?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  sinkAmount?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  distributedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  distributedTx?: Resolver<Maybe<ResolversTypes['Bytes']>, ParentType, ContextType>;
  losses?: Resolver<ReadonlyArray<ResolversTypes['DelegatorLoss']>, ParentType, ContextType, Partial<AssetSlashLossesArgs>>;
  dust?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  withdrawals?: Resolver<ReadonlyArray<ResolversTypes['SlashedWithdrawal']>, ParentType, ContextType>;
};

export type SlashConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SlashConnection'] = ResolversParentTypes['SlashConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SlashEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Slash']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SlashEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SlashEdge'] = ResolversParentTypes['SlashEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Slash'], ParentType, ContextType>;
};

export type ExposureResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Exposure'] = ResolversParentTypes['Exposure']> = {
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  operator?: Resolver<ResolversTypes['Operator'], ParentType, ContextType>;
  asset?: Resolver<ResolversTypes['Asset'], ParentType, ContextType>;
  magnitude?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  totalMagnitude?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  totalAssets?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  slashable?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  active?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  queued?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type SimulatedSlashResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SimulatedSlash'] = ResolversParentTypes['SimulatedSlash']> = {
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  operator?: Resolver<ResolversTypes['Operator'], ParentType, ContextType>;
  asset?: Resolver<ResolversTypes['Asset'], ParentType, ContextType>;
  magnitudeSlashed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  magnitudeAfter?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  totalMagnitudeAfter?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  totalAssetsAfter?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  activeSlashed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  queuedSlashed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  assetsPerShareBefore?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  assetsPerShareAfter?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  losses?: Resolver<ReadonlyArray<ResolversTypes['DelegatorLoss']>, ParentType, ContextType, Partial<SimulatedSlashLossesArgs>>;
  dust?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type DelegatorLossResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DelegatorLoss'] = ResolversParentTypes['DelegatorLoss']> = {
  delegator?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  active?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  queued?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type ActivityBucketResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ActivityBucket'] = ResolversParentTypes['ActivityBucket']> = {
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  tasksCreated?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  tasksResponded?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  tasksExpired?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  tasksFinalised?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  tasksRejected?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  challengesRaised?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  assigned?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  signed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  slashes?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  weight?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
};

export type StakeBucketResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['StakeBucket'] = ResolversParentTypes['StakeBucket']> = {
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  asset?: Resolver<ResolversTypes['Asset'], ParentType, ContextType>;
  deposited?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  withdrawn?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  slashed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  staked?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
};

export type RewardBucketResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RewardBucket'] = ResolversParentTypes['RewardBucket']> = {
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  fees?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  forfeitedBonds?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  slashedStake?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  claimed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type OperatorVersionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['OperatorVersion'] = ResolversParentTypes['OperatorVersion']> = {
  payout?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  metadataUri?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sinceBlock?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  untilBlock?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type OperatorVersionConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['OperatorVersionConnection'] = ResolversParentTypes['OperatorVersionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OperatorVersionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['OperatorVersion']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OperatorVersionEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['OperatorVersionEdge'] = ResolversParentTypes['OperatorVersionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OperatorVersion'], ParentType, ContextType>;
};

export type PoolVersionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PoolVersion'] = ResolversParentTypes['PoolVersion']> = {
  totalAssets?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  totalShares?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  queuedShares?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  sinceBlock?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  untilBlock?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PoolVersionConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PoolVersionConnection'] = ResolversParentTypes['PoolVersionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PoolVersionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PoolVersion']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PoolVersionEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PoolVersionEdge'] = ResolversParentTypes['PoolVersionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PoolVersion'], ParentType, ContextType>;
};

export type NetworkVersionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['NetworkVersion'] = ResolversParentTypes['NetworkVersion']> = {
  owner?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  metadataUri?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['NetworkStatus'], ParentType, ContextType>;
  totalWeight?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  sinceBlock?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  untilBlock?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type NetworkVersionConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['NetworkVersionConnection'] = ResolversParentTypes['NetworkVersionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['NetworkVersionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['NetworkVersion']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NetworkVersionEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['NetworkVersionEdge'] = ResolversParentTypes['NetworkVersionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['NetworkVersion'], ParentType, ContextType>;
};

export type MembershipVersionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MembershipVersion'] = ResolversParentTypes['MembershipVersion']> = {
  optedIn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  slashableUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sinceBlock?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  untilBlock?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type MembershipVersionConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MembershipVersionConnection'] = ResolversParentTypes['MembershipVersionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MembershipVersionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['MembershipVersion']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MembershipVersionEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MembershipVersionEdge'] = ResolversParentTypes['MembershipVersionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MembershipVersion'], ParentType, ContextType>;
};

export type AllocationVersionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AllocationVersion'] = ResolversParentTypes['AllocationVersion']> = {
  magnitude?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  nextMagnitude?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  effectiveAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sinceBlock?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  untilBlock?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type AllocationVersionConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AllocationVersionConnection'] = ResolversParentTypes['AllocationVersionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AllocationVersionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AllocationVersion']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AllocationVersionEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AllocationVersionEdge'] = ResolversParentTypes['AllocationVersionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AllocationVersion'], ParentType, ContextType>;
};

export type DelegationVersionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DelegationVersion'] = ResolversParentTypes['DelegationVersion']> = {
  shares?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  sinceBlock?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  untilBlock?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type DelegationVersionConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DelegationVersionConnection'] = ResolversParentTypes['DelegationVersionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DelegationVersionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DelegationVersion']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DelegationVersionEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DelegationVersionEdge'] = ResolversParentTypes['DelegationVersionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DelegationVersion'], ParentType, ContextType>;
};

export type DelegatorResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Delegator'] = ResolversParentTypes['Delegator']> = {
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  delegations?: Resolver<ResolversTypes['DelegationConnection'], ParentType, ContextType, Partial<DelegatorDelegationsArgs>>;
  withdrawals?: Resolver<ResolversTypes['WithdrawalConnection'], ParentType, ContextType, Partial<DelegatorWithdrawalsArgs>>;
  exposure?: Resolver<ReadonlyArray<ResolversTypes['DelegatorExposure']>, ParentType, ContextType>;
  rewards?: Resolver<ReadonlyArray<ResolversTypes['DelegatorRewards']>, ParentType, ContextType>;
};

export type DelegatorRewardsResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DelegatorRewards'] = ResolversParentTypes['DelegatorRewards']> = {
  token?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  epoch?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  cumulative?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  claimed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  unclaimed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  epochs?: Resolver<ResolversTypes['EarnedEpochConnection'], ParentType, ContextType, Partial<DelegatorRewardsEpochsArgs>>;
};

export type EarnedEpochResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['EarnedEpoch'] = ResolversParentTypes['EarnedEpoch']> = {
  epoch?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  earned?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type EarnedEpochConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['EarnedEpochConnection'] = ResolversParentTypes['EarnedEpochConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EarnedEpochEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['EarnedEpoch']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EarnedEpochEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['EarnedEpochEdge'] = ResolversParentTypes['EarnedEpochEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EarnedEpoch'], ParentType, ContextType>;
};

export type DelegatorExposureResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DelegatorExposure'] = ResolversParentTypes['DelegatorExposure']> = {
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  operator?: Resolver<ResolversTypes['Operator'], ParentType, ContextType>;
  asset?: Resolver<ResolversTypes['Asset'], ParentType, ContextType>;
  active?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  queued?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type SearchResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SearchResult'] = ResolversParentTypes['SearchResult']> = {
  __resolveType: TypeResolveFn<'Asset' | 'Operator' | 'Network' | 'Task' | 'Challenge' | 'Slash', ParentType, ContextType>;
};

export type ContractEventResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ContractEvent'] = ResolversParentTypes['ContractEvent']> = {
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  contract?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  args?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  logIndex?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  transaction?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
};

export type ContractEventConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ContractEventConnection'] = ResolversParentTypes['ContractEventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ContractEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ContractEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ContractEventEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ContractEventEdge'] = ResolversParentTypes['ContractEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ContractEvent'], ParentType, ContextType>;
};

export type PauseResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Pause'] = ResolversParentTypes['Pause']> = {
  group?: Resolver<ResolversTypes['PauseGroup'], ParentType, ContextType>;
  paused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  account?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
};

export type RewardEpochResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RewardEpoch'] = ResolversParentTypes['RewardEpoch']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  epoch?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RewardEpochStatus'], ParentType, ContextType>;
  ruleVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  root?: Resolver<Maybe<ResolversTypes['RewardRoot']>, ParentType, ContextType>;
  calculatedRoot?: Resolver<Maybe<ResolversTypes['Bytes']>, ParentType, ContextType>;
  leafCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  checked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pots?: Resolver<ReadonlyArray<ResolversTypes['RewardPot']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RewardRootResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RewardRoot'] = ResolversParentTypes['RewardRoot']> = {
  root?: Resolver<ResolversTypes['Bytes'], ParentType, ContextType>;
  bundleHash?: Resolver<ResolversTypes['Bytes'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  activatesAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  disabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  submitted?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
};

export type RewardPotResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RewardPot'] = ResolversParentTypes['RewardPot']> = {
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  scheduled?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  fees?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  forfeited?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  carriedIn?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  pot?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  paid?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  carriedOut?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  operators?: Resolver<ReadonlyArray<ResolversTypes['OperatorReward']>, ParentType, ContextType>;
};

export type OperatorRewardResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['OperatorReward'] = ResolversParentTypes['OperatorReward']> = {
  operator?: Resolver<ResolversTypes['Operator'], ParentType, ContextType>;
  weightSeconds?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  assigned?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  signed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  slashed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  commissionBps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  commission?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  shared?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type RewardEpochConnectionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RewardEpochConnection'] = ResolversParentTypes['RewardEpochConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RewardEpochEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['RewardEpoch']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RewardEpochEdgeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RewardEpochEdge'] = ResolversParentTypes['RewardEpochEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RewardEpoch'], ParentType, ContextType>;
};

export type EarnerRewardsResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['EarnerRewards'] = ResolversParentTypes['EarnerRewards']> = {
  earner?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  cumulative?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  claimed?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  claimable?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  epoch?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  root?: Resolver<ResolversTypes['Bytes'], ParentType, ContextType>;
  proof?: Resolver<ReadonlyArray<ResolversTypes['Bytes']>, ParentType, ContextType>;
  withheld?: Resolver<Maybe<ResolversTypes['WithheldRoot']>, ParentType, ContextType>;
};

export type WithheldRootResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['WithheldRoot'] = ResolversParentTypes['WithheldRoot']> = {
  epoch?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  root?: Resolver<ResolversTypes['Bytes'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['WithheldRootReason'], ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RewardExplanationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RewardExplanation'] = ResolversParentTypes['RewardExplanation']> = {
  epoch?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  earner?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['ZeroRewardReason']>, ParentType, ContextType>;
  intervals?: Resolver<ReadonlyArray<ResolversTypes['RewardInterval']>, ParentType, ContextType>;
  tokens?: Resolver<ReadonlyArray<ResolversTypes['TokenRewardExplanation']>, ParentType, ContextType>;
};

export type RewardIntervalResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RewardInterval'] = ResolversParentTypes['RewardInterval']> = {
  kind?: Resolver<ResolversTypes['RewardIntervalKind'], ParentType, ContextType>;
  operator?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  asset?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  seconds?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type TokenRewardExplanationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['TokenRewardExplanation'] = ResolversParentTypes['TokenRewardExplanation']> = {
  token?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['ZeroRewardReason']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['RewardStep']>, ParentType, ContextType>;
};

export type RewardStepResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RewardStep'] = ResolversParentTypes['RewardStep']> = {
  section?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  asset?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  formula?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  calculation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  remainder?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  divisor?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = unknown> = {
  BigInt?: GraphQLScalarType;
  Address?: GraphQLScalarType;
  Bytes?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TaskUpdate?: TaskUpdateResolvers<ContextType>;
  SlashUpdate?: SlashUpdateResolvers<ContextType>;
  EpochUpdate?: EpochUpdateResolvers<ContextType>;
  BlockUpdate?: BlockUpdateResolvers<ContextType>;
  SubmitResponseResult?: SubmitResponseResultResolvers<ContextType>;
  ResponseAccepted?: ResponseAcceptedResolvers<ContextType>;
  ResponseRejected?: ResponseRejectedResolvers<ContextType>;
  EquivocationRecorded?: EquivocationRecordedResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Block?: BlockResolvers<ContextType>;
  Meta?: MetaResolvers<ContextType>;
  Contract?: ContractResolvers<ContextType>;
  Invariant?: InvariantResolvers<ContextType>;
  Transaction?: TransactionResolvers<ContextType>;
  Asset?: AssetResolvers<ContextType>;
  AssetConnection?: AssetConnectionResolvers<ContextType>;
  AssetEdge?: AssetEdgeResolvers<ContextType>;
  Operator?: OperatorResolvers<ContextType>;
  ScheduledChange?: ScheduledChangeResolvers<ContextType>;
  ScheduledChangeConnection?: ScheduledChangeConnectionResolvers<ContextType>;
  ScheduledChangeEdge?: ScheduledChangeEdgeResolvers<ContextType>;
  ScheduledCommission?: ScheduledCommissionResolvers<ContextType>;
  OperatorConnection?: OperatorConnectionResolvers<ContextType>;
  OperatorEdge?: OperatorEdgeResolvers<ContextType>;
  Pool?: PoolResolvers<ContextType>;
  Allocation?: AllocationResolvers<ContextType>;
  Membership?: MembershipResolvers<ContextType>;
  ParticipationRecord?: ParticipationRecordResolvers<ContextType>;
  ParticipationBucket?: ParticipationBucketResolvers<ContextType>;
  AssetWeight?: AssetWeightResolvers<ContextType>;
  Network?: NetworkResolvers<ContextType>;
  NetworkParameters?: NetworkParametersResolvers<ContextType>;
  NetworkAsset?: NetworkAssetResolvers<ContextType>;
  NetworkConnection?: NetworkConnectionResolvers<ContextType>;
  NetworkEdge?: NetworkEdgeResolvers<ContextType>;
  Delegation?: DelegationResolvers<ContextType>;
  DelegationConnection?: DelegationConnectionResolvers<ContextType>;
  DelegationEdge?: DelegationEdgeResolvers<ContextType>;
  Withdrawal?: WithdrawalResolvers<ContextType>;
  WithdrawalConnection?: WithdrawalConnectionResolvers<ContextType>;
  WithdrawalEdge?: WithdrawalEdgeResolvers<ContextType>;
  Task?: TaskResolvers<ContextType>;
  TaskResponse?: TaskResponseResolvers<ContextType>;
  Participation?: ParticipationResolvers<ContextType>;
  TaskEvent?: TaskEventResolvers<ContextType>;
  Ruling?: RulingResolvers<ContextType>;
  SignedResponse?: SignedResponseResolvers<ContextType>;
  TaskConnection?: TaskConnectionResolvers<ContextType>;
  TaskEdge?: TaskEdgeResolvers<ContextType>;
  Challenge?: ChallengeResolvers<ContextType>;
  ChallengeConnection?: ChallengeConnectionResolvers<ContextType>;
  ChallengeEdge?: ChallengeEdgeResolvers<ContextType>;
  Slash?: SlashResolvers<ContextType>;
  Evidence?: EvidenceResolvers<ContextType>;
  SlashEvent?: SlashEventResolvers<ContextType>;
  SlashedWithdrawal?: SlashedWithdrawalResolvers<ContextType>;
  SlashTotal?: SlashTotalResolvers<ContextType>;
  AssetSlash?: AssetSlashResolvers<ContextType>;
  SlashConnection?: SlashConnectionResolvers<ContextType>;
  SlashEdge?: SlashEdgeResolvers<ContextType>;
  Exposure?: ExposureResolvers<ContextType>;
  SimulatedSlash?: SimulatedSlashResolvers<ContextType>;
  DelegatorLoss?: DelegatorLossResolvers<ContextType>;
  ActivityBucket?: ActivityBucketResolvers<ContextType>;
  StakeBucket?: StakeBucketResolvers<ContextType>;
  RewardBucket?: RewardBucketResolvers<ContextType>;
  OperatorVersion?: OperatorVersionResolvers<ContextType>;
  OperatorVersionConnection?: OperatorVersionConnectionResolvers<ContextType>;
  OperatorVersionEdge?: OperatorVersionEdgeResolvers<ContextType>;
  PoolVersion?: PoolVersionResolvers<ContextType>;
  PoolVersionConnection?: PoolVersionConnectionResolvers<ContextType>;
  PoolVersionEdge?: PoolVersionEdgeResolvers<ContextType>;
  NetworkVersion?: NetworkVersionResolvers<ContextType>;
  NetworkVersionConnection?: NetworkVersionConnectionResolvers<ContextType>;
  NetworkVersionEdge?: NetworkVersionEdgeResolvers<ContextType>;
  MembershipVersion?: MembershipVersionResolvers<ContextType>;
  MembershipVersionConnection?: MembershipVersionConnectionResolvers<ContextType>;
  MembershipVersionEdge?: MembershipVersionEdgeResolvers<ContextType>;
  AllocationVersion?: AllocationVersionResolvers<ContextType>;
  AllocationVersionConnection?: AllocationVersionConnectionResolvers<ContextType>;
  AllocationVersionEdge?: AllocationVersionEdgeResolvers<ContextType>;
  DelegationVersion?: DelegationVersionResolvers<ContextType>;
  DelegationVersionConnection?: DelegationVersionConnectionResolvers<ContextType>;
  DelegationVersionEdge?: DelegationVersionEdgeResolvers<ContextType>;
  Delegator?: DelegatorResolvers<ContextType>;
  DelegatorRewards?: DelegatorRewardsResolvers<ContextType>;
  EarnedEpoch?: EarnedEpochResolvers<ContextType>;
  EarnedEpochConnection?: EarnedEpochConnectionResolvers<ContextType>;
  EarnedEpochEdge?: EarnedEpochEdgeResolvers<ContextType>;
  DelegatorExposure?: DelegatorExposureResolvers<ContextType>;
  SearchResult?: SearchResultResolvers<ContextType>;
  ContractEvent?: ContractEventResolvers<ContextType>;
  ContractEventConnection?: ContractEventConnectionResolvers<ContextType>;
  ContractEventEdge?: ContractEventEdgeResolvers<ContextType>;
  Pause?: PauseResolvers<ContextType>;
  RewardEpoch?: RewardEpochResolvers<ContextType>;
  RewardRoot?: RewardRootResolvers<ContextType>;
  RewardPot?: RewardPotResolvers<ContextType>;
  OperatorReward?: OperatorRewardResolvers<ContextType>;
  RewardEpochConnection?: RewardEpochConnectionResolvers<ContextType>;
  RewardEpochEdge?: RewardEpochEdgeResolvers<ContextType>;
  EarnerRewards?: EarnerRewardsResolvers<ContextType>;
  WithheldRoot?: WithheldRootResolvers<ContextType>;
  RewardExplanation?: RewardExplanationResolvers<ContextType>;
  RewardInterval?: RewardIntervalResolvers<ContextType>;
  TokenRewardExplanation?: TokenRewardExplanationResolvers<ContextType>;
  RewardStep?: RewardStepResolvers<ContextType>;
};

