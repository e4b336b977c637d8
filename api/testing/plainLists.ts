/** A list of the API as a person would select it: plain SQL that knows nothing of the planner. */
export type PlainList = {
  /** What stands after `from`. */
  readonly from: string;
  /** An expression that names a row, and the node's fields that, joined by spaces, say the same. */
  readonly id: string;
  readonly node: string;
  readonly path: readonly (readonly string[])[];
  /** The list's own order; by enum value, without its end, what comes before it. */
  readonly key: readonly string[];
  readonly orders: Readonly<Record<string, string | undefined>>;
  /** Columns of filter fields that are not named as the field is. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Other filter fields: conditions, with `$` for the value, or for the condition on the object beside. */
  readonly others?: Readonly<Record<string, string>>;
};

const serving = "from indexer.network_operator where opted_in";
const beside = {
  network_: "network in (select address from indexer.network where $)",
  operator_: "operator in (select address from indexer.operator where $)",
  asset_: "asset in (select address from indexer.asset where $)",
  task_: "task_id in (select id from indexer.task where $)",
};
const only = (...names: (keyof typeof beside)[]) =>
  Object.fromEntries(names.map((name) => [name, beside[name]]));
const byAddress = { id: "address", node: "address", path: [["address"]] };

/** Every list at the schema's root whose rows are a table's. */
export const plainLists: Readonly<Record<string, PlainList>> = {
  assets: {
    ...byAddress,
    from: "indexer.asset",
    key: ["created_block", "address"],
    orders: { LISTED: undefined, ADDRESS: "address" },
  },
  operators: {
    ...byAddress,
    from: "indexer.operator",
    key: ["created_block", "address"],
    orders: { REGISTERED: undefined, ADDRESS: "address" },
    others: {
      network: `address in (select operator ${serving} and network = $)`,
      network_: `address in (select operator ${serving} and ${beside.network_})`,
    },
  },
  networks: {
    ...byAddress,
    from: "indexer.network",
    key: ["created_block", "address"],
    orders: { REGISTERED: undefined, TOTAL_WEIGHT: "total_weight", ADDRESS: "address" },
    others: {
      operator: `address in (select network ${serving} and operator = $)`,
      operator_: `address in (select network ${serving} and ${beside.operator_})`,
    },
  },
  delegations: {
    from: "(select * from indexer.delegation where shares > 0) as delegation",
    id: "concat_ws(' ', delegator, operator, asset)",
    node: "delegator operator { address } asset { address }",
    path: [["delegator"], ["operator", "address"], ["asset", "address"]],
    key: ["created_block", "delegator", "operator", "asset"],
    orders: { DELEGATED: undefined, SHARES: "shares" },
    others: only("operator_", "asset_"),
  },
  withdrawals: {
    from: "indexer.withdrawal",
    id: "id",
    node: "withdrawalId",
    path: [["withdrawalId"]],
    key: ["created_block", "id"],
    orders: { QUEUED: undefined, UNLOCKS: "unlock_at", SHARES: "shares" },
    columns: { withdrawalId: "id", unlocksAt: "unlock_at" },
    others: {
      ...only("operator_", "asset_"),
      status: "case when completed_at is null then 'QUEUED' else 'COMPLETED' end = $",
    },
  },
  tasks: {
    from: "indexer.task",
    id: "id",
    node: "taskId",
    path: [["taskId"]],
    key: ["created_block", "created_log_index"],
    orders: { CREATED: undefined, DEADLINE: "deadline", FEE: "fee" },
    columns: { taskId: "id" },
    others: {
      ...only("network_"),
      operator: "id in (select task_id from indexer.participation where operator = $)",
      operator_: `id in (select task_id from indexer.participation where ${beside.operator_})`,
    },
  },
  challenges: {
    from: "indexer.challenge",
    id: "id",
    node: "challengeId",
    path: [["challengeId"]],
    key: ["created_block", "id"],
    orders: { RAISED: undefined, RESOLVE_BY: "resolve_by", BOND: "bond" },
    columns: { challengeId: "id" },
    others: only("network_", "task_"),
  },
  slashes: {
    from: "indexer.slash",
    id: "id",
    node: "slashId",
    path: [["slashId"]],
    key: ["created_block", "created_log_index"],
    orders: { SLASHED: undefined, FRACTION: "fraction" },
    columns: { slashId: "id" },
    others: {
      ...only("operator_", "network_", "task_"),
      asset: "id in (select slash_id from indexer.pool_slash where asset = $)",
      asset_: `id in (select slash_id from indexer.pool_slash where ${beside.asset_})`,
    },
  },
  events: {
    from: "indexer.event",
    id: "concat_ws(' ', block, log_index)",
    node: "transaction { block } logIndex",
    path: [["transaction", "block"], ["logIndex"]],
    key: ["block", "log_index"],
    orders: { EMITTED: undefined },
    others: { fromBlock: "block >= $", toBlock: "block <= $" },
  },
  rewardEpochs: {
    from: `(select begun as epoch, rule_version from generate_series(0, 5) as begun
      left join nektar.reward_epoch as calculated on calculated.epoch = begun) as reward_epoch`,
    id: "epoch::text",
    node: "epoch",
    path: [["epoch"]],
    key: ["epoch"],
    orders: { EPOCH: undefined },
  },
};
