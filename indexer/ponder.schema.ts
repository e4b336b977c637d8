import { index, onchainTable, primaryKey } from "ponder";
import { daysOf } from "./buckets/daysOf.ts";
import { versionsOf } from "./history/versionsOf.ts";

/**
 * The indexer's tables, all derived from logs alone. Conventions: addresses, hashes and bytes are lowercase hex text;
 * amounts, weights, blocks and timestamps are `numeric(78,0)`; timestamps are seconds of block time.
 *
 * What changes and has a past worth asking for is kept three times: `…` as it is now, `…History` what it was before (its
 * columns are those that make a version), and the view `…Version` over both. A version holds in the half-open range
 * `[since, until)`, by block and by timestamp; of several changes in one block the last makes the version, since "at a
 * block" means at its end. Handlers write the first alone: `history/keepHistory.ts` does the rest.
 *
 * Other rows never change, or carry the moment of each step of their life (a task: created, responded, closed).
 */

type ColumnTypes = Parameters<Extract<Parameters<typeof onchainTable>[1], (t: never) => unknown>>[0];

/** Where a row was first written: block, its timestamp, the transaction. */
const origin = (t: ColumnTypes) => ({
  createdBlock: t.bigint().notNull(),
  createdAt: t.bigint().notNull(),
  createdTx: t.hex().notNull(),
});

/** From when on the row is as it is. Filled in by `keepHistory`, so that handlers need not name it. */
const since = (t: ColumnTypes) => ({
  sinceBlock: t.bigint().notNull().default(0n),
  sinceTimestamp: t.bigint().notNull().default(0n),
});

/** When it was as it was. */
const range = (t: ColumnTypes) => ({
  sinceBlock: t.bigint().notNull(),
  sinceTimestamp: t.bigint().notNull(),
  untilBlock: t.bigint().notNull(),
  untilTimestamp: t.bigint().notNull(),
});

export const asset = onchainTable("asset", (t) => ({
  address: t.hex().primaryKey(),
  symbol: t.text().notNull(),
  decimals: t.integer().notNull(),
  /** In all pools together, queued withdrawals included. */
  staked: t.bigint().notNull(),
  ...origin(t),
}));

const operatorState = (t: ColumnTypes) => ({
  payout: t.hex().notNull(),
  metadataUri: t.text().notNull(),
});

export const operator = onchainTable("operator", (t) => ({
  address: t.hex().primaryKey(),
  ...operatorState(t),
  /** G1 key, 128 bytes, EIP-2537. */
  blsKey: t.hex().notNull(),
  ...origin(t),
  ...since(t),
}));

export const operatorHistory = onchainTable(
  "operator_history",
  (t) => ({
    address: t.hex().notNull(),
    ...operatorState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.address, table.sinceBlock] }),
  }),
);

export const operatorVersion = versionsOf("operator_version", operator, operatorHistory);

const pauseState = (t: ColumnTypes) => ({
  paused: t.boolean().notNull(),
  account: t.hex().notNull(),
  /** Where it was last set. */
  ...origin(t),
});

/** Function groups that were ever paused or resumed: REGISTRATION, DEPOSITS, WITHDRAWALS, TASKS, SLASHING or CLAIMS. */
export const pause = onchainTable("pause", (t) => ({
  group: t.text().primaryKey(),
  ...pauseState(t),
  ...since(t),
}));

export const pauseHistory = onchainTable(
  "pause_history",
  (t) => ({
    group: t.text().notNull(),
    ...pauseState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.group, table.sinceBlock] }),
  }),
);

export const pauseVersion = versionsOf("pause_version", pause, pauseHistory);

/** The commission that holds from the start of `effectiveEpoch` on; registration writes the first row. */
export const commission = onchainTable(
  "commission",
  (t) => ({
    operator: t.hex().notNull(),
    effectiveEpoch: t.bigint().notNull(),
    commissionBps: t.integer().notNull(),
    ...origin(t),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.operator, table.effectiveEpoch] }) }),
);

