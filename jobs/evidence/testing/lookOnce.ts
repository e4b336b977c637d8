import { deploymentSchema } from "../../../lib/chain/deployment.ts";
import { openSender } from "../../transactions/testing/openSender.ts";
import { watchIntents } from "../../transactions/watchIntents.ts";
import { evidenceJob } from "../job.ts";
import { listUnsettled } from "../queries.ts";
import { settleOffence } from "../settleOffence.ts";

/** Looks a few times at everything unsettled, in a process of its own: for tests that kill it at a crash point. */
const { TEST_DATABASE = "", TEST_RPC = "", TEST_DEPLOYMENT = "{}" } = process.env;
const sender = openSender({ url: TEST_DATABASE, rpcUrl: TEST_RPC, name: "reporter" });
const deployment = deploymentSchema.parse(JSON.parse(TEST_DEPLOYMENT));
const sync = { driftBps: 100, intervalSeconds: 60 };
const context = { db: sender.db, deployment, sender, logger: sender.logger, aggregateGraceMs: 0, sync };
for (let look = 0; look < 8; look++) {
  await evidenceJob.unfinished(context);
  for (const offence of await listUnsettled(sender.db)) await settleOffence(context, offence);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await watchIntents(sender);
}
await sender.close();
