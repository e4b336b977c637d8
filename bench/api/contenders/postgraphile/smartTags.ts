import { jsonPgSmartTags } from "postgraphile/utils";

const foreignKeys = (...keys: readonly (readonly [column: string, table: string, key: string])[]) => ({
  tags: {
    foreignKey: keys.map(([column, table, key]) => `(${column}) references indexer.${table} (${key})`),
  },
});

/** The tables have no foreign keys (Ponder forbids them): what PostGraphile needs to go from row to row. */
export const smartTags = jsonPgSmartTags({
  version: 1,
  config: {
    // By default lists are ordered by columns with an index of their own alone.
    attribute: {
      "indexer.operator.created_block": { tags: { behavior: ["+attribute:orderBy"] } },
      "indexer.delegation.created_block": { tags: { behavior: ["+attribute:orderBy"] } },
    },
    class: {
      "indexer.task": foreignKeys(["network", "network", "address"]),
      "indexer.slash": foreignKeys(["operator", "operator", "address"], ["network", "network", "address"]),
      "indexer.delegation": foreignKeys(["operator", "operator", "address"], ["asset", "asset", "address"]),
      "indexer.network_operator": foreignKeys(
        ["operator", "operator", "address"],
        ["network", "network", "address"],
      ),
    },
  },
});