const networkState = (t: ColumnTypes) => ({
  owner: t.hex().notNull(),
  metadataUri: t.text().notNull(),
  /** PENDING, WHITELISTED or SUSPENDED. */
  status: t.text().notNull(),
  /** Recorded weight of all its operators, 1e-18 units. */
  totalWeight: t.bigint().notNull(),
});

export const network = onchainTable("network", (t) => ({
  address: t.hex().primaryKey(),
  ...networkState(t),
  /** Every operator that ever opted in, in order of first opting in. */
  operators: t.hex().array().notNull(),
  ...origin(t),
  ...since(t),
}));

export const networkHistory = onchainTable(
  "network_history",
  (t) => ({
    address: t.hex().notNull(),
    ...networkState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.address, table.sinceBlock] }),
  }),
);

export const networkVersion = versionsOf("network_version", network, networkHistory);

/** Parameters that hold from the start of `effectiveEpoch` on. */
export const networkParameters = onchainTable(
  "network_parameters",
  (t) => ({
    network: t.hex().notNull(),
    effectiveEpoch: t.bigint().notNull(),
    minimumWeight: t.bigint().notNull(),
    minimumOperators: t.integer().notNull(),
    quorumBps: t.integer().notNull(),
    performanceBps: t.integer().notNull(),
    responseWindow: t.bigint().notNull(),
    challengeWindow: t.bigint().notNull(),
    resolutionWindow: t.bigint().notNull(),
    feeToken: t.hex().notNull(),
    baseFee: t.bigint().notNull(),
    feePerByte: t.bigint().notNull(),
    bondToken: t.hex().notNull(),
    bond: t.bigint().notNull(),
    wrongResponseSlashBps: t.integer().notNull(),
    equivocationSlashBps: t.integer().notNull(),
    challengerShareBps: t.integer().notNull(),
    reporterShareBps: t.integer().notNull(),
    /** BURN, REWARD_POT or RECIPIENT. */
    slashSink: t.text().notNull(),
    /** Zero address unless the sink is RECIPIENT. */
    slashRecipient: t.hex().notNull(),
    ...origin(t),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.network, table.effectiveEpoch] }) }),
);

const networkAssetState = (t: ColumnTypes) => ({
  /** 1e18 counts the asset once; 0 when removed. */
  multiplier: t.bigint().notNull(),
});

export const networkAsset = onchainTable(
  "network_asset",
  (t) => ({
    network: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...networkAssetState(t),
    ...origin(t),
    ...since(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.network, table.asset] }),
  }),
);

export const networkAssetHistory = onchainTable(
  "network_asset_history",
  (t) => ({
    network: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...networkAssetState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.network, table.asset, table.sinceBlock] }),
  }),
);

export const networkAssetVersion = versionsOf("network_asset_version", networkAsset, networkAssetHistory);

const networkOperatorState = (t: ColumnTypes) => ({
  optedIn: t.boolean().notNull(),
  /** Timestamp until which it stays slashable after opting out; null while opted in. */
  slashableUntil: t.bigint(),
  weight: t.bigint().notNull(),
});

/** An operator's membership of a network and its recorded weight over all assets. */
export const networkOperator = onchainTable(
  "network_operator",
  (t) => ({
    network: t.hex().notNull(),
    operator: t.hex().notNull(),
    ...networkOperatorState(t),
    /** Block of the last change of `weight`, and the weight at the end of the block before it. */
    weightBlock: t.bigint().notNull(),
    weightBefore: t.bigint().notNull(),
    /** Tasks it was assigned that closed with a response, and those among them that it signed. */
    assignedTasks: t.bigint().notNull(),
    signedTasks: t.bigint().notNull(),
    ...origin(t),
    ...since(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.network, table.operator] }),
    operatorIdx: index().on(table.operator),
  }),
);

