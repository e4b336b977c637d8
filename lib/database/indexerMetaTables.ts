/** The indexer's own records, in the schema `indexer_meta`, as other processes read them. */
export type InvariantRow = {
  name: string;
  violations: number;
  example: string | null;
  checked_block: bigint;
  checked_at: Date;
};

export type IndexerMetaTables = { "indexer_meta.invariant": InvariantRow };
