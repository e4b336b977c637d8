import { createConfig } from "ponder";

/** Ponder as a server alone: it reads the data set and indexes nothing. */
export default createConfig({
  database: {
    kind: "postgres",
    connectionString: process.env.DATABASE_URL ?? "",
    // Of a pool it keeps two for itself, so that its API has ten, as every contender has.
    poolConfig: { max: 12 },
  },
  chains: { nektar: { id: 31_337, rpc: "http://127.0.0.1:1" } },
  contracts: {},
});