export const networkOperatorHistory = onchainTable(
  "network_operator_history",
  (t) => ({
    network: t.hex().notNull(),
    operator: t.hex().notNull(),
    ...networkOperatorState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.network, table.operator, table.sinceBlock] }),
  }),
);

export const networkOperatorVersion = versionsOf(
  "network_operator_version",
  networkOperator,
  networkOperatorHistory,
);

const operatorWeightState = (t: ColumnTypes) => ({
  weight: t.bigint().notNull(),
});

/** Recorded weight per asset. */
export const operatorWeight = onchainTable(
  "operator_weight",
  (t) => ({
    network: t.hex().notNull(),
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...operatorWeightState(t),
    ...since(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.network, table.operator, table.asset] }),
  }),
);

export const operatorWeightHistory = onchainTable(
  "operator_weight_history",
  (t) => ({
    network: t.hex().notNull(),
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...operatorWeightState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.network, table.operator, table.asset, table.sinceBlock] }),
    untilIdx: index().on(table.untilTimestamp),
  }),
);

export const operatorWeightVersion = versionsOf(
  "operator_weight_version",
  operatorWeight,
  operatorWeightHistory,
);

/** The sum of keys of a network's operators with weight, from `block` on. */
export const aggregateKeyCheckpoint = onchainTable(
  "aggregate_key_checkpoint",
  (t) => ({
    network: t.hex().notNull(),
    block: t.bigint().notNull(),
    logIndex: t.integer().notNull(),
    /** G1 point, 128 bytes, EIP-2537; all zero when nobody has weight. */
    aggregateKey: t.hex().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.network, table.block, table.logIndex] }) }),
);

const poolState = (t: ColumnTypes) => ({
  totalAssets: t.bigint().notNull(),
  totalShares: t.bigint().notNull(),
  queuedShares: t.bigint().notNull(),
});

export const pool = onchainTable(
  "pool",
  (t) => ({
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...poolState(t),
    ...origin(t),
    ...since(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.operator, table.asset] }),
    assetIdx: index().on(table.asset),
  }),
);

export const poolHistory = onchainTable(
  "pool_history",
  (t) => ({
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...poolState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.operator, table.asset, table.sinceBlock] }),
  }),
);

export const poolVersion = versionsOf("pool_version", pool, poolHistory);

const allocationState = (t: ColumnTypes) => ({
  magnitude: t.bigint().notNull(),
  nextMagnitude: t.bigint().notNull(),
  effectiveAt: t.bigint().notNull(),
});

/**
 * The part of an operator's pool of an asset that answers to a network. `magnitude` counts before `effectiveAt`,
 * `nextMagnitude` from then on; the pool begins with a magnitude of 1e18 and loses what is slashed.
 */
export const allocation = onchainTable(
  "allocation",
  (t) => ({
    operator: t.hex().notNull(),
    network: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...allocationState(t),
    ...origin(t),
    ...since(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.operator, table.network, table.asset] }),
    networkIdx: index().on(table.network),
  }),
);

export const allocationHistory = onchainTable(
  "allocation_history",
  (t) => ({
    operator: t.hex().notNull(),
    network: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...allocationState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.operator, table.network, table.asset, table.sinceBlock] }),
  }),
);

export const allocationVersion = versionsOf("allocation_version", allocation, allocationHistory);

const poolMagnitudeState = (t: ColumnTypes) => ({
  totalMagnitude: t.bigint().notNull(),
});

/** What slashes left of a pool's magnitude of 1e18; no row while nothing was slashed. */
export const poolMagnitude = onchainTable(
  "pool_magnitude",
  (t) => ({
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...poolMagnitudeState(t),
    ...since(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.operator, table.asset] }),
  }),
);

export const poolMagnitudeHistory = onchainTable(
  "pool_magnitude_history",
  (t) => ({
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...poolMagnitudeState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.operator, table.asset, table.sinceBlock] }),
  }),
);

