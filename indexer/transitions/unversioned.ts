/** A row as transitions see it: since when it holds is not theirs to say. */
export type Unversioned<Row> = Omit<Row, "sinceBlock" | "sinceTimestamp">;
