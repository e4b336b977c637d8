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
  /** An integer of any size, as a decimal string: `"1000000000000000000"`. Input may also be a JSON integer. */
  BigInt: { input: bigint; output: bigint; }
  /** An account or contract: 20 bytes, checksummed (EIP-55) on output, any case on input. */
  Address: { input: Address; output: Address; }
  /** Bytes as 0x and an even number of hex digits, lowercase on output. */
  Bytes: { input: Hex; output: Hex; }
  /** A point in time, ISO 8601 in UTC: `"2026-01-31T12:00:00Z"`. */
  DateTime: { input: Date; output: Date | bigint; }
};

export type Query = {
  /** How far the indexer is. Ask for it beside anything else to know what the answer is as of. */
  readonly _meta: Meta;
  /** What must hold of the indexed rows, and whether it does: empty until the indexer's monitor first looked. */
  readonly invariants: ReadonlyArray<Invariant>;
  /** The object with this global id, whatever its type. */
  readonly node?: Maybe<Node>;
  /**
   * What a text may mean: the objects whose address or id begins with it (0x…), or whose symbol or metadata's address has it as a part, in
   * any case. 10 unless asked, 50 at most: assets first, then operators, networks, tasks, challenges, slashes.
   */
  readonly search: ReadonlyArray<SearchResult>;
  /** An asset (an ERC-20 that may be restaked) by the address of its contract. */
  readonly asset?: Maybe<Asset>;
  /** All listed assets, in the order of listing unless ordered otherwise. */
  readonly assets: AssetConnection;
  /** An operator by its address. */
  readonly operator?: Maybe<Operator>;
  /** Operators, newest first unless ordered otherwise. */
  readonly operators: OperatorConnection;
  /** A network by the address of its contract. */
  readonly network?: Maybe<Network>;
  /** Networks, newest first unless ordered otherwise. */
  readonly networks: NetworkConnection;
  /** Delegations with active shares, newest first unless ordered otherwise. */
  readonly delegations: DelegationConnection;
  /** Withdrawals from operators' pools, newest first unless ordered otherwise. */
  readonly withdrawals: WithdrawalConnection;
  /** A delegator by its address: anyone may be one, so there is an answer for every address. */
  readonly delegator: Delegator;
  /** A task by the id that its contract gave it. */
  readonly task?: Maybe<Task>;
  /** Tasks, newest first unless ordered otherwise. */
  readonly tasks: TaskConnection;
  /** A challenge by the id that its contract gave it. */
  readonly challenge?: Maybe<Challenge>;
  /** Challenges of responses, newest first unless ordered otherwise. */
  readonly challenges: ChallengeConnection;
  /** A slash by the id that its contract gave it. */
  readonly slash?: Maybe<Slash>;
  /** Slashes of operators, newest first unless ordered otherwise. */
  readonly slashes: SlashConnection;
  /**
   * What can be slashed now: a row for each network's part of each operator's pool, the largest first, of one network, operator or asset
   * when it is given.
   */
  readonly exposure: ReadonlyArray<Exposure>;
  /**
   * What a slash would take: a row for each asset of which the network has a part, by the contracts' own formulas and rounding. A network's
   * `wrongResponseSlashBps` of 1000 is a fraction of 1e17.
   */
  readonly simulateSlash: ReadonlyArray<SimulatedSlash>;
  /** Tasks, participation, challenges, slashes and weight by hour or day: of a network, of an operator, or in total. Every bucket that the range touches is there, oldest first; 750 at most. */
  readonly activityBuckets: ReadonlyArray<ActivityBucket>;
  /** An asset's stake by hour or day: of an operator, of a network (what it slashed), or in total. Every bucket that the range touches is there, oldest first; 750 at most. None for an asset that is not registered. */
  readonly stakeBuckets: ReadonlyArray<StakeBucket>;
  /** What came in for rewards by hour or day, of a network or in total, and what was claimed. Every bucket that the range touches is there, oldest first; 750 at most. */
  readonly rewardBuckets: ReadonlyArray<RewardBucket>;
  /** Every event of the contracts as it was emitted, newest first unless ordered otherwise. */
  readonly events: ContractEventConnection;
  /** What is halted now: every group of functions, paused or not. */
  readonly pauses: ReadonlyArray<Pause>;
  /** A reward epoch; null before it has begun. */
  readonly rewardEpoch?: Maybe<RewardEpoch>;
  /** Reward epochs that have begun, newest first unless ordered otherwise. */
  readonly rewardEpochs: RewardEpochConnection;
  /** What an earner has earned and claimed, a row per token, as of the newest active root. */
  readonly rewards: ReadonlyArray<EarnerRewards>;
  /**
   * Why an earner, operator or delegator, got what it got of a network in an epoch: each input, step and rounding, also when it is
   * nothing. Null for an epoch that has not begun.
   */
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

/**
 * A moment of the past: exactly one of the two. The field and everything below it is answered as it stood then, at the end of the block;
 * what operators handed in to this API, and reward epochs, which are not on chain block by block, are as they are now.
 */
export type AsOf = {
  /** The block, indexed already, and not before the contracts. */
  readonly block?: InputMaybe<Scalars['BigInt']['input']>;
  /** The last block up to this time. */
  readonly timestamp?: InputMaybe<Scalars['DateTime']['input']>;
};

export type Mutation = {
  /**
   * Hands in an operator's signed response. Verified before it is stored: the task is open, the operator had weight at the
   * reference block, the signature is its own. The same response again is accepted again. A second, different response is
   * stored as evidence of equivocation; further ones are answered alike and not stored.
   */
  readonly submitResponse: SubmitResponseResult;
};


export type MutationSubmitResponseArgs = {
  input: SubmitResponseInput;
};

/**
 * What happens, as it is indexed, over server-sent events (send `accept: text/event-stream`). Without `after` from now on; with the
 * cursor of the last update that was received, everything since then first. What the chain takes back is told too.
 */
export type Subscription = {
  /** Steps of tasks: of one network, or of those that one operator was assigned. */
  readonly tasks: TaskUpdate;
  /** Slashes: of one operator, in one network. */
  readonly slashes: SlashUpdate;
  /** Reward epochs whenever their status changes. */
  readonly epochs: EpochUpdate;
  /** Blocks as they are indexed, those without events too, as a node has them. */
  readonly blocks: BlockUpdate;
};


/**
 * What happens, as it is indexed, over server-sent events (send `accept: text/event-stream`). Without `after` from now on; with the
 * cursor of the last update that was received, everything since then first. What the chain takes back is told too.
 */
export type SubscriptionTasksArgs = {
  operator?: InputMaybe<Scalars['Address']['input']>;
  network?: InputMaybe<Scalars['Address']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * What happens, as it is indexed, over server-sent events (send `accept: text/event-stream`). Without `after` from now on; with the
 * cursor of the last update that was received, everything since then first. What the chain takes back is told too.
 */
export type SubscriptionSlashesArgs = {
  operator?: InputMaybe<Scalars['Address']['input']>;
  network?: InputMaybe<Scalars['Address']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * What happens, as it is indexed, over server-sent events (send `accept: text/event-stream`). Without `after` from now on; with the
 * cursor of the last update that was received, everything since then first. What the chain takes back is told too.
 */
export type SubscriptionEpochsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * What happens, as it is indexed, over server-sent events (send `accept: text/event-stream`). Without `after` from now on; with the
 * cursor of the last update that was received, everything since then first. What the chain takes back is told too.
 */
export type SubscriptionBlocksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};

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

/** A step of a task. */
export type TaskUpdate = {
  /** Whether it happened or was taken back. */
  readonly kind: UpdateKind;
  /** For `after`, to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** The block that holds it; of `REWOUND` the first block of which everything is void. */
  readonly block: Scalars['BigInt']['output'];
  /** Its place among the logs of its block; null with `REWOUND`. */
  readonly logIndex?: Maybe<Scalars['Int']['output']>;
  /** What happened; null with `REWOUND`. */
  readonly step?: Maybe<TaskStep>;
  /** The task's id; null with `REWOUND`. */
  readonly taskId?: Maybe<Scalars['Bytes']['output']>;
  /** The task as it is now; null with `REWOUND`, and when the task itself was taken back. */
  readonly task?: Maybe<Task>;
};

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

/** A slash. */
export type SlashUpdate = {
  /** Whether it happened or was taken back. */
  readonly kind: UpdateKind;
  /** For `after`, to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** The block that holds it; of `REWOUND` the first block of which everything is void. */
  readonly block: Scalars['BigInt']['output'];
  /** Its place among the logs of its block; null with `REWOUND`. */
  readonly logIndex?: Maybe<Scalars['Int']['output']>;
  /** The slash's id; null with `REWOUND`. */
  readonly slashId?: Maybe<Scalars['Bytes']['output']>;
  /** The slash as it is now; null with `REWOUND`, and when it was taken back. */
  readonly slash?: Maybe<Slash>;
};

/** A reward epoch that came to another status. */
export type EpochUpdate = {
  /** `RETRACTED` when a reorganisation took the status back; the status instead follows. */
  readonly kind: UpdateKind;
  /** For `after`, to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** The status that it came to, or that was taken back. */
  readonly status: RewardEpochStatus;
  /** The epoch as it is now. */
  readonly epoch: RewardEpoch;
};

/** An indexed block. */
export type BlockUpdate = {
  /** Whether it was indexed or taken back. */
  readonly kind: UpdateKind;
  /** For `after`, to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** Its number; of `REWOUND` that of the first block that is void. */
  readonly block: Scalars['BigInt']['output'];
  /** Null with `REWOUND`. */
  readonly hash?: Maybe<Scalars['Bytes']['output']>;
  /** Null with `REWOUND`. */
  readonly timestamp?: Maybe<Scalars['DateTime']['output']>;
};

export type SubmitResponseInput = {
  readonly taskId: Scalars['Bytes']['input'];
  readonly operator: Scalars['Address']['input'];
  /** The response itself; its keccak256 hash is what the signature covers. */
  readonly response: Scalars['Bytes']['input'];
  /** BLS12-381 signature in G2, 96 bytes compressed, over `TaskManager.responseDigest`. */
  readonly signature: Scalars['Bytes']['input'];
};

export type SubmitResponseResult = ResponseAccepted | ResponseRejected | EquivocationRecorded;

/** The response is stored and will be aggregated. */
export type ResponseAccepted = {
  readonly response: SignedResponse;
  /** True when this very response had been stored before. */
  readonly duplicate: Scalars['Boolean']['output'];
};

/** Nothing was stored. */
export type ResponseRejected = {
  readonly reason: RejectionReason;
  /** A sentence for a person. */
  readonly message: Scalars['String']['output'];
  /** Whether the same submission may succeed later. */
  readonly retryable: Scalars['Boolean']['output'];
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

/** The operator had signed another response to this task before. Both are kept as evidence. */
export type EquivocationRecorded = {
  readonly first: SignedResponse;
  readonly second: SignedResponse;
  readonly message: Scalars['String']['output'];
};

/** An object with a global id. */
export type Node = {
  /** Unique among all objects of the API. */
  readonly id: Scalars['ID']['output'];
};

export type PageInfo = {
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** A block of the chain. */
export type Block = {
  readonly number: Scalars['BigInt']['output'];
  readonly timestamp: Scalars['DateTime']['output'];
};

/** How far the indexer is. */
export type Meta = {
  readonly chainId: Scalars['Int']['output'];
  /** The last block that the node knows; null when it does not answer. */
  readonly head?: Maybe<Block>;
  /** The last block whose events are in this answer. */
  readonly indexed: Block;
  /** The last block that the node calls safe; null when it does not answer or knows no such tag. */
  readonly safe?: Maybe<Block>;
  /** The last block that can no longer be reorganised. Nothing that pays or punishes is derived from a later one. */
  readonly finalised: Block;
  /** Blocks between head and indexed; null when the head is unknown. */
  readonly lag?: Maybe<Scalars['Int']['output']>;
  /** Version of this schema. */
  readonly schemaVersion: Scalars['String']['output'];
  /** The contracts whose events are indexed. */
  readonly contracts: ReadonlyArray<Contract>;
  /** The epoch that holds the indexed block. */
  readonly currentEpoch: Scalars['BigInt']['output'];
};

export type Contract = {
  /** Name in the protocol, e.g. `TaskManager`. */
  readonly name: Scalars['String']['output'];
  readonly address: Scalars['Address']['output'];
};

/**
 * Something that must hold of the indexed rows whatever the chain did, such as: the shares of a pool are those of its delegators and
 * those in its queue.
 */
export type Invariant = {
  readonly name: Scalars['String']['output'];
  readonly holds: Scalars['Boolean']['output'];
  /** How many rows break it. */
  readonly violations: Scalars['Int']['output'];
  /** One of them in words; null while it holds. */
  readonly example?: Maybe<Scalars['String']['output']>;
  /** The newest block that was indexed when the monitor looked. */
  readonly checkedBlock: Scalars['BigInt']['output'];
  /** When it looked, by its own clock. */
  readonly checkedAt: Scalars['DateTime']['output'];
};

/** A transaction and the block that holds it. */
export type Transaction = {
  readonly hash: Scalars['Bytes']['output'];
  readonly block: Scalars['BigInt']['output'];
  readonly timestamp: Scalars['DateTime']['output'];
  readonly finality: Finality;
};

/** How firmly a block stands. */
export type Finality =
  /** The chain may still take it back. */
  | 'PENDING'
  /** The chain's validators justified it (the node's tag `safe`); a chain without the tag has none of these. */
  | 'SAFE'
  /** It can no longer be reorganised. What pays or punishes rests on such blocks alone. */
  | 'FINALISED';

/** An ERC-20 that may be restaked. */
export type Asset = Node & {
  readonly id: Scalars['ID']['output'];
  readonly address: Scalars['Address']['output'];
  readonly symbol: Scalars['String']['output'];
  readonly decimals: Scalars['Int']['output'];
  /** Assets in all operators' pools, queued withdrawals included, in the asset's smallest unit. */
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

/** Which assets: every field that is given must hold. */
export type AssetFilter = {
  /** Its contract. */
  readonly address?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly address_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly address_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly address_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** Its symbol. */
  readonly symbol?: InputMaybe<Scalars['String']['input']>;
  /** Other than this. */
  readonly symbol_not?: InputMaybe<Scalars['String']['input']>;
  /** One of these, 100 at most. */
  readonly symbol_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** None of these, 100 at most. */
  readonly symbol_not_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Its decimals. */
  readonly decimals?: InputMaybe<Scalars['Int']['input']>;
  /** Other than this. */
  readonly decimals_not?: InputMaybe<Scalars['Int']['input']>;
  /** One of these, 100 at most. */
  readonly decimals_in?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** None of these, 100 at most. */
  readonly decimals_not_in?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** More than this, or later. */
  readonly decimals_gt?: InputMaybe<Scalars['Int']['input']>;
  /** At least this, or not before. */
  readonly decimals_gte?: InputMaybe<Scalars['Int']['input']>;
  /** Less than this, or earlier. */
  readonly decimals_lt?: InputMaybe<Scalars['Int']['input']>;
  /** At most this, or not after. */
  readonly decimals_lte?: InputMaybe<Scalars['Int']['input']>;
  /** The block that first had it. */
  readonly createdBlock?: InputMaybe<Scalars['BigInt']['input']>;
  /** Other than this. */
  readonly createdBlock_not?: InputMaybe<Scalars['BigInt']['input']>;
  /** One of these, 100 at most. */
  readonly createdBlock_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** None of these, 100 at most. */
  readonly createdBlock_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** More than this, or later. */
  readonly createdBlock_gt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At least this, or not before. */
  readonly createdBlock_gte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Less than this, or earlier. */
  readonly createdBlock_lt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At most this, or not after. */
  readonly createdBlock_lte?: InputMaybe<Scalars['BigInt']['input']>;
  /** That block's time. */
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Other than this. */
  readonly createdAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these, 100 at most. */
  readonly createdAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** None of these, 100 at most. */
  readonly createdAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** More than this, or later. */
  readonly createdAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At least this, or not before. */
  readonly createdAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than this, or earlier. */
  readonly createdAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At most this, or not after. */
  readonly createdAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** The hash of the transaction that first had it. */
  readonly createdTx?: InputMaybe<Scalars['Bytes']['input']>;
  /** Other than this. */
  readonly createdTx_not?: InputMaybe<Scalars['Bytes']['input']>;
  /** One of these, 100 at most. */
  readonly createdTx_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** None of these, 100 at most. */
  readonly createdTx_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** All of these hold, too. */
  readonly and?: InputMaybe<ReadonlyArray<AssetFilter>>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<AssetFilter>>;
  /** This does not hold. */
  readonly not?: InputMaybe<AssetFilter>;
};

/** In which order assets come; equal ones as without an order. */
export type AssetOrder =
  /** By when they were listed, the newest or largest first. */
  | 'LISTED_DESC'
  /** By when they were listed, the oldest or smallest first. */
  | 'LISTED_ASC'
  /** By address, the newest or largest first. */
  | 'ADDRESS_DESC'
  /** By address, the oldest or smallest first. */
  | 'ADDRESS_ASC';

/** Runs tasks with a BLS key, backed by delegators' stake. */
export type Operator = Node & {
  /** What it was and is, newest first, each with the range in which it held. */
  readonly history: OperatorVersionConnection;
  readonly id: Scalars['ID']['output'];
  readonly address: Scalars['Address']['output'];
  /** May claim the operator's commission. */
  readonly payout: Scalars['Address']['output'];
  /** BLS12-381 public key in G1, 128 bytes, EIP-2537 encoding. */
  readonly blsKey: Scalars['Bytes']['output'];
  readonly metadataUri: Scalars['String']['output'];
  /** Commission in force in the current epoch, in basis points of gross rewards. */
  readonly commissionBps: Scalars['Int']['output'];
  /** Every commission that it ever set, by the epoch from which it holds, one that is to come too. */
  readonly commissions: ReadonlyArray<ScheduledCommission>;
  /** A commission that was announced and is not in force yet. */
  readonly scheduledCommission?: Maybe<ScheduledCommission>;
  readonly registered: Transaction;
  /** Its pools, one per asset. */
  readonly pools: ReadonlyArray<Pool>;
  /** The networks that it serves or served. */
  readonly memberships: ReadonlyArray<Membership>;
  /** The parts of its pools that answer to networks, those that wait for their effect included. */
  readonly allocations: ReadonlyArray<Allocation>;
  /** What networks can slash of its pools, the largest first. */
  readonly exposure: ReadonlyArray<Exposure>;
  /** Slashes that it suffered, newest first unless ordered otherwise. */
  readonly slashes: SlashConnection;
  readonly delegations: DelegationConnection;
  /** Tasks it was assigned, newest first. */
  readonly tasks: TaskConnection;
};


/** Runs tasks with a BLS key, backed by delegators' stake. */
export type OperatorHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Runs tasks with a BLS key, backed by delegators' stake. */
export type OperatorSlashesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<SlashFilter>;
  orderBy?: InputMaybe<SlashOrder>;
};


/** Runs tasks with a BLS key, backed by delegators' stake. */
export type OperatorDelegationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<DelegationFilter>;
  orderBy?: InputMaybe<DelegationOrder>;
};


/** Runs tasks with a BLS key, backed by delegators' stake. */
export type OperatorTasksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<TaskFilter>;
  orderBy?: InputMaybe<TaskOrder>;
};

export type ScheduledCommission = {
  readonly commissionBps: Scalars['Int']['output'];
  /** In force from the start of this epoch on. */
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

/** Which operators: every field that is given must hold. */
export type OperatorFilter = {
  /** Its address. */
  readonly address?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly address_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly address_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly address_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** Who may claim its commission. */
  readonly payout?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly payout_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly payout_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly payout_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** Its metadata. */
  readonly metadataUri?: InputMaybe<Scalars['String']['input']>;
  /** Other than this. */
  readonly metadataUri_not?: InputMaybe<Scalars['String']['input']>;
  /** One of these, 100 at most. */
  readonly metadataUri_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** None of these, 100 at most. */
  readonly metadataUri_not_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The block that first had it. */
  readonly createdBlock?: InputMaybe<Scalars['BigInt']['input']>;
  /** Other than this. */
  readonly createdBlock_not?: InputMaybe<Scalars['BigInt']['input']>;
  /** One of these, 100 at most. */
  readonly createdBlock_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** None of these, 100 at most. */
  readonly createdBlock_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** More than this, or later. */
  readonly createdBlock_gt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At least this, or not before. */
  readonly createdBlock_gte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Less than this, or earlier. */
  readonly createdBlock_lt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At most this, or not after. */
  readonly createdBlock_lte?: InputMaybe<Scalars['BigInt']['input']>;
  /** That block's time. */
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Other than this. */
  readonly createdAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these, 100 at most. */
  readonly createdAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** None of these, 100 at most. */
  readonly createdAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** More than this, or later. */
  readonly createdAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At least this, or not before. */
  readonly createdAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than this, or earlier. */
  readonly createdAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At most this, or not after. */
  readonly createdAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** The hash of the transaction that first had it. */
  readonly createdTx?: InputMaybe<Scalars['Bytes']['input']>;
  /** Other than this. */
  readonly createdTx_not?: InputMaybe<Scalars['Bytes']['input']>;
  /** One of these, 100 at most. */
  readonly createdTx_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** None of these, 100 at most. */
  readonly createdTx_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** Operators that serve this network. */
  readonly network?: InputMaybe<Scalars['Address']['input']>;
  /** Operators that serve some network with this. */
  readonly network_?: InputMaybe<NetworkFilter>;
  /** All of these hold, too. */
  readonly and?: InputMaybe<ReadonlyArray<OperatorFilter>>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<OperatorFilter>>;
  /** This does not hold. */
  readonly not?: InputMaybe<OperatorFilter>;
};

/** In which order operators come; equal ones as without an order. */
export type OperatorOrder =
  /** By when they registered, the newest or largest first. */
  | 'REGISTERED_DESC'
  /** By when they registered, the oldest or smallest first. */
  | 'REGISTERED_ASC'
  /** By address, the newest or largest first. */
  | 'ADDRESS_DESC'
  /** By address, the oldest or smallest first. */
  | 'ADDRESS_ASC';

/**
 * An operator's pool of one asset. Shares convert to assets at `totalAssets / totalShares`; a slash takes assets and leaves
 * the shares.
 */
export type Pool = {
  /** What it was and is, newest first, each with the range in which it held. */
  readonly history: PoolVersionConnection;
  readonly operator: Operator;
  readonly asset: Asset;
  /** Assets behind all shares, queued ones included. */
  readonly totalAssets: Scalars['BigInt']['output'];
  readonly totalShares: Scalars['BigInt']['output'];
  /** Shares queued for withdrawal: slashable, without weight and rewards. */
  readonly queuedShares: Scalars['BigInt']['output'];
  /** What slashes left of the pool's magnitude of 1e18, of which networks have their parts. At 0 it takes no deposits. */
  readonly totalMagnitude: Scalars['BigInt']['output'];
};


/**
 * An operator's pool of one asset. Shares convert to assets at `totalAssets / totalShares`; a slash takes assets and leaves
 * the shares.
 */
export type PoolHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/**
 * The part of an operator's pool that answers to one network: `magnitude / totalMagnitude` of the pool counts for weights
 * and can be slashed there. What is now follows from the indexed block's timestamp.
 */
export type Allocation = {
  /** What it was and is, newest first, each with the range in which it held. */
  readonly history: AllocationVersionConnection;
  /** Whose pool it is a part of. */
  readonly operator: Operator;
  /** The network that it answers to. */
  readonly network: Network;
  /** The pool's asset. */
  readonly asset: Asset;
  /** What counts now. A magnitude that is to fall counts, and stays slashable, until `effectiveAt`. */
  readonly magnitude: Scalars['BigInt']['output'];
  /** What will count from `effectiveAt` on; null when no change waits. */
  readonly nextMagnitude?: Maybe<Scalars['BigInt']['output']>;
  /** When a change that waits has its effect; null when none does. */
  readonly effectiveAt?: Maybe<Scalars['DateTime']['output']>;
};


/**
 * The part of an operator's pool that answers to one network: `magnitude / totalMagnitude` of the pool counts for weights
 * and can be slashed there. What is now follows from the indexed block's timestamp.
 */
export type AllocationHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** An operator's service to a network. */
export type Membership = {
  /** What it was and is, newest first, each with the range in which it held. */
  readonly history: MembershipVersionConnection;
  readonly network: Network;
  readonly operator: Operator;
  readonly optedIn: Scalars['Boolean']['output'];
  /** Recorded weight, 1e-18 units. */
  readonly weight: Scalars['BigInt']['output'];
  /** Recorded weight per asset. */
  readonly weights: ReadonlyArray<AssetWeight>;
  /** After opting out: until when it stays slashable for earlier tasks. */
  readonly slashableUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Tasks it was assigned that got a response. */
  readonly assignedTasks: Scalars['BigInt']['output'];
  /** Those among them whose response bears its signature. */
  readonly signedTasks: Scalars['BigInt']['output'];
};


/** An operator's service to a network. */
export type MembershipHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type AssetWeight = {
  readonly asset: Asset;
  readonly weight: Scalars['BigInt']['output'];
};

/** A service that rents security; identified by its contract. */
export type Network = Node & {
  /** What it was and is, newest first, each with the range in which it held. */
  readonly history: NetworkVersionConnection;
  readonly id: Scalars['ID']['output'];
  readonly address: Scalars['Address']['output'];
  readonly owner: Scalars['Address']['output'];
  readonly metadataUri: Scalars['String']['output'];
  readonly status: NetworkStatus;
  /** Recorded weight of all its operators, 1e-18 units. */
  readonly totalWeight: Scalars['BigInt']['output'];
  /** Parameters in force in the current epoch. */
  readonly parameters: NetworkParameters;
  /** All parameters that it ever set, by the epoch from which they hold, those to come too. */
  readonly parametersHistory: ReadonlyArray<NetworkParameters>;
  /** Parameters that were set and are not in force yet. */
  readonly scheduledParameters?: Maybe<NetworkParameters>;
  readonly assets: ReadonlyArray<NetworkAsset>;
  readonly memberships: ReadonlyArray<Membership>;
  /** The parts of operators' pools that answer to it, the largest first, those that wait for their effect included. */
  readonly allocations: ReadonlyArray<Allocation>;
  /** What it can slash of operators' pools, the largest first. */
  readonly exposure: ReadonlyArray<Exposure>;
  /** Slashes for offences on its tasks, newest first unless ordered otherwise. */
  readonly slashes: SlashConnection;
  readonly registered: Transaction;
  readonly tasks: TaskConnection;
};


/** A service that rents security; identified by its contract. */
export type NetworkHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A service that rents security; identified by its contract. */
export type NetworkSlashesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<SlashFilter>;
  orderBy?: InputMaybe<SlashOrder>;
};


/** A service that rents security; identified by its contract. */
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

/** A network's rules. A task, its challenges and its slashes follow those in force when it was created. */
export type NetworkParameters = {
  /** In force from the start of this epoch on. */
  readonly effectiveEpoch: Scalars['BigInt']['output'];
  /** Least live weight with which an operator may opt in, 1e-18 units. */
  readonly minimumWeight: Scalars['BigInt']['output'];
  /** Least number of operators with weight for which it takes tasks. */
  readonly minimumOperators: Scalars['Int']['output'];
  /** Share of the total weight whose signatures a response needs, basis points. */
  readonly quorumBps: Scalars['Int']['output'];
  /** Seconds from a task's creation to its deadline. */
  readonly responseWindow: Scalars['Int']['output'];
  /** Seconds from a response until it may become final. */
  readonly challengeWindow: Scalars['Int']['output'];
  /** Seconds that the network has to decide a challenge that its verifier leaves undecided. */
  readonly resolutionWindow: Scalars['Int']['output'];
  /** Share of the score that depends on signing assigned tasks, basis points. */
  readonly performanceBps: Scalars['Int']['output'];
  readonly feeToken: Scalars['Address']['output'];
  /** Fee of every task, in the token's smallest unit. */
  readonly baseFee: Scalars['BigInt']['output'];
  readonly feePerByte: Scalars['BigInt']['output'];
  /** Token of a challenge's bond. */
  readonly bondToken: Scalars['Address']['output'];
  /** Bond of a challenge, in the token's smallest unit. */
  readonly bond: Scalars['BigInt']['output'];
  /** Share of its magnitude that a signer of a wrong response loses, basis points. */
  readonly wrongResponseSlashBps: Scalars['Int']['output'];
  /** Share of its magnitude that a signer of two responses to one task loses, basis points. */
  readonly equivocationSlashBps: Scalars['Int']['output'];
  /** Share of the slashed stake for whoever challenged, basis points. */
  readonly challengerShareBps: Scalars['Int']['output'];
  /** Share of the slashed stake for whoever proved an equivocation, basis points. */
  readonly reporterShareBps: Scalars['Int']['output'];
  /** Where the rest of the slashed stake goes. */
  readonly slashSink: SlashSink;
  /** Receives it when the sink is `RECIPIENT`; null otherwise. */
  readonly slashRecipient?: Maybe<Scalars['Address']['output']>;
};

/** Where slashed stake goes after the share of whoever brought the evidence. */
export type SlashSink =
  /** Out of circulation, to an address that nobody has. */
  | 'BURN'
  /** Into the network's rewards of the epoch, for its operators and their delegators. */
  | 'REWARD_POT'
  /** To the address that the network named. */
  | 'RECIPIENT';

export type NetworkAsset = {
  readonly asset: Asset;
  /** 1e18 counts the asset once. */
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

/** Which networks: every field that is given must hold. */
export type NetworkFilter = {
  /** Its contract. */
  readonly address?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly address_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly address_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly address_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** Its owner. */
  readonly owner?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly owner_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly owner_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly owner_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** Its status. */
  readonly status?: InputMaybe<NetworkStatus>;
  /** Other than this. */
  readonly status_not?: InputMaybe<NetworkStatus>;
  /** One of these, 100 at most. */
  readonly status_in?: InputMaybe<ReadonlyArray<NetworkStatus>>;
  /** None of these, 100 at most. */
  readonly status_not_in?: InputMaybe<ReadonlyArray<NetworkStatus>>;
  /** Its metadata. */
  readonly metadataUri?: InputMaybe<Scalars['String']['input']>;
  /** Other than this. */
  readonly metadataUri_not?: InputMaybe<Scalars['String']['input']>;
  /** One of these, 100 at most. */
  readonly metadataUri_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** None of these, 100 at most. */
  readonly metadataUri_not_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Recorded weight of all its operators. */
  readonly totalWeight?: InputMaybe<Scalars['BigInt']['input']>;
  /** Other than this. */
  readonly totalWeight_not?: InputMaybe<Scalars['BigInt']['input']>;
  /** One of these, 100 at most. */
  readonly totalWeight_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** None of these, 100 at most. */
  readonly totalWeight_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** More than this, or later. */
  readonly totalWeight_gt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At least this, or not before. */
  readonly totalWeight_gte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Less than this, or earlier. */
  readonly totalWeight_lt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At most this, or not after. */
  readonly totalWeight_lte?: InputMaybe<Scalars['BigInt']['input']>;
  /** The block that first had it. */
  readonly createdBlock?: InputMaybe<Scalars['BigInt']['input']>;
  /** Other than this. */
  readonly createdBlock_not?: InputMaybe<Scalars['BigInt']['input']>;
  /** One of these, 100 at most. */
  readonly createdBlock_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** None of these, 100 at most. */
  readonly createdBlock_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** More than this, or later. */
  readonly createdBlock_gt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At least this, or not before. */
  readonly createdBlock_gte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Less than this, or earlier. */
  readonly createdBlock_lt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At most this, or not after. */
  readonly createdBlock_lte?: InputMaybe<Scalars['BigInt']['input']>;
  /** That block's time. */
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Other than this. */
  readonly createdAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these, 100 at most. */
  readonly createdAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** None of these, 100 at most. */
  readonly createdAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** More than this, or later. */
  readonly createdAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At least this, or not before. */
  readonly createdAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than this, or earlier. */
  readonly createdAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At most this, or not after. */
  readonly createdAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** The hash of the transaction that first had it. */
  readonly createdTx?: InputMaybe<Scalars['Bytes']['input']>;
  /** Other than this. */
  readonly createdTx_not?: InputMaybe<Scalars['Bytes']['input']>;
  /** One of these, 100 at most. */
  readonly createdTx_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** None of these, 100 at most. */
  readonly createdTx_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** Networks that this operator serves. */
  readonly operator?: InputMaybe<Scalars['Address']['input']>;
  /** Networks that some operator with this serves. */
  readonly operator_?: InputMaybe<OperatorFilter>;
  /** All of these hold, too. */
  readonly and?: InputMaybe<ReadonlyArray<NetworkFilter>>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<NetworkFilter>>;
  /** This does not hold. */
  readonly not?: InputMaybe<NetworkFilter>;
};

/** In which order networks come; equal ones as without an order. */
export type NetworkOrder =
  /** By when they registered, the newest or largest first. */
  | 'REGISTERED_DESC'
  /** By when they registered, the oldest or smallest first. */
  | 'REGISTERED_ASC'
  /** By recorded weight, the newest or largest first. */
  | 'TOTAL_WEIGHT_DESC'
  /** By recorded weight, the oldest or smallest first. */
  | 'TOTAL_WEIGHT_ASC'
  /** By address, the newest or largest first. */
  | 'ADDRESS_DESC'
  /** By address, the oldest or smallest first. */
  | 'ADDRESS_ASC';

/** A delegator's active shares in an operator's pool. */
export type Delegation = Node & {
  /** What it was and is, newest first, each with the range in which it held. */
  readonly history: DelegationVersionConnection;
  readonly id: Scalars['ID']['output'];
  readonly delegator: Scalars['Address']['output'];
  readonly operator: Operator;
  readonly asset: Asset;
  /** Active shares; queued ones are in `withdrawals`. */
  readonly shares: Scalars['BigInt']['output'];
  /** What the shares are worth at the pool's rate now, rounded down: slashes show here. */
  readonly assets: Scalars['BigInt']['output'];
  readonly since: Transaction;
};


/** A delegator's active shares in an operator's pool. */
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

/** Which delegations: every field that is given must hold. */
export type DelegationFilter = {
  /** Whose shares. */
  readonly delegator?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly delegator_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly delegator_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly delegator_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** In whose pool. */
  readonly operator?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly operator_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly operator_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly operator_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** The pool's asset. */
  readonly asset?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly asset_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly asset_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly asset_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** Active shares. */
  readonly shares?: InputMaybe<Scalars['BigInt']['input']>;
  /** Other than this. */
  readonly shares_not?: InputMaybe<Scalars['BigInt']['input']>;
  /** One of these, 100 at most. */
  readonly shares_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** None of these, 100 at most. */
  readonly shares_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** More than this, or later. */
  readonly shares_gt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At least this, or not before. */
  readonly shares_gte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Less than this, or earlier. */
  readonly shares_lt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At most this, or not after. */
  readonly shares_lte?: InputMaybe<Scalars['BigInt']['input']>;
  /** The block that first had it. */
  readonly createdBlock?: InputMaybe<Scalars['BigInt']['input']>;
  /** Other than this. */
  readonly createdBlock_not?: InputMaybe<Scalars['BigInt']['input']>;
  /** One of these, 100 at most. */
  readonly createdBlock_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** None of these, 100 at most. */
  readonly createdBlock_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** More than this, or later. */
  readonly createdBlock_gt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At least this, or not before. */
  readonly createdBlock_gte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Less than this, or earlier. */
  readonly createdBlock_lt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At most this, or not after. */
  readonly createdBlock_lte?: InputMaybe<Scalars['BigInt']['input']>;
  /** That block's time. */
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Other than this. */
  readonly createdAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these, 100 at most. */
  readonly createdAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** None of these, 100 at most. */
  readonly createdAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** More than this, or later. */
  readonly createdAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At least this, or not before. */
  readonly createdAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than this, or earlier. */
  readonly createdAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At most this, or not after. */
  readonly createdAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** The hash of the transaction that first had it. */
  readonly createdTx?: InputMaybe<Scalars['Bytes']['input']>;
  /** Other than this. */
  readonly createdTx_not?: InputMaybe<Scalars['Bytes']['input']>;
  /** One of these, 100 at most. */
  readonly createdTx_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** None of these, 100 at most. */
  readonly createdTx_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** In a pool of an operator with this. */
  readonly operator_?: InputMaybe<OperatorFilter>;
  /** In a pool of an asset with this. */
  readonly asset_?: InputMaybe<AssetFilter>;
  /** All of these hold, too. */
  readonly and?: InputMaybe<ReadonlyArray<DelegationFilter>>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<DelegationFilter>>;
  /** This does not hold. */
  readonly not?: InputMaybe<DelegationFilter>;
};

/** In which order delegations come; equal ones as without an order. */
export type DelegationOrder =
  /** By when they began, the newest or largest first. */
  | 'DELEGATED_DESC'
  /** By when they began, the oldest or smallest first. */
  | 'DELEGATED_ASC'
  /** By active shares, the newest or largest first. */
  | 'SHARES_DESC'
  /** By active shares, the oldest or smallest first. */
  | 'SHARES_ASC';

export type Withdrawal = Node & {
  readonly id: Scalars['ID']['output'];
  readonly withdrawalId: Scalars['Bytes']['output'];
  readonly delegator: Scalars['Address']['output'];
  readonly operator: Operator;
  readonly asset: Asset;
  readonly shares: Scalars['BigInt']['output'];
  /** What the shares are worth at the pool's rate now, rounded down: queued ones are slashable too. Null once completed. */
  readonly assets?: Maybe<Scalars['BigInt']['output']>;
  readonly status: WithdrawalStatus;
  readonly queued: Transaction;
  readonly unlocksAt: Scalars['DateTime']['output'];
  /** Null until completed. */
  readonly assetsPaid?: Maybe<Scalars['BigInt']['output']>;
  readonly assetsLostToSlashing?: Maybe<Scalars['BigInt']['output']>;
  readonly completedAt?: Maybe<Scalars['DateTime']['output']>;
};

export type WithdrawalStatus =
  /** Not completed yet; `unlocksAt` says from when it can be. */
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

/** Which withdrawals: every field that is given must hold. */
export type WithdrawalFilter = {
  /** The id that its contract gave it. */
  readonly withdrawalId?: InputMaybe<Scalars['Bytes']['input']>;
  /** Other than this. */
  readonly withdrawalId_not?: InputMaybe<Scalars['Bytes']['input']>;
  /** One of these, 100 at most. */
  readonly withdrawalId_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** None of these, 100 at most. */
  readonly withdrawalId_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** Whose shares. */
  readonly delegator?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly delegator_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly delegator_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly delegator_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** From whose pool. */
  readonly operator?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly operator_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly operator_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly operator_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** The pool's asset. */
  readonly asset?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly asset_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly asset_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly asset_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** Shares that were queued. */
  readonly shares?: InputMaybe<Scalars['BigInt']['input']>;
  /** Other than this. */
  readonly shares_not?: InputMaybe<Scalars['BigInt']['input']>;
  /** One of these, 100 at most. */
  readonly shares_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** None of these, 100 at most. */
  readonly shares_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** More than this, or later. */
  readonly shares_gt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At least this, or not before. */
  readonly shares_gte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Less than this, or earlier. */
  readonly shares_lt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At most this, or not after. */
  readonly shares_lte?: InputMaybe<Scalars['BigInt']['input']>;
  /** From when on it can be completed. */
  readonly unlocksAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Other than this. */
  readonly unlocksAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these, 100 at most. */
  readonly unlocksAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** None of these, 100 at most. */
  readonly unlocksAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** More than this, or later. */
  readonly unlocksAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At least this, or not before. */
  readonly unlocksAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than this, or earlier. */
  readonly unlocksAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At most this, or not after. */
  readonly unlocksAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** When it was completed. */
  readonly completedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Other than this. */
  readonly completedAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these, 100 at most. */
  readonly completedAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** None of these, 100 at most. */
  readonly completedAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** More than this, or later. */
  readonly completedAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At least this, or not before. */
  readonly completedAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than this, or earlier. */
  readonly completedAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At most this, or not after. */
  readonly completedAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** The block that first had it. */
  readonly createdBlock?: InputMaybe<Scalars['BigInt']['input']>;
  /** Other than this. */
  readonly createdBlock_not?: InputMaybe<Scalars['BigInt']['input']>;
  /** One of these, 100 at most. */
  readonly createdBlock_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** None of these, 100 at most. */
  readonly createdBlock_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** More than this, or later. */
  readonly createdBlock_gt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At least this, or not before. */
  readonly createdBlock_gte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Less than this, or earlier. */
  readonly createdBlock_lt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At most this, or not after. */
  readonly createdBlock_lte?: InputMaybe<Scalars['BigInt']['input']>;
  /** That block's time. */
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Other than this. */
  readonly createdAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these, 100 at most. */
  readonly createdAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** None of these, 100 at most. */
  readonly createdAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** More than this, or later. */
  readonly createdAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At least this, or not before. */
  readonly createdAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than this, or earlier. */
  readonly createdAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At most this, or not after. */
  readonly createdAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** The hash of the transaction that first had it. */
  readonly createdTx?: InputMaybe<Scalars['Bytes']['input']>;
  /** Other than this. */
  readonly createdTx_not?: InputMaybe<Scalars['Bytes']['input']>;
  /** One of these, 100 at most. */
  readonly createdTx_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** None of these, 100 at most. */
  readonly createdTx_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** Queued or completed. */
  readonly status?: InputMaybe<WithdrawalStatus>;
  /** From a pool of an operator with this. */
  readonly operator_?: InputMaybe<OperatorFilter>;
  /** From a pool of an asset with this. */
  readonly asset_?: InputMaybe<AssetFilter>;
  /** All of these hold, too. */
  readonly and?: InputMaybe<ReadonlyArray<WithdrawalFilter>>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<WithdrawalFilter>>;
  /** This does not hold. */
  readonly not?: InputMaybe<WithdrawalFilter>;
};

/** In which order withdrawals come; equal ones as without an order. */
export type WithdrawalOrder =
  /** By when they were queued, the newest or largest first. */
  | 'QUEUED_DESC'
  /** By when they were queued, the oldest or smallest first. */
  | 'QUEUED_ASC'
  /** By when they unlock, the newest or largest first. */
  | 'UNLOCKS_DESC'
  /** By when they unlock, the oldest or smallest first. */
  | 'UNLOCKS_ASC'
  /** By shares, the newest or largest first. */
  | 'SHARES_DESC'
  /** By shares, the oldest or smallest first. */
  | 'SHARES_ASC';

/** A paid request to a network, answered by its operators. */
export type Task = Node & {
  readonly id: Scalars['ID']['output'];
  readonly taskId: Scalars['Bytes']['output'];
  readonly network: Network;
  readonly creator: Scalars['Address']['output'];
  readonly payload: Scalars['Bytes']['output'];
  /** Weights and keys count as of the end of this block. */
  readonly referenceBlock: Scalars['BigInt']['output'];
  /** Last moment at which a response is accepted. */
  readonly deadline: Scalars['DateTime']['output'];
  readonly quorumBps: Scalars['Int']['output'];
  readonly feeToken: Scalars['Address']['output'];
  readonly fee: Scalars['BigInt']['output'];
  readonly status: TaskStatus;
  /** Weight of all assigned operators at the reference block. */
  readonly totalWeight: Scalars['BigInt']['output'];
  /** Null until a response was accepted on chain. */
  readonly response?: Maybe<TaskResponse>;
  /** Operators with weight at the reference block, heaviest first, and whether each signed. */
  readonly participants: ReadonlyArray<Participation>;
  /** Signed responses that operators handed in here, oldest first; not all of them need be in the response on chain. */
  readonly signedResponses: ReadonlyArray<SignedResponse>;
  /** Challenges of its response, oldest first: after one that failed or was dismissed there may be another. */
  readonly challenges: ReadonlyArray<Challenge>;
  /** Slashes of operators for offences on it, newest first unless ordered otherwise. */
  readonly slashes: SlashConnection;
  /** What the network's arbiter ruled on the response; null unless it did. Networks that check by themselves have none. */
  readonly ruling?: Maybe<Ruling>;
  /** What happened to the task, in order. How its challenges ended stands in `challenges`. */
  readonly timeline: ReadonlyArray<TaskEvent>;
};


/** A paid request to a network, answered by its operators. */
export type TaskSlashesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<SlashFilter>;
  orderBy?: InputMaybe<SlashOrder>;
};

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

export type TaskResponse = {
  readonly response: Scalars['Bytes']['output'];
  readonly responseHash: Scalars['Bytes']['output'];
  /** Who sent the aggregated signature. */
  readonly aggregator: Scalars['Address']['output'];
  readonly signedWeight: Scalars['BigInt']['output'];
  /** Operators whose signatures are in the aggregate, heaviest first. */
  readonly signers: ReadonlyArray<Operator>;
  /** Assigned operators whose signatures are not. */
  readonly nonSigners: ReadonlyArray<Operator>;
  /** Last moment of the challenge window. */
  readonly challengeDeadline: Scalars['DateTime']['output'];
  readonly transaction: Transaction;
};

/** One operator's part in one task. */
export type Participation = {
  readonly operator: Operator;
  /** Weight at the task's reference block. */
  readonly weight: Scalars['BigInt']['output'];
  /** Whether its signature is in the response on chain; null while there is none. */
  readonly signed?: Maybe<Scalars['Boolean']['output']>;
};

export type TaskEvent = {
  readonly kind: TaskEventKind;
  readonly transaction: Transaction;
};

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

/** What a network's arbiter ruled on a response. */
export type Ruling = {
  /** Whether the response is right. */
  readonly verdict: RulingVerdict;
  /** The arbiter's words, as they stand on chain. */
  readonly reason: Scalars['String']['output'];
  /** When it was ruled. */
  readonly transaction: Transaction;
};

/** What an arbiter can find. */
export type RulingVerdict =
  /** The response is right: a challenge of it fails. */
  | 'RIGHT'
  /** The response is wrong: a challenge of it is upheld. */
  | 'WRONG';

/** An operator's own signature of a response, as handed in by `submitResponse`. */
export type SignedResponse = {
  readonly operator: Operator;
  readonly response: Scalars['Bytes']['output'];
  readonly responseHash: Scalars['Bytes']['output'];
  /** 96 bytes, compressed G2. */
  readonly signature: Scalars['Bytes']['output'];
  /** When the API stored it (its clock, not the chain's). */
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

/** Which tasks: every field that is given must hold. */
export type TaskFilter = {
  /** The id that its contract gave it. */
  readonly taskId?: InputMaybe<Scalars['Bytes']['input']>;
  /** Other than this. */
  readonly taskId_not?: InputMaybe<Scalars['Bytes']['input']>;
  /** One of these, 100 at most. */
  readonly taskId_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** None of these, 100 at most. */
  readonly taskId_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** Whose task it is. */
  readonly network?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly network_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly network_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly network_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** Who paid for it. */
  readonly creator?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly creator_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly creator_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly creator_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** Where it stands. */
  readonly status?: InputMaybe<TaskStatus>;
  /** Other than this. */
  readonly status_not?: InputMaybe<TaskStatus>;
  /** One of these, 100 at most. */
  readonly status_in?: InputMaybe<ReadonlyArray<TaskStatus>>;
  /** None of these, 100 at most. */
  readonly status_not_in?: InputMaybe<ReadonlyArray<TaskStatus>>;
  /** Its deadline. */
  readonly deadline?: InputMaybe<Scalars['DateTime']['input']>;
  /** Other than this. */
  readonly deadline_not?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these, 100 at most. */
  readonly deadline_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** None of these, 100 at most. */
  readonly deadline_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** More than this, or later. */
  readonly deadline_gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At least this, or not before. */
  readonly deadline_gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than this, or earlier. */
  readonly deadline_lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At most this, or not after. */
  readonly deadline_lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Its reference block. */
  readonly referenceBlock?: InputMaybe<Scalars['BigInt']['input']>;
  /** Other than this. */
  readonly referenceBlock_not?: InputMaybe<Scalars['BigInt']['input']>;
  /** One of these, 100 at most. */
  readonly referenceBlock_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** None of these, 100 at most. */
  readonly referenceBlock_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** More than this, or later. */
  readonly referenceBlock_gt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At least this, or not before. */
  readonly referenceBlock_gte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Less than this, or earlier. */
  readonly referenceBlock_lt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At most this, or not after. */
  readonly referenceBlock_lte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Token of its fee. */
  readonly feeToken?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly feeToken_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly feeToken_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly feeToken_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** Its fee. */
  readonly fee?: InputMaybe<Scalars['BigInt']['input']>;
  /** Other than this. */
  readonly fee_not?: InputMaybe<Scalars['BigInt']['input']>;
  /** One of these, 100 at most. */
  readonly fee_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** None of these, 100 at most. */
  readonly fee_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** More than this, or later. */
  readonly fee_gt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At least this, or not before. */
  readonly fee_gte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Less than this, or earlier. */
  readonly fee_lt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At most this, or not after. */
  readonly fee_lte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Weight of its assigned operators. */
  readonly totalWeight?: InputMaybe<Scalars['BigInt']['input']>;
  /** Other than this. */
  readonly totalWeight_not?: InputMaybe<Scalars['BigInt']['input']>;
  /** One of these, 100 at most. */
  readonly totalWeight_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** None of these, 100 at most. */
  readonly totalWeight_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** More than this, or later. */
  readonly totalWeight_gt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At least this, or not before. */
  readonly totalWeight_gte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Less than this, or earlier. */
  readonly totalWeight_lt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At most this, or not after. */
  readonly totalWeight_lte?: InputMaybe<Scalars['BigInt']['input']>;
  /** When a response was accepted. */
  readonly respondedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Other than this. */
  readonly respondedAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these, 100 at most. */
  readonly respondedAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** None of these, 100 at most. */
  readonly respondedAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** More than this, or later. */
  readonly respondedAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At least this, or not before. */
  readonly respondedAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than this, or earlier. */
  readonly respondedAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At most this, or not after. */
  readonly respondedAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** When it became final, expired or rejected. */
  readonly closedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Other than this. */
  readonly closedAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these, 100 at most. */
  readonly closedAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** None of these, 100 at most. */
  readonly closedAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** More than this, or later. */
  readonly closedAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At least this, or not before. */
  readonly closedAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than this, or earlier. */
  readonly closedAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At most this, or not after. */
  readonly closedAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** The block that first had it. */
  readonly createdBlock?: InputMaybe<Scalars['BigInt']['input']>;
  /** Other than this. */
  readonly createdBlock_not?: InputMaybe<Scalars['BigInt']['input']>;
  /** One of these, 100 at most. */
  readonly createdBlock_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** None of these, 100 at most. */
  readonly createdBlock_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** More than this, or later. */
  readonly createdBlock_gt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At least this, or not before. */
  readonly createdBlock_gte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Less than this, or earlier. */
  readonly createdBlock_lt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At most this, or not after. */
  readonly createdBlock_lte?: InputMaybe<Scalars['BigInt']['input']>;
  /** That block's time. */
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Other than this. */
  readonly createdAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these, 100 at most. */
  readonly createdAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** None of these, 100 at most. */
  readonly createdAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** More than this, or later. */
  readonly createdAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At least this, or not before. */
  readonly createdAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than this, or earlier. */
  readonly createdAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At most this, or not after. */
  readonly createdAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** The hash of the transaction that first had it. */
  readonly createdTx?: InputMaybe<Scalars['Bytes']['input']>;
  /** Other than this. */
  readonly createdTx_not?: InputMaybe<Scalars['Bytes']['input']>;
  /** One of these, 100 at most. */
  readonly createdTx_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** None of these, 100 at most. */
  readonly createdTx_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** Tasks that this operator was assigned. */
  readonly operator?: InputMaybe<Scalars['Address']['input']>;
  /** Needs `operator` beside it. True: tasks to which it has not handed in a response here; false: those to which it has. */
  readonly awaitingResponse?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of a network with this. */
  readonly network_?: InputMaybe<NetworkFilter>;
  /** Tasks that some operator with this was assigned. */
  readonly operator_?: InputMaybe<OperatorFilter>;
  /** All of these hold, too. */
  readonly and?: InputMaybe<ReadonlyArray<TaskFilter>>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<TaskFilter>>;
  /** This does not hold. */
  readonly not?: InputMaybe<TaskFilter>;
};

/** In which order tasks come; equal ones as without an order. */
export type TaskOrder =
  /** By when they were created, the newest or largest first. */
  | 'CREATED_DESC'
  /** By when they were created, the oldest or smallest first. */
  | 'CREATED_ASC'
  /** By deadline, the newest or largest first. */
  | 'DEADLINE_DESC'
  /** By deadline, the oldest or smallest first. */
  | 'DEADLINE_ASC'
  /** By fee, the newest or largest first. */
  | 'FEE_DESC'
  /** By fee, the oldest or smallest first. */
  | 'FEE_ASC';

/** A bonded doubt about a task's response, which the network's verifier decides. */
export type Challenge = Node & {
  /** Global id, for `node`. */
  readonly id: Scalars['ID']['output'];
  /** The id that its contract gave it. */
  readonly challengeId: Scalars['Bytes']['output'];
  /** The task whose response is doubted. */
  readonly task: Task;
  /** The task's network, whose verifier decides. */
  readonly network: Network;
  /** Who put up the bond. */
  readonly challenger: Scalars['Address']['output'];
  /** Token of the bond. */
  readonly bondToken: Scalars['Address']['output'];
  /** What the challenger put up, in the token's smallest unit. */
  readonly bond: Scalars['BigInt']['output'];
  /** Last moment at which a decision counts; after it the challenge can be dismissed. */
  readonly resolveBy: Scalars['DateTime']['output'];
  /** Whether and how it was decided. */
  readonly outcome: ChallengeOutcome;
  /** What the challenger got back, null while pending. What it did not went to the network's rewards. */
  readonly bondReturned?: Maybe<Scalars['BigInt']['output']>;
  /** What of the bond could be paid to nobody for now, since its token is halted; 0 once it is settled. */
  readonly bondHeld: Scalars['BigInt']['output'];
  /** When it was raised. */
  readonly raised: Transaction;
  /** When it was decided; null while pending. */
  readonly resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Hash of the transaction that decided it; null while pending. */
  readonly resolvedTx?: Maybe<Scalars['Bytes']['output']>;
};

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

/** A page of challenges. */
export type ChallengeConnection = {
  /** The page with a cursor for each. */
  readonly edges: ReadonlyArray<ChallengeEdge>;
  /** The page without cursors. */
  readonly nodes: ReadonlyArray<Challenge>;
  /** Whether there is more, and from where. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One of a page of challenges. */
export type ChallengeEdge = {
  /** Its place in the list, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The object itself. */
  readonly node: Challenge;
};

/** Which challenges: every field that is given must hold. */
export type ChallengeFilter = {
  /** The id that its contract gave it. */
  readonly challengeId?: InputMaybe<Scalars['Bytes']['input']>;
  /** Other than this. */
  readonly challengeId_not?: InputMaybe<Scalars['Bytes']['input']>;
  /** One of these, 100 at most. */
  readonly challengeId_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** None of these, 100 at most. */
  readonly challengeId_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** Whose task's response is doubted. */
  readonly network?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly network_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly network_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly network_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** The task whose response is doubted. */
  readonly taskId?: InputMaybe<Scalars['Bytes']['input']>;
  /** Other than this. */
  readonly taskId_not?: InputMaybe<Scalars['Bytes']['input']>;
  /** One of these, 100 at most. */
  readonly taskId_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** None of these, 100 at most. */
  readonly taskId_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** Who put up the bond. */
  readonly challenger?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly challenger_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly challenger_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly challenger_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** How it ended. */
  readonly outcome?: InputMaybe<ChallengeOutcome>;
  /** Other than this. */
  readonly outcome_not?: InputMaybe<ChallengeOutcome>;
  /** One of these, 100 at most. */
  readonly outcome_in?: InputMaybe<ReadonlyArray<ChallengeOutcome>>;
  /** None of these, 100 at most. */
  readonly outcome_not_in?: InputMaybe<ReadonlyArray<ChallengeOutcome>>;
  /** Token of the bond. */
  readonly bondToken?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly bondToken_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly bondToken_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly bondToken_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** The bond. */
  readonly bond?: InputMaybe<Scalars['BigInt']['input']>;
  /** Other than this. */
  readonly bond_not?: InputMaybe<Scalars['BigInt']['input']>;
  /** One of these, 100 at most. */
  readonly bond_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** None of these, 100 at most. */
  readonly bond_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** More than this, or later. */
  readonly bond_gt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At least this, or not before. */
  readonly bond_gte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Less than this, or earlier. */
  readonly bond_lt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At most this, or not after. */
  readonly bond_lte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Until when a decision counts. */
  readonly resolveBy?: InputMaybe<Scalars['DateTime']['input']>;
  /** Other than this. */
  readonly resolveBy_not?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these, 100 at most. */
  readonly resolveBy_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** None of these, 100 at most. */
  readonly resolveBy_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** More than this, or later. */
  readonly resolveBy_gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At least this, or not before. */
  readonly resolveBy_gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than this, or earlier. */
  readonly resolveBy_lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At most this, or not after. */
  readonly resolveBy_lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** When it was decided. */
  readonly resolvedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Other than this. */
  readonly resolvedAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these, 100 at most. */
  readonly resolvedAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** None of these, 100 at most. */
  readonly resolvedAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** More than this, or later. */
  readonly resolvedAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At least this, or not before. */
  readonly resolvedAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than this, or earlier. */
  readonly resolvedAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At most this, or not after. */
  readonly resolvedAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** The block that first had it. */
  readonly createdBlock?: InputMaybe<Scalars['BigInt']['input']>;
  /** Other than this. */
  readonly createdBlock_not?: InputMaybe<Scalars['BigInt']['input']>;
  /** One of these, 100 at most. */
  readonly createdBlock_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** None of these, 100 at most. */
  readonly createdBlock_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** More than this, or later. */
  readonly createdBlock_gt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At least this, or not before. */
  readonly createdBlock_gte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Less than this, or earlier. */
  readonly createdBlock_lt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At most this, or not after. */
  readonly createdBlock_lte?: InputMaybe<Scalars['BigInt']['input']>;
  /** That block's time. */
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Other than this. */
  readonly createdAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these, 100 at most. */
  readonly createdAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** None of these, 100 at most. */
  readonly createdAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** More than this, or later. */
  readonly createdAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At least this, or not before. */
  readonly createdAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than this, or earlier. */
  readonly createdAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At most this, or not after. */
  readonly createdAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** The hash of the transaction that first had it. */
  readonly createdTx?: InputMaybe<Scalars['Bytes']['input']>;
  /** Other than this. */
  readonly createdTx_not?: InputMaybe<Scalars['Bytes']['input']>;
  /** One of these, 100 at most. */
  readonly createdTx_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** None of these, 100 at most. */
  readonly createdTx_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** In a network with this. */
  readonly network_?: InputMaybe<NetworkFilter>;
  /** Of the response to a task with this. */
  readonly task_?: InputMaybe<TaskFilter>;
  /** All of these hold, too. */
  readonly and?: InputMaybe<ReadonlyArray<ChallengeFilter>>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<ChallengeFilter>>;
  /** This does not hold. */
  readonly not?: InputMaybe<ChallengeFilter>;
};

/** In which order challenges come; equal ones as without an order. */
export type ChallengeOrder =
  /** By when they were raised, the newest or largest first. */
  | 'RAISED_DESC'
  /** By when they were raised, the oldest or smallest first. */
  | 'RAISED_ASC'
  /** By until when a decision counts, the newest or largest first. */
  | 'RESOLVE_BY_DESC'
  /** By until when a decision counts, the oldest or smallest first. */
  | 'RESOLVE_BY_ASC'
  /** By bond, the newest or largest first. */
  | 'BOND_DESC'
  /** By bond, the oldest or smallest first. */
  | 'BOND_ASC';

/** One offence of one operator on one task, and what it cost the operator's pools. */
export type Slash = Node & {
  /** Global id, for `node`. */
  readonly id: Scalars['ID']['output'];
  /** The id that its contract gave it. */
  readonly slashId: Scalars['Bytes']['output'];
  /** Who was slashed. */
  readonly operator: Operator;
  /** Whose rules it broke; its part of the operator's pools was taken. */
  readonly network: Network;
  /** The task on which the offence was. */
  readonly task: Task;
  /** What it did. */
  readonly offence: Offence;
  /** Who brought the evidence: the challenger, or whoever proved the equivocation. */
  readonly reporter: Scalars['Address']['output'];
  /** The challenge's id, or the hash of the equivocation's evidence. */
  readonly evidenceHash: Scalars['Bytes']['output'];
  /** The challenge that led to it; null for an equivocation. */
  readonly challenge?: Maybe<Challenge>;
  /** Part of the operator's magnitude in the network that was taken, 1e18 = all. */
  readonly fraction: Scalars['BigInt']['output'];
  /** A line per asset of which the network had a part, in the order of the events. */
  readonly assets: ReadonlyArray<AssetSlash>;
  /** When it was slashed. */
  readonly transaction: Transaction;
};

/** What an operator can be slashed for. */
export type Offence =
  /** It signed a response that a challenge proved wrong. */
  | 'WRONG_RESPONSE'
  /** It signed two responses to one task. */
  | 'EQUIVOCATION';

/**
 * What one slash took of one pool. Active and queued shares lose alike: a delegator's loss is its shares times the fall of
 * the rate.
 */
export type AssetSlash = {
  /** The pool's asset; amounts below are in its smallest unit. */
  readonly asset: Asset;
  /** Taken from the network's magnitude and from the pool's alike. */
  readonly magnitudeSlashed: Scalars['BigInt']['output'];
  /** The network's magnitude after the slash. */
  readonly magnitudeAfter: Scalars['BigInt']['output'];
  /** The pool's magnitude after the slash. */
  readonly totalMagnitudeAfter: Scalars['BigInt']['output'];
  /** Part of the pool's assets that was taken, 1e18 = all, rounded up. */
  readonly fraction: Scalars['BigInt']['output'];
  /** Assets lost by shares that were not queued for withdrawal. */
  readonly activeSlashed: Scalars['BigInt']['output'];
  /** Assets lost by shares in the withdrawal queue. */
  readonly queuedSlashed: Scalars['BigInt']['output'];
  /** Assets per 1e18 shares before the slash, rounded down. */
  readonly assetsPerShareBefore: Scalars['BigInt']['output'];
  /** Assets per 1e18 shares after the slash, rounded down. */
  readonly assetsPerShareAfter: Scalars['BigInt']['output'];
  /** Whether the assets were paid out: an asset's own troubles can delay that, and anyone may try again. */
  readonly distributed: Scalars['Boolean']['output'];
  /** What whoever brought the evidence was paid; null until distributed. */
  readonly reporterAmount?: Maybe<Scalars['BigInt']['output']>;
  /** Where the rest went; null until distributed. */
  readonly sink?: Maybe<SlashSink>;
  /** The account that received the rest; null until distributed. */
  readonly sinkRecipient?: Maybe<Scalars['Address']['output']>;
  /** What the sink received; null until distributed. */
  readonly sinkAmount?: Maybe<Scalars['BigInt']['output']>;
  /** When it was paid out; null until distributed. */
  readonly distributedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Hash of the transaction that paid it out; null until distributed. */
  readonly distributedTx?: Maybe<Scalars['Bytes']['output']>;
  /**
   * What each delegator lost, most first; of one when it is given: shares at the end of the block before the slash times the fall of the
   * rate, rounded down.
   */
  readonly losses: ReadonlyArray<DelegatorLoss>;
};


/**
 * What one slash took of one pool. Active and queued shares lose alike: a delegator's loss is its shares times the fall of
 * the rate.
 */
export type AssetSlashLossesArgs = {
  delegator?: InputMaybe<Scalars['Address']['input']>;
};

/** A page of slashes. */
export type SlashConnection = {
  /** The page with a cursor for each. */
  readonly edges: ReadonlyArray<SlashEdge>;
  /** The page without cursors. */
  readonly nodes: ReadonlyArray<Slash>;
  /** Whether there is more, and from where. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One of a page of slashes. */
export type SlashEdge = {
  /** Its place in the list, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The object itself. */
  readonly node: Slash;
};

/** Which slashes: every field that is given must hold. */
export type SlashFilter = {
  /** The id that its contract gave it. */
  readonly slashId?: InputMaybe<Scalars['Bytes']['input']>;
  /** Other than this. */
  readonly slashId_not?: InputMaybe<Scalars['Bytes']['input']>;
  /** One of these, 100 at most. */
  readonly slashId_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** None of these, 100 at most. */
  readonly slashId_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** Who was slashed. */
  readonly operator?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly operator_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly operator_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly operator_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** Whose rules it broke. */
  readonly network?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly network_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly network_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly network_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** The task of the offence. */
  readonly taskId?: InputMaybe<Scalars['Bytes']['input']>;
  /** Other than this. */
  readonly taskId_not?: InputMaybe<Scalars['Bytes']['input']>;
  /** One of these, 100 at most. */
  readonly taskId_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** None of these, 100 at most. */
  readonly taskId_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** Who brought the evidence. */
  readonly reporter?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly reporter_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly reporter_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly reporter_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** What it did. */
  readonly offence?: InputMaybe<Offence>;
  /** Other than this. */
  readonly offence_not?: InputMaybe<Offence>;
  /** One of these, 100 at most. */
  readonly offence_in?: InputMaybe<ReadonlyArray<Offence>>;
  /** None of these, 100 at most. */
  readonly offence_not_in?: InputMaybe<ReadonlyArray<Offence>>;
  /** Part of the magnitude that was taken, 1e18 = all. */
  readonly fraction?: InputMaybe<Scalars['BigInt']['input']>;
  /** Other than this. */
  readonly fraction_not?: InputMaybe<Scalars['BigInt']['input']>;
  /** One of these, 100 at most. */
  readonly fraction_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** None of these, 100 at most. */
  readonly fraction_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** More than this, or later. */
  readonly fraction_gt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At least this, or not before. */
  readonly fraction_gte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Less than this, or earlier. */
  readonly fraction_lt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At most this, or not after. */
  readonly fraction_lte?: InputMaybe<Scalars['BigInt']['input']>;
  /** The block that first had it. */
  readonly createdBlock?: InputMaybe<Scalars['BigInt']['input']>;
  /** Other than this. */
  readonly createdBlock_not?: InputMaybe<Scalars['BigInt']['input']>;
  /** One of these, 100 at most. */
  readonly createdBlock_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** None of these, 100 at most. */
  readonly createdBlock_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** More than this, or later. */
  readonly createdBlock_gt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At least this, or not before. */
  readonly createdBlock_gte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Less than this, or earlier. */
  readonly createdBlock_lt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At most this, or not after. */
  readonly createdBlock_lte?: InputMaybe<Scalars['BigInt']['input']>;
  /** That block's time. */
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Other than this. */
  readonly createdAt_not?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these, 100 at most. */
  readonly createdAt_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** None of these, 100 at most. */
  readonly createdAt_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** More than this, or later. */
  readonly createdAt_gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At least this, or not before. */
  readonly createdAt_gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than this, or earlier. */
  readonly createdAt_lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At most this, or not after. */
  readonly createdAt_lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** The hash of the transaction that first had it. */
  readonly createdTx?: InputMaybe<Scalars['Bytes']['input']>;
  /** Other than this. */
  readonly createdTx_not?: InputMaybe<Scalars['Bytes']['input']>;
  /** One of these, 100 at most. */
  readonly createdTx_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** None of these, 100 at most. */
  readonly createdTx_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** Of an operator with this. */
  readonly operator_?: InputMaybe<OperatorFilter>;
  /** In a network with this. */
  readonly network_?: InputMaybe<NetworkFilter>;
  /** For an offence on a task with this. */
  readonly task_?: InputMaybe<TaskFilter>;
  /** All of these hold, too. */
  readonly and?: InputMaybe<ReadonlyArray<SlashFilter>>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<SlashFilter>>;
  /** This does not hold. */
  readonly not?: InputMaybe<SlashFilter>;
};

/** In which order slashes come; equal ones as without an order. */
export type SlashOrder =
  /** By when it was, the newest or largest first. */
  | 'SLASHED_DESC'
  /** By when it was, the oldest or smallest first. */
  | 'SLASHED_ASC'
  /** By the part of the magnitude that was taken, the newest or largest first. */
  | 'FRACTION_DESC'
  /** By the part of the magnitude that was taken, the oldest or smallest first. */
  | 'FRACTION_ASC';

/** What one network can take of one operator's pool of one asset, should it slash all that it may. Networks' parts add up. */
export type Exposure = {
  /** Who may slash. */
  readonly network: Network;
  /** Whose pool it is. */
  readonly operator: Operator;
  /** The pool's asset; amounts are in its smallest unit. */
  readonly asset: Asset;
  /** The network's part of the pool now. */
  readonly magnitude: Scalars['BigInt']['output'];
  /** The pool's magnitude, of which networks have their parts. */
  readonly totalMagnitude: Scalars['BigInt']['output'];
  /** Assets behind all shares of the pool, queued ones included. */
  readonly totalAssets: Scalars['BigInt']['output'];
  /** `totalAssets * magnitude / totalMagnitude`, rounded up. */
  readonly slashable: Scalars['BigInt']['output'];
  /** What of it active shares would lose. */
  readonly active: Scalars['BigInt']['output'];
  /** What of it shares in the withdrawal queue would lose. */
  readonly queued: Scalars['BigInt']['output'];
};

/** What a slash would take of one pool. */
export type SimulatedSlash = {
  /** Who would slash. */
  readonly network: Network;
  /** Who would be slashed. */
  readonly operator: Operator;
  /** The pool's asset; amounts are in its smallest unit. */
  readonly asset: Asset;
  /** Taken from the network's magnitude and from the pool's alike. */
  readonly magnitudeSlashed: Scalars['BigInt']['output'];
  /** The network's magnitude afterwards. */
  readonly magnitudeAfter: Scalars['BigInt']['output'];
  /** The pool's magnitude afterwards. */
  readonly totalMagnitudeAfter: Scalars['BigInt']['output'];
  /** The pool's assets afterwards. */
  readonly totalAssetsAfter: Scalars['BigInt']['output'];
  /** Assets that active shares would lose, with what rounding takes. */
  readonly activeSlashed: Scalars['BigInt']['output'];
  /** Assets that shares in the withdrawal queue would lose. */
  readonly queuedSlashed: Scalars['BigInt']['output'];
  /** Assets per 1e18 shares before, rounded down. */
  readonly assetsPerShareBefore: Scalars['BigInt']['output'];
  /** Assets per 1e18 shares afterwards, rounded down. */
  readonly assetsPerShareAfter: Scalars['BigInt']['output'];
  /** What each delegator would lose, most first; of one when it is given. */
  readonly losses: ReadonlyArray<DelegatorLoss>;
};


/** What a slash would take of one pool. */
export type SimulatedSlashLossesArgs = {
  delegator?: InputMaybe<Scalars['Address']['input']>;
};

/** What a delegator loses by a slash of one pool. */
export type DelegatorLoss = {
  /** Who loses. */
  readonly delegator: Scalars['Address']['output'];
  /** With active shares, in the asset's smallest unit. */
  readonly active: Scalars['BigInt']['output'];
  /** With withdrawals that are queued. */
  readonly queued: Scalars['BigInt']['output'];
};

/** How long a bucket is. */
export type BucketInterval =
  /** An hour. */
  | 'HOUR'
  /** A day, in UTC. */
  | 'DAY';

/** What happened in an hour or a day. Of an operator only its part: `assigned`, `signed` and `slashes`. */
export type ActivityBucket = {
  /** Its first moment. */
  readonly start: Scalars['DateTime']['output'];
  /** Tasks that were created. */
  readonly tasksCreated: Scalars['BigInt']['output'];
  /** Tasks that were answered. */
  readonly tasksResponded: Scalars['BigInt']['output'];
  /** Tasks that were marked as unanswered. */
  readonly tasksExpired: Scalars['BigInt']['output'];
  /** Tasks whose response became final. */
  readonly tasksFinalised: Scalars['BigInt']['output'];
  /** Tasks whose response was found wrong. */
  readonly tasksRejected: Scalars['BigInt']['output'];
  /** Challenges that were raised. */
  readonly challengesRaised: Scalars['BigInt']['output'];
  /** Operators times tasks that were answered. */
  readonly assigned: Scalars['BigInt']['output'];
  /** How many of those signed; the rest missed. */
  readonly signed: Scalars['BigInt']['output'];
  /** Slashes. */
  readonly slashes: Scalars['BigInt']['output'];
  /** Of a network: its recorded weight at the end; null before it ever had any, and of others. */
  readonly weight?: Maybe<Scalars['BigInt']['output']>;
};

/** An asset's stake in an hour or a day, in its smallest unit. */
export type StakeBucket = {
  /** Its first moment. */
  readonly start: Scalars['DateTime']['output'];
  /** The asset. */
  readonly asset: Asset;
  /** Deposited. */
  readonly deposited: Scalars['BigInt']['output'];
  /** Paid out of the withdrawal queue. */
  readonly withdrawn: Scalars['BigInt']['output'];
  /** Taken by slashes. */
  readonly slashed: Scalars['BigInt']['output'];
  /** What was staked at the end, queued withdrawals included; null before there was any, and of networks. */
  readonly staked?: Maybe<Scalars['BigInt']['output']>;
};

/** What came in for rewards in an hour or a day, in the token's smallest unit. */
export type RewardBucket = {
  /** Its first moment. */
  readonly start: Scalars['DateTime']['output'];
  /** The token. */
  readonly token: Scalars['Address']['output'];
  /** Fees of tasks. */
  readonly fees: Scalars['BigInt']['output'];
  /** Bonds of challenges that failed. */
  readonly forfeitedBonds: Scalars['BigInt']['output'];
  /** Slashed stake that went into rewards. */
  readonly slashedStake: Scalars['BigInt']['output'];
  /** What earners claimed; in total alone. */
  readonly claimed: Scalars['BigInt']['output'];
};

/** A version of an operator: of several changes in one block the last makes it. */
export type OperatorVersion = {
  /** May claim the operator's commission. */
  readonly payout: Scalars['Address']['output'];
  /** Its metadata. */
  readonly metadataUri: Scalars['String']['output'];
  /** The first block at whose end it was so. */
  readonly sinceBlock: Scalars['BigInt']['output'];
  /** That block's time. */
  readonly since: Scalars['DateTime']['output'];
  /** The block in which it ceased to be so; null while it is. */
  readonly untilBlock?: Maybe<Scalars['BigInt']['output']>;
  /** That block's time; null while it is so. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of versions. */
export type OperatorVersionConnection = {
  /** The page with a cursor for each. */
  readonly edges: ReadonlyArray<OperatorVersionEdge>;
  /** The page without cursors. */
  readonly nodes: ReadonlyArray<OperatorVersion>;
  /** Whether there is more, and from where. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One of a page of versions. */
export type OperatorVersionEdge = {
  /** Its place in the list, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The version itself. */
  readonly node: OperatorVersion;
};

/** A version of a pool: of several changes in one block the last makes it. */
export type PoolVersion = {
  /** Assets behind all shares. */
  readonly totalAssets: Scalars['BigInt']['output'];
  /** All shares. */
  readonly totalShares: Scalars['BigInt']['output'];
  /** Shares queued for withdrawal. */
  readonly queuedShares: Scalars['BigInt']['output'];
  /** The first block at whose end it was so. */
  readonly sinceBlock: Scalars['BigInt']['output'];
  /** That block's time. */
  readonly since: Scalars['DateTime']['output'];
  /** The block in which it ceased to be so; null while it is. */
  readonly untilBlock?: Maybe<Scalars['BigInt']['output']>;
  /** That block's time; null while it is so. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of versions. */
export type PoolVersionConnection = {
  /** The page with a cursor for each. */
  readonly edges: ReadonlyArray<PoolVersionEdge>;
  /** The page without cursors. */
  readonly nodes: ReadonlyArray<PoolVersion>;
  /** Whether there is more, and from where. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One of a page of versions. */
export type PoolVersionEdge = {
  /** Its place in the list, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The version itself. */
  readonly node: PoolVersion;
};

/** A version of a network: of several changes in one block the last makes it. */
export type NetworkVersion = {
  /** Its owner. */
  readonly owner: Scalars['Address']['output'];
  /** Its metadata. */
  readonly metadataUri: Scalars['String']['output'];
  /** Its status. */
  readonly status: NetworkStatus;
  /** Recorded weight of all its operators. */
  readonly totalWeight: Scalars['BigInt']['output'];
  /** The first block at whose end it was so. */
  readonly sinceBlock: Scalars['BigInt']['output'];
  /** That block's time. */
  readonly since: Scalars['DateTime']['output'];
  /** The block in which it ceased to be so; null while it is. */
  readonly untilBlock?: Maybe<Scalars['BigInt']['output']>;
  /** That block's time; null while it is so. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of versions. */
export type NetworkVersionConnection = {
  /** The page with a cursor for each. */
  readonly edges: ReadonlyArray<NetworkVersionEdge>;
  /** The page without cursors. */
  readonly nodes: ReadonlyArray<NetworkVersion>;
  /** Whether there is more, and from where. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One of a page of versions. */
export type NetworkVersionEdge = {
  /** Its place in the list, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The version itself. */
  readonly node: NetworkVersion;
};

/** A version of a membership: of several changes in one block the last makes it. */
export type MembershipVersion = {
  /** Whether the operator served. */
  readonly optedIn: Scalars['Boolean']['output'];
  /** Recorded weight. */
  readonly weight: Scalars['BigInt']['output'];
  /** After opting out: until when it stays slashable. */
  readonly slashableUntil?: Maybe<Scalars['DateTime']['output']>;
  /** The first block at whose end it was so. */
  readonly sinceBlock: Scalars['BigInt']['output'];
  /** That block's time. */
  readonly since: Scalars['DateTime']['output'];
  /** The block in which it ceased to be so; null while it is. */
  readonly untilBlock?: Maybe<Scalars['BigInt']['output']>;
  /** That block's time; null while it is so. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of versions. */
export type MembershipVersionConnection = {
  /** The page with a cursor for each. */
  readonly edges: ReadonlyArray<MembershipVersionEdge>;
  /** The page without cursors. */
  readonly nodes: ReadonlyArray<MembershipVersion>;
  /** Whether there is more, and from where. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One of a page of versions. */
export type MembershipVersionEdge = {
  /** Its place in the list, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The version itself. */
  readonly node: MembershipVersion;
};

/** A version of an allocation: of several changes in one block the last makes it. */
export type AllocationVersion = {
  /** What counted before `effectiveAt`. */
  readonly magnitude: Scalars['BigInt']['output'];
  /** What counted from `effectiveAt` on. */
  readonly nextMagnitude: Scalars['BigInt']['output'];
  /** When the change has its effect. */
  readonly effectiveAt: Scalars['DateTime']['output'];
  /** The first block at whose end it was so. */
  readonly sinceBlock: Scalars['BigInt']['output'];
  /** That block's time. */
  readonly since: Scalars['DateTime']['output'];
  /** The block in which it ceased to be so; null while it is. */
  readonly untilBlock?: Maybe<Scalars['BigInt']['output']>;
  /** That block's time; null while it is so. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of versions. */
export type AllocationVersionConnection = {
  /** The page with a cursor for each. */
  readonly edges: ReadonlyArray<AllocationVersionEdge>;
  /** The page without cursors. */
  readonly nodes: ReadonlyArray<AllocationVersion>;
  /** Whether there is more, and from where. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One of a page of versions. */
export type AllocationVersionEdge = {
  /** Its place in the list, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The version itself. */
  readonly node: AllocationVersion;
};

/** A version of a delegation: of several changes in one block the last makes it. */
export type DelegationVersion = {
  /** Active shares. */
  readonly shares: Scalars['BigInt']['output'];
  /** The first block at whose end it was so. */
  readonly sinceBlock: Scalars['BigInt']['output'];
  /** That block's time. */
  readonly since: Scalars['DateTime']['output'];
  /** The block in which it ceased to be so; null while it is. */
  readonly untilBlock?: Maybe<Scalars['BigInt']['output']>;
  /** That block's time; null while it is so. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of versions. */
export type DelegationVersionConnection = {
  /** The page with a cursor for each. */
  readonly edges: ReadonlyArray<DelegationVersionEdge>;
  /** The page without cursors. */
  readonly nodes: ReadonlyArray<DelegationVersion>;
  /** Whether there is more, and from where. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One of a page of versions. */
export type DelegationVersionEdge = {
  /** Its place in the list, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The version itself. */
  readonly node: DelegationVersion;
};

/** Someone who may have stake behind operators. */
export type Delegator = {
  /** Its address. */
  readonly address: Scalars['Address']['output'];
  /** Its active shares, newest first unless ordered otherwise. */
  readonly delegations: DelegationConnection;
  /** Its withdrawals, newest first unless ordered otherwise. */
  readonly withdrawals: WithdrawalConnection;
};


/** Someone who may have stake behind operators. */
export type DelegatorDelegationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<DelegationFilter>;
  orderBy?: InputMaybe<DelegationOrder>;
};


/** Someone who may have stake behind operators. */
export type DelegatorWithdrawalsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  where?: InputMaybe<WithdrawalFilter>;
  orderBy?: InputMaybe<WithdrawalOrder>;
};

/** What a search can find. */
export type SearchResult = Asset | Operator | Network | Task | Challenge | Slash;

/** An event of a contract, as it was emitted. */
export type ContractEvent = {
  /** The contract that emitted it. */
  readonly address: Scalars['Address']['output'];
  /** That contract's name in the ABI. */
  readonly contract: Scalars['String']['output'];
  /** The event's name in the ABI. */
  readonly name: Scalars['String']['output'];
  /** Its arguments by name as JSON text: integers above 48 bits as decimal strings, addresses and bytes in lowercase. */
  readonly args: Scalars['String']['output'];
  /** Its place among the logs of its block. */
  readonly logIndex: Scalars['Int']['output'];
  /** When it was emitted. */
  readonly transaction: Transaction;
};

/** A page of events. How many there are in all is not counted: the log is long. */
export type ContractEventConnection = {
  /** The page with a cursor for each. */
  readonly edges: ReadonlyArray<ContractEventEdge>;
  /** The page without cursors. */
  readonly nodes: ReadonlyArray<ContractEvent>;
  /** Whether there is more, and from where. */
  readonly pageInfo: PageInfo;
};

/** One of a page of events. */
export type ContractEventEdge = {
  /** Its place in the list, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The object itself. */
  readonly node: ContractEvent;
};

/** Which events: every field that is given must hold. */
export type ContractEventFilter = {
  /** The contract's name in the ABI, as `TaskManager`. */
  readonly contract?: InputMaybe<Scalars['String']['input']>;
  /** Other than this. */
  readonly contract_not?: InputMaybe<Scalars['String']['input']>;
  /** One of these, 100 at most. */
  readonly contract_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** None of these, 100 at most. */
  readonly contract_not_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The event's name, as `TaskCreated`. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Other than this. */
  readonly name_not?: InputMaybe<Scalars['String']['input']>;
  /** One of these, 100 at most. */
  readonly name_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** None of these, 100 at most. */
  readonly name_not_in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The contract that emitted it. */
  readonly address?: InputMaybe<Scalars['Address']['input']>;
  /** Other than this. */
  readonly address_not?: InputMaybe<Scalars['Address']['input']>;
  /** One of these, 100 at most. */
  readonly address_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** None of these, 100 at most. */
  readonly address_not_in?: InputMaybe<ReadonlyArray<Scalars['Address']['input']>>;
  /** Hash of its transaction. */
  readonly tx?: InputMaybe<Scalars['Bytes']['input']>;
  /** Other than this. */
  readonly tx_not?: InputMaybe<Scalars['Bytes']['input']>;
  /** One of these, 100 at most. */
  readonly tx_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** None of these, 100 at most. */
  readonly tx_not_in?: InputMaybe<ReadonlyArray<Scalars['Bytes']['input']>>;
  /** Its block. */
  readonly block?: InputMaybe<Scalars['BigInt']['input']>;
  /** Other than this. */
  readonly block_not?: InputMaybe<Scalars['BigInt']['input']>;
  /** One of these, 100 at most. */
  readonly block_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** None of these, 100 at most. */
  readonly block_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** More than this, or later. */
  readonly block_gt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At least this, or not before. */
  readonly block_gte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Less than this, or earlier. */
  readonly block_lt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At most this, or not after. */
  readonly block_lte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Its block's time. */
  readonly timestamp?: InputMaybe<Scalars['DateTime']['input']>;
  /** Other than this. */
  readonly timestamp_not?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these, 100 at most. */
  readonly timestamp_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** None of these, 100 at most. */
  readonly timestamp_not_in?: InputMaybe<ReadonlyArray<Scalars['DateTime']['input']>>;
  /** More than this, or later. */
  readonly timestamp_gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At least this, or not before. */
  readonly timestamp_gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than this, or earlier. */
  readonly timestamp_lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** At most this, or not after. */
  readonly timestamp_lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** In this block or a later one: `block_gte`. */
  readonly fromBlock?: InputMaybe<Scalars['BigInt']['input']>;
  /** In this block or an earlier one: `block_lte`. */
  readonly toBlock?: InputMaybe<Scalars['BigInt']['input']>;
  /** All of these hold, too. */
  readonly and?: InputMaybe<ReadonlyArray<ContractEventFilter>>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<ContractEventFilter>>;
  /** This does not hold. */
  readonly not?: InputMaybe<ContractEventFilter>;
};

/** In which order events come. */
export type ContractEventOrder =
  /** Newest first. */
  | 'EMITTED_DESC'
  /** Oldest first. */
  | 'EMITTED_ASC';

/** A group of functions that a guardian may halt and governance resumes. Leaving is never halted. */
export type Pause = {
  /** Which functions. */
  readonly group: PauseGroup;
  /** Whether they are halted now. */
  readonly paused: Scalars['Boolean']['output'];
  /** Who set it last; null when nobody ever did. */
  readonly account?: Maybe<Scalars['Address']['output']>;
  /** When it was set last; null when it never was. */
  readonly transaction?: Maybe<Transaction>;
};

/** The functions that can be halted together. */
export type PauseGroup =
  /** Registering operators and networks, opting in, raising allocations. */
  | 'REGISTRATION'
  /** Delegating. */
  | 'DEPOSITS'
  /** Completing withdrawals. */
  | 'WITHDRAWALS'
  /** Creating, answering and finalising tasks. */
  | 'TASKS'
  /** Challenges, their resolution, equivocation proofs, and finalising, which would end the time to challenge. */
  | 'SLASHING'
  /** Claiming rewards. */
  | 'CLAIMS';

/** One period of rewards, the same for all networks. */
export type RewardEpoch = Node & {
  readonly id: Scalars['ID']['output'];
  readonly epoch: Scalars['BigInt']['output'];
  readonly startsAt: Scalars['DateTime']['output'];
  readonly endsAt: Scalars['DateTime']['output'];
  readonly status: RewardEpochStatus;
  /** Version of the rules by which it is calculated; null until it is. */
  readonly ruleVersion?: Maybe<Scalars['Int']['output']>;
  /** The root that stands on chain, or the last one that stood; null until one was submitted. */
  readonly root?: Maybe<RewardRoot>;
  /** The root that this backend calculated; null until it is done. */
  readonly calculatedRoot?: Maybe<Scalars['Bytes']['output']>;
  /** Number of (earner, token) pairs in the tree. */
  readonly leafCount?: Maybe<Scalars['Int']['output']>;
  /** Whether the root on chain, whoever submitted it, was compared with what the chain's logs alone give. */
  readonly checked?: Maybe<Scalars['Boolean']['output']>;
  /** The first line in which it differs; null when it is equal, or not compared yet. */
  readonly difference?: Maybe<Scalars['String']['output']>;
  /** What networks paid and operators earned, a row per network and token. */
  readonly pots: ReadonlyArray<RewardPot>;
};

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

export type RewardRoot = {
  readonly root: Scalars['Bytes']['output'];
  readonly bundleHash: Scalars['Bytes']['output'];
  /** Sum of the cumulative amounts of all leaves. */
  readonly total: Scalars['BigInt']['output'];
  readonly activatesAt: Scalars['DateTime']['output'];
  readonly disabled: Scalars['Boolean']['output'];
  readonly submitted: Transaction;
};

/** What one network pays in one token for one epoch. `paid + carriedOut = pot`, always. */
export type RewardPot = {
  readonly network: Network;
  readonly token: Scalars['Address']['output'];
  readonly scheduled: Scalars['BigInt']['output'];
  readonly fees: Scalars['BigInt']['output'];
  /** Bonds of failed challenges, and slashed stake that the network's rules put into its rewards. */
  readonly forfeited: Scalars['BigInt']['output'];
  readonly carriedIn: Scalars['BigInt']['output'];
  readonly pot: Scalars['BigInt']['output'];
  readonly paid: Scalars['BigInt']['output'];
  readonly carriedOut: Scalars['BigInt']['output'];
  readonly operators: ReadonlyArray<OperatorReward>;
};

export type OperatorReward = {
  readonly operator: Operator;
  /** Recorded weight times seconds, over all assets. */
  readonly weightSeconds: Scalars['BigInt']['output'];
  readonly assigned: Scalars['BigInt']['output'];
  readonly signed: Scalars['BigInt']['output'];
  /** Whether the network slashed it in the epoch: then its score is 0. */
  readonly slashed: Scalars['Boolean']['output'];
  readonly score: Scalars['BigInt']['output'];
  readonly gross: Scalars['BigInt']['output'];
  readonly commissionBps: Scalars['Int']['output'];
  readonly commission: Scalars['BigInt']['output'];
  /** What its delegators share. */
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

/** Which reward epochs: every field that is given must hold. */
export type RewardEpochFilter = {
  /** Its number. */
  readonly epoch?: InputMaybe<Scalars['BigInt']['input']>;
  /** Other than this. */
  readonly epoch_not?: InputMaybe<Scalars['BigInt']['input']>;
  /** One of these, 100 at most. */
  readonly epoch_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** None of these, 100 at most. */
  readonly epoch_not_in?: InputMaybe<ReadonlyArray<Scalars['BigInt']['input']>>;
  /** More than this, or later. */
  readonly epoch_gt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At least this, or not before. */
  readonly epoch_gte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Less than this, or earlier. */
  readonly epoch_lt?: InputMaybe<Scalars['BigInt']['input']>;
  /** At most this, or not after. */
  readonly epoch_lte?: InputMaybe<Scalars['BigInt']['input']>;
  /** Version of the rules by which it is calculated. */
  readonly ruleVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Other than this. */
  readonly ruleVersion_not?: InputMaybe<Scalars['Int']['input']>;
  /** One of these, 100 at most. */
  readonly ruleVersion_in?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** None of these, 100 at most. */
  readonly ruleVersion_not_in?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** More than this, or later. */
  readonly ruleVersion_gt?: InputMaybe<Scalars['Int']['input']>;
  /** At least this, or not before. */
  readonly ruleVersion_gte?: InputMaybe<Scalars['Int']['input']>;
  /** Less than this, or earlier. */
  readonly ruleVersion_lt?: InputMaybe<Scalars['Int']['input']>;
  /** At most this, or not after. */
  readonly ruleVersion_lte?: InputMaybe<Scalars['Int']['input']>;
  /** All of these hold, too. */
  readonly and?: InputMaybe<ReadonlyArray<RewardEpochFilter>>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<RewardEpochFilter>>;
  /** This does not hold. */
  readonly not?: InputMaybe<RewardEpochFilter>;
};

/** In which order reward epochs come; equal ones as without an order. */
export type RewardEpochOrder =
  /** By number, the newest or largest first. */
  | 'EPOCH_DESC'
  /** By number, the oldest or smallest first. */
  | 'EPOCH_ASC';

/** What an earner has in one token. */
export type EarnerRewards = {
  readonly earner: Scalars['Address']['output'];
  readonly token: Scalars['Address']['output'];
  /** All that was ever earned, up to and including `epoch`. */
  readonly cumulative: Scalars['BigInt']['output'];
  readonly claimed: Scalars['BigInt']['output'];
  readonly claimable: Scalars['BigInt']['output'];
  /** The newest epoch whose root can be claimed against. */
  readonly epoch: Scalars['BigInt']['output'];
  readonly root: Scalars['Bytes']['output'];
  /** Merkle proof for `RewardsCoordinator.claim(epoch, earner, token, cumulative, proof, recipient)`. */
  readonly proof: ReadonlyArray<Scalars['Bytes']['output']>;
};

/** How an earner's reward of one network in one epoch came about, from the lines of the calculation whose root is published. */
export type RewardExplanation = {
  /** The epoch that it explains. */
  readonly epoch: Scalars['BigInt']['output'];
  /** The network that paid. */
  readonly network: Scalars['Address']['output'];
  /** Whose reward it is. */
  readonly earner: Scalars['Address']['output'];
  /** Why nothing was earned in any token; null when something was. */
  readonly reason?: Maybe<ZeroRewardReason>;
  /** What was multiplied by how many seconds: weights of the operators, shares of the earner. */
  readonly intervals: ReadonlyArray<RewardInterval>;
  /** A row per token that the network paid in. */
  readonly tokens: ReadonlyArray<TokenRewardExplanation>;
};

/** Why there is nothing; of several reasons the one nearest to being paid is given. */
export type ZeroRewardReason =
  /** The epoch runs, or its calculation does. */
  | 'NOT_CALCULATED'
  /** The network had nothing to pay. */
  | 'NO_POT'
  /** No commission, and no active shares at any second of the epoch. */
  | 'NO_STAKE'
  /** The stake was queued for withdrawal before the epoch began. */
  | 'WITHDRAWN'
  /** The stake stood behind an operator or an asset without recorded weight in the network. */
  | 'NO_WEIGHT'
  /** The network slashed the operator in the epoch, so its score is 0. */
  | 'OPERATOR_SLASHED'
  /** The operator signed none of its tasks, and the network pays for that alone. */
  | 'MISSED_TASKS'
  /** The operator takes no commission, and has no shares of its own. */
  | 'NO_COMMISSION'
  /** The operator's commission is 100 %. */
  | 'FULL_COMMISSION'
  /** The part is smaller than the token's smallest unit. */
  | 'DUST';

/** A time inside an epoch in which a value stayed the same. */
export type RewardInterval = {
  /** What stayed the same. */
  readonly kind: RewardIntervalKind;
  /** Whose weight, or in whose pool the shares are. */
  readonly operator: Scalars['Address']['output'];
  /** The asset behind the weight or the shares. */
  readonly asset: Scalars['Address']['output'];
  /** Its first second. */
  readonly from: Scalars['DateTime']['output'];
  /** The first second after it. */
  readonly until: Scalars['DateTime']['output'];
  /** Seconds between the two. */
  readonly seconds: Scalars['BigInt']['output'];
  /** The weight (1e-18 units) or the shares. */
  readonly value: Scalars['BigInt']['output'];
};

/** What can stay the same for a time. */
export type RewardIntervalKind =
  /** An operator's recorded weight in the network from one asset. */
  | 'WEIGHT'
  /** The earner's active shares in an operator's pool. */
  | 'SHARES';

/** What an earner got of one network in one token, and how. */
export type TokenRewardExplanation = {
  /** The reward token. */
  readonly token: Scalars['Address']['output'];
  /** Commission and delegator's rewards together, in the token's smallest unit. */
  readonly amount: Scalars['BigInt']['output'];
  /** Why it is nothing; null when it is something. */
  readonly reason?: Maybe<ZeroRewardReason>;
  /** The outcome in one sentence. */
  readonly summary: Scalars['String']['output'];
  /** The calculation from the pot to the earner, in order. */
  readonly steps: ReadonlyArray<RewardStep>;
};

/** One step of a reward's calculation. */
export type RewardStep = {
  /** Section of the reward rules: 2 pot, 3 scores, 4 operators, 5 delegators. */
  readonly section: Scalars['Int']['output'];
  /** What it yields, in words. */
  readonly title: Scalars['String']['output'];
  /** Whose; null for what is of the whole network. */
  readonly operator?: Maybe<Scalars['Address']['output']>;
  /** Of which asset; null for all together. */
  readonly asset?: Maybe<Scalars['Address']['output']>;
  /** As the rules write it. */
  readonly formula: Scalars['String']['output'];
  /** The same with its numbers. */
  readonly calculation: Scalars['String']['output'];
  /** What came of it. */
  readonly value: Scalars['BigInt']['output'];
  /** What rounding down left: the exact value is `value + remainder / divisor`. Null where nothing is divided. */
  readonly remainder?: Maybe<Scalars['BigInt']['output']>;
  /** Null where nothing is divided. */
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
  ScheduledCommission: ResolverTypeWrapper<ScheduledCommission>;
  OperatorConnection: ResolverTypeWrapper<OperatorConnection>;
  OperatorEdge: ResolverTypeWrapper<OperatorEdge>;
  OperatorFilter: OperatorFilter;
  OperatorOrder: OperatorOrder;
  Pool: ResolverTypeWrapper<Pool>;
  Allocation: ResolverTypeWrapper<Allocation>;
  Membership: ResolverTypeWrapper<Membership>;
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
  ScheduledCommission: ScheduledCommission;
  OperatorConnection: OperatorConnection;
  OperatorEdge: OperatorEdge;
  OperatorFilter: OperatorFilter;
  Pool: Pool;
  Allocation: Allocation;
  Membership: Membership;
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
  delegations?: Resolver<ResolversTypes['DelegationConnection'], ParentType, ContextType, Partial<QueryDelegationsArgs>>;
  withdrawals?: Resolver<ResolversTypes['WithdrawalConnection'], ParentType, ContextType, Partial<QueryWithdrawalsArgs>>;
  delegator?: Resolver<ResolversTypes['Delegator'], ParentType, ContextType, RequireFields<QueryDelegatorArgs, 'address'>>;
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType, RequireFields<QueryTaskArgs, 'taskId'>>;
  tasks?: Resolver<ResolversTypes['TaskConnection'], ParentType, ContextType, Partial<QueryTasksArgs>>;
  challenge?: Resolver<Maybe<ResolversTypes['Challenge']>, ParentType, ContextType, RequireFields<QueryChallengeArgs, 'challengeId'>>;
  challenges?: Resolver<ResolversTypes['ChallengeConnection'], ParentType, ContextType, Partial<QueryChallengesArgs>>;
  slash?: Resolver<Maybe<ResolversTypes['Slash']>, ParentType, ContextType, RequireFields<QuerySlashArgs, 'slashId'>>;
  slashes?: Resolver<ResolversTypes['SlashConnection'], ParentType, ContextType, Partial<QuerySlashesArgs>>;
  exposure?: Resolver<ReadonlyArray<ResolversTypes['Exposure']>, ParentType, ContextType, Partial<QueryExposureArgs>>;
  simulateSlash?: Resolver<ReadonlyArray<ResolversTypes['SimulatedSlash']>, ParentType, ContextType, RequireFields<QuerySimulateSlashArgs, 'network' | 'operator' | 'fraction'>>;
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
  registered?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
  pools?: Resolver<ReadonlyArray<ResolversTypes['Pool']>, ParentType, ContextType>;
  memberships?: Resolver<ReadonlyArray<ResolversTypes['Membership']>, ParentType, ContextType>;
  allocations?: Resolver<ReadonlyArray<ResolversTypes['Allocation']>, ParentType, ContextType>;
  exposure?: Resolver<ReadonlyArray<ResolversTypes['Exposure']>, ParentType, ContextType>;
  slashes?: Resolver<ResolversTypes['SlashConnection'], ParentType, ContextType, Partial<OperatorSlashesArgs>>;
  delegations?: Resolver<ResolversTypes['DelegationConnection'], ParentType, ContextType, Partial<OperatorDelegationsArgs>>;
  tasks?: Resolver<ResolversTypes['TaskConnection'], ParentType, ContextType, Partial<OperatorTasksArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  distributed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reporterAmount?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  sink?: Resolver<Maybe<ResolversTypes['SlashSink']>, ParentType, ContextType>;
  sinkRecipient?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  sinkAmount?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  distributedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  distributedTx?: Resolver<Maybe<ResolversTypes['Bytes']>, ParentType, ContextType>;
  losses?: Resolver<ReadonlyArray<ResolversTypes['DelegatorLoss']>, ParentType, ContextType, Partial<AssetSlashLossesArgs>>;
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
  ScheduledCommission?: ScheduledCommissionResolvers<ContextType>;
  OperatorConnection?: OperatorConnectionResolvers<ContextType>;
  OperatorEdge?: OperatorEdgeResolvers<ContextType>;
  Pool?: PoolResolvers<ContextType>;
  Allocation?: AllocationResolvers<ContextType>;
  Membership?: MembershipResolvers<ContextType>;
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
  RewardExplanation?: RewardExplanationResolvers<ContextType>;
  RewardInterval?: RewardIntervalResolvers<ContextType>;
  TokenRewardExplanation?: TokenRewardExplanationResolvers<ContextType>;
  RewardStep?: RewardStepResolvers<ContextType>;
};