export const poolMagnitudeVersion = versionsOf("pool_magnitude_version", poolMagnitude, poolMagnitudeHistory);

const delegationState = (t: ColumnTypes) => ({
  /** Active shares: not queued for withdrawal. */
  shares: t.bigint().notNull(),
});

export const delegation = onchainTable(
  "delegation",
  (t) => ({
    delegator: t.hex().notNull(),
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...delegationState(t),
    ...origin(t),
    ...since(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.delegator, table.operator, table.asset] }),
    poolIdx: index().on(table.operator, table.asset),
    createdIdx: index().on(table.createdBlock),
    sharesIdx: index().on(table.shares),
  }),
);

export const delegationHistory = onchainTable(
  "delegation_history",
  (t) => ({
    delegator: t.hex().notNull(),
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    ...delegationState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.delegator, table.operator, table.asset, table.sinceBlock] }),
    untilIdx: index().on(table.untilTimestamp),
  }),
);

export const delegationVersion = versionsOf("delegation_version", delegation, delegationHistory);

export const withdrawal = onchainTable(
  "withdrawal",
  (t) => ({
    id: t.hex().primaryKey(),
    delegator: t.hex().notNull(),
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    shares: t.bigint().notNull(),
    unlockAt: t.bigint().notNull(),
    /** Null until completed. */
    assetsPaid: t.bigint(),
    assetsLostToSlashing: t.bigint(),
    completedBlock: t.bigint(),
    completedAt: t.bigint(),
    completedTx: t.hex(),
    ...origin(t),
  }),
  (table) => ({
    delegatorIdx: index().on(table.delegator),
    poolIdx: index().on(table.operator, table.asset),
    createdIdx: index().on(table.createdBlock),
    unlockIdx: index().on(table.unlockAt),
    sharesIdx: index().on(table.shares),
  }),
);

export const task = onchainTable(
  "task",
  (t) => ({
    id: t.hex().primaryKey(),
    network: t.hex().notNull(),
    creator: t.hex().notNull(),
    payload: t.hex().notNull(),
    referenceBlock: t.bigint().notNull(),
    deadline: t.bigint().notNull(),
    quorumBps: t.integer().notNull(),
    feeToken: t.hex().notNull(),
    fee: t.bigint().notNull(),
    /** OPEN, RESPONDED, CHALLENGED, FINAL, EXPIRED or REJECTED. */
    status: t.text().notNull(),
    createdLogIndex: t.integer().notNull(),
    /** Recorded weight of all assigned operators at the reference block. */
    totalWeight: t.bigint().notNull(),
    response: t.hex(),
    responseHash: t.hex(),
    signedWeight: t.bigint(),
    aggregator: t.hex(),
    challengeDeadline: t.bigint(),
    respondedBlock: t.bigint(),
    respondedAt: t.bigint(),
    respondedTx: t.hex(),
    /** When it became final, was marked expired, or was rejected after a challenge. */
    closedBlock: t.bigint(),
    closedAt: t.bigint(),
    closedTx: t.hex(),
    ...origin(t),
  }),
  (table) => ({
    networkIdx: index().on(table.network, table.createdBlock),
    statusIdx: index().on(table.status, table.deadline),
    createdIdx: index().on(table.createdBlock, table.createdLogIndex),
    respondedIdx: index().on(table.respondedAt),
    deadlineIdx: index().on(table.deadline),
    feeIdx: index().on(table.fee),
  }),
);

/** One operator's part in one task it was assigned: it had weight at the reference block. */
export const participation = onchainTable(
  "participation",
  (t) => ({
    taskId: t.hex().notNull(),
    operator: t.hex().notNull(),
    network: t.hex().notNull(),
    weight: t.bigint().notNull(),
    /** Null until a response is accepted; then whether the operator's signature was in it. */
    signed: t.boolean(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.taskId, table.operator] }),
    operatorIdx: index().on(table.operator, table.network),
  }),
);

