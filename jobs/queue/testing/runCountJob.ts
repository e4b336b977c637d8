import { pino } from "pino";
import { createDatabase } from "../../../lib/database/createDatabase.ts";
import type { QueueEngine } from "../openQueue.ts";
import { startJobs } from "../startJobs.ts";
import { countJob } from "./countJob.ts";

/** A process that takes up work and never ends it, for tests that kill it. */
const { TEST_ENGINE = "", TEST_DATABASE = "", TEST_TABLE = "" } = process.env;
const db = createDatabase({ connectionString: TEST_DATABASE, applicationName: "test" });
await startJobs({
  engine: JSON.parse(TEST_ENGINE) as QueueEngine,
  jobs: [countJob],
  context: { db, table: TEST_TABLE, runMs: 600_000 },
  logger: pino({ level: "warn" }),
});
