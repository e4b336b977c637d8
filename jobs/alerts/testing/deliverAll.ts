import { pino } from "pino";
import { createDatabase } from "../../../lib/database/createDatabase.ts";
import type { JobContext } from "../../context.ts";
import { endpointOf } from "../Endpoint.ts";
import { alertsJob } from "../job.ts";

/** Looks once and delivers what is due, in a process of its own: for a test that kills it at a crash point. */
const { TEST_DATABASE = "", TEST_ENDPOINT = "", TEST_SECRET = "" } = process.env;
const db = createDatabase({ connectionString: TEST_DATABASE, applicationName: "test" });
const alerts = { endpoints: [endpointOf(TEST_ENDPOINT)], secret: TEST_SECRET };
const context = { db, alerts, logger: pino({ level: "silent" }) } as unknown as JobContext;
for (const { payload } of await alertsJob.unfinished(context)) await alertsJob.run(context, payload);
await db.destroy();