const challengeState = (t: ColumnTypes) => ({
  /** PENDING, UPHELD, FAILED or DISMISSED. */
  outcome: t.text().notNull(),
  /** Null until resolved; what was not returned went to the network's rewards. */
  bondReturned: t.bigint(),
  /** The part of the bond that could be paid to nobody when the challenge was resolved, until it is settled. */
  bondHeld: t.bigint().notNull(),
  resolvedBlock: t.bigint(),
  resolvedAt: t.bigint(),
  resolvedTx: t.hex(),
});

export const challenge = onchainTable(
  "challenge",
  (t) => ({
    id: t.hex().notNull(),
    ...challengeState(t),
    taskId: t.hex().notNull(),
    network: t.hex().notNull(),
    challenger: t.hex().notNull(),
    bondToken: t.hex().notNull(),
    bond: t.bigint().notNull(),
    /** Last timestamp at which the verifier's decision counts. */
    resolveBy: t.bigint().notNull(),
    ...origin(t),
    ...since(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.id] }),
    taskIdx: index().on(table.taskId),
    networkIdx: index().on(table.network, table.createdBlock),
    createdIdx: index().on(table.createdBlock),
  }),
);

export const challengeHistory = onchainTable(
  "challenge_history",
  (t) => ({
    id: t.hex().notNull(),
    ...challengeState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.id, table.sinceBlock] }),
  }),
);

export const challengeVersion = versionsOf("challenge_version", challenge, challengeHistory);

/** One offence of one operator on one task. */
export const slash = onchainTable(
  "slash",
  (t) => ({
    id: t.hex().primaryKey(),
    operator: t.hex().notNull(),
    network: t.hex().notNull(),
    taskId: t.hex().notNull(),
    /** WRONG_RESPONSE or EQUIVOCATION. */
    offence: t.text().notNull(),
    reporter: t.hex().notNull(),
    /** The challenge's id, or the hash of the equivocation's evidence. */
    evidenceHash: t.hex().notNull(),
    /** Part of the operator's magnitude in the network, 1e18 = all. */
    fraction: t.bigint().notNull(),
    createdLogIndex: t.integer().notNull(),
    ...origin(t),
  }),
  (table) => ({
    operatorIdx: index().on(table.operator, table.createdBlock),
    networkIdx: index().on(table.network, table.createdBlock),
    taskIdx: index().on(table.taskId),
    createdIdx: index().on(table.createdBlock, table.createdLogIndex),
  }),
);

/** What one slash took of one pool. A delegator's loss follows from the rates; no row per delegator is kept. */
export const poolSlash = onchainTable(
  "pool_slash",
  (t) => ({
    slashId: t.hex().notNull(),
    operator: t.hex().notNull(),
    asset: t.hex().notNull(),
    network: t.hex().notNull(),
    magnitudeSlashed: t.bigint().notNull(),
    /** The network's magnitude and the pool's, after. */
    magnitudeAfter: t.bigint().notNull(),
    totalMagnitudeAfter: t.bigint().notNull(),
    /** Part of the pool's assets, 1e18 = all, rounded up. Null until the pool's own event, which follows at once. */
    fraction: t.bigint(),
    activeSlashed: t.bigint(),
    queuedSlashed: t.bigint(),
    /** `(totalAssets + 1) * 1e18 / (totalShares + 1)`, rounded down. */
    assetsPerShareBefore: t.bigint(),
    assetsPerShareAfter: t.bigint(),
    /** Null until paid out, which an asset's own troubles can delay; for ever when the pool lost nothing. */
    reporterAmount: t.bigint(),
    /** BURN, REWARD_POT or RECIPIENT. */
    sink: t.text(),
    sinkRecipient: t.hex(),
    sinkAmount: t.bigint(),
    distributedBlock: t.bigint(),
    distributedAt: t.bigint(),
    distributedTx: t.hex(),
    block: t.bigint().notNull(),
    logIndex: t.integer().notNull(),
    timestamp: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.slashId, table.asset] }),
    poolIdx: index().on(table.operator, table.asset, table.block),
  }),
);

