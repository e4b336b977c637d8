import { ChangeWatcher } from "../../../api/changes/ChangeWatcher.ts";
import { createApi } from "../../../api/createApi.ts";
import { openEdge } from "../../../api/server/edge.ts";
import { testDeployment } from "../../../api/testing/testDeployment.ts";
import { createPool, databaseOn } from "../../../lib/database/createDatabase.ts";
import { createLogger } from "../../../lib/logging/createLogger.ts";
import { clockOf, fullSize, timeOf } from "../data/size.ts";

/** Nektar's API as `npm run api` puts it together, on the data set: no chain to ask, so its head is the last block. */
const { head } = clockOf(fullSize);
const block = { number: BigInt(head), timestamp: BigInt(timeOf(head)) };
const pool = createPool({
  connectionString: process.env.DATABASE_URL ?? "",
  applicationName: "nektar_api",
  max: 10,
  statementTimeoutMs: 5_000,
  maxLifetimeSeconds: 3_600,
});
const db = databaseOn(pool);
const rate = process.env.BENCH_RATE;
const logger = createLogger("api", "warn");
const api = createApi({
  deployment: testDeployment,
  db,
  pool,
  primaryDb: db,
  primaryPool: pool,
  readHead: async () => block,
  readSafe: async () => block,
  readHeader: () => Promise.reject(new Error("There is no node.")),
  edge: rate ? { ...openEdge, rate: { perSecond: Number(rate) } } : openEdge,
  logger,
  corsOrigins: "*",
  verifyWorkers: 1,
  cacheBytes: Number(process.env.BENCH_CACHE_BYTES),
  changes: new ChangeWatcher({
    connectionString: process.env.DATABASE_URL ?? "",
    listen: true,
    chainId: testDeployment.chainId,
    maxAgeMs: 200,
    logger,
  }),
});
await api.listen(Number(process.env.PORT), "127.0.0.1");