/** Every event that was taken, decoded, in the chain's order: written once, never changed. */
export const event = onchainTable(
  "event",
  (t) => ({
    block: t.bigint().notNull(),
    logIndex: t.integer().notNull(),
    timestamp: t.bigint().notNull(),
    tx: t.hex().notNull(),
    /** The contract that emitted it. */
    address: t.hex().notNull(),
    /** Its name, and the event's, in the ABI. */
    contract: t.text().notNull(),
    name: t.text().notNull(),
    /** JSON: the arguments by name, integers above 48 bits as decimal strings. */
    args: t.text().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.block, table.logIndex] }),
    contractIdx: index().on(table.contract, table.name, table.block),
    addressIdx: index().on(table.address, table.block),
    txIdx: index().on(table.tx),
  }),
);

/** Announced evidence of an equivocation, not shown yet. */
export const reportCommitment = onchainTable("report_commitment", (t) => ({
  commitment: t.hex().primaryKey(),
  ...origin(t),
}));

/**
 * What a network's contract says its arbiter ruled on a task (`Ruled` of PriceAttestationNetwork): its first word on it.
 * Anyone may register a network, and its contract may name tasks that are not its own or do not exist: a ruling means
 * something only where `network` is the task's and `responseHash` that of its response.
 */
export const ruling = onchainTable(
  "ruling",
  (t) => ({
    network: t.hex().notNull(),
    taskId: t.hex().notNull(),
    /** Of the response that was ruled on, which a reorganised chain may never have accepted. */
    responseHash: t.hex().notNull(),
    /** RIGHT or WRONG. */
    verdict: t.text().notNull(),
    reason: t.text().notNull(),
    ...origin(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.network, table.taskId, table.responseHash] }),
    taskIdx: index().on(table.taskId),
  }),
);

export const rewardSchedule = onchainTable(
  "reward_schedule",
  (t) => ({
    id: t.hex().primaryKey(),
    network: t.hex().notNull(),
    token: t.hex().notNull(),
    amountPerEpoch: t.bigint().notNull(),
    firstEpoch: t.bigint().notNull(),
    epochs: t.bigint().notNull(),
    ...origin(t),
  }),
  (table) => ({ networkIdx: index().on(table.network, table.token) }),
);

/** Fees, forfeited bonds and redistributed stake, each as it came in. */
export const rewardAccrual = onchainTable(
  "reward_accrual",
  (t) => ({
    /** `block:logIndex`. */
    id: t.text().primaryKey(),
    network: t.hex().notNull(),
    token: t.hex().notNull(),
    epoch: t.bigint().notNull(),
    amount: t.bigint().notNull(),
    /** FEE, FORFEITED_BOND or SLASHED_STAKE. */
    source: t.text().notNull(),
    taskId: t.hex(),
    ...origin(t),
  }),
  (table) => ({ epochIdx: index().on(table.epoch, table.network, table.token) }),
);

/** Every root that was submitted; an epoch whose root was disabled may have several. */
export const rewardRoot = onchainTable(
  "reward_root",
  (t) => ({
    /** `epoch:block:logIndex`. */
    id: t.text().primaryKey(),
    epoch: t.bigint().notNull(),
    root: t.hex().notNull(),
    bundleHash: t.hex().notNull(),
    total: t.bigint().notNull(),
    activatesAt: t.bigint().notNull(),
    disabled: t.boolean().notNull(),
    disabledBlock: t.bigint(),
    disabledAt: t.bigint(),
    disabledTx: t.hex(),
    ...origin(t),
  }),
  (table) => ({ epochIdx: index().on(table.epoch) }),
);

/** The root that stands, or stood last, for an epoch: points at `rewardRoot.id`. */
export const epochRoot = onchainTable("epoch_root", (t) => ({
  epoch: t.bigint().primaryKey(),
  rootId: t.text().notNull(),
}));

const claimerState = (t: ColumnTypes) => ({
  /** Zero address when taken back. */
  claimer: t.hex().notNull(),
});

export const claimer = onchainTable("claimer", (t) => ({
  earner: t.hex().primaryKey(),
  ...claimerState(t),
  ...origin(t),
  ...since(t),
}));

export const claimerHistory = onchainTable(
  "claimer_history",
  (t) => ({
    earner: t.hex().notNull(),
    ...claimerState(t),
    ...range(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.earner, table.sinceBlock] }),
  }),
);

export const claimerVersion = versionsOf("claimer_version", claimer, claimerHistory);

export const rewardClaim = onchainTable(
  "reward_claim",
  (t) => ({
    /** `block:logIndex`. */
    id: t.text().primaryKey(),
    earner: t.hex().notNull(),
    token: t.hex().notNull(),
    recipient: t.hex().notNull(),
    amount: t.bigint().notNull(),
    cumulative: t.bigint().notNull(),
    ...origin(t),
  }),
  (table) => ({ earnerIdx: index().on(table.earner, table.token) }),
);

/** What an earner has claimed of a token so far. */
export const claimed = onchainTable(
  "claimed",
  (t) => ({
    earner: t.hex().notNull(),
    token: t.hex().notNull(),
    cumulative: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.earner, table.token] }) }),
);

/** Whose hour it is: of everything together (the zero address), of a network, or of an operator; `start` is the hour's second. */
const bucket = (t: ColumnTypes) => ({
  /** TOTAL, NETWORK or OPERATOR. */
  scope: t.text().notNull(),
  subject: t.hex().notNull(),
  start: t.bigint().notNull(),
});

/** What happened in an hour; no row for an hour without anything. An operator's row counts its part and its slashes only. */
export const activityHour = onchainTable(
  "activity_hour",
  (t) => ({
    ...bucket(t),
    tasksCreated: t.bigint().notNull(),
    tasksResponded: t.bigint().notNull(),
    tasksExpired: t.bigint().notNull(),
    tasksFinalized: t.bigint().notNull(),
    tasksRejected: t.bigint().notNull(),
    challengesRaised: t.bigint().notNull(),
    /** Operators times tasks that were answered in this hour, and how many of them signed. */
    assigned: t.bigint().notNull(),
    signed: t.bigint().notNull(),
    slashes: t.bigint().notNull(),
    /** Of a network: its recorded weight at the hour's end; null when it did not change. */
    weight: t.bigint(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.scope, table.subject, table.start] }) }),
);

/** An asset's stake, queued withdrawals included, in units of the asset. Of a network only what it slashed. */
export const stakeHour = onchainTable(
  "stake_hour",
  (t) => ({
    ...bucket(t),
    asset: t.hex().notNull(),
    deposited: t.bigint().notNull(),
    withdrawn: t.bigint().notNull(),
    slashed: t.bigint().notNull(),
    /** What was staked at the hour's end; null of a network. */
    staked: t.bigint(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.scope, table.subject, table.asset, table.start] }) }),
);

/** What came in for rewards, of a network and in total, and what was claimed, in total, in units of the token. */
export const rewardHour = onchainTable(
  "reward_hour",
  (t) => ({
    ...bucket(t),
    token: t.hex().notNull(),
    fees: t.bigint().notNull(),
    forfeitedBonds: t.bigint().notNull(),
    slashedStake: t.bigint().notNull(),
    claimed: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.scope, table.subject, table.token, table.start] }) }),
);

// Days (UTC) follow from hours.
export const activityDay = daysOf("activity_day", activityHour, ["scope", "subject"], { last: ["weight"] });
export const stakeDay = daysOf("stake_day", stakeHour, ["scope", "subject", "asset"], { last: ["staked"] });
export const rewardDay = daysOf("reward_day", rewardHour, ["scope", "subject", "token"], { last: [] });
