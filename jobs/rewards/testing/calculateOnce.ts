import { deploymentSchema } from "../../../lib/chain/deployment.ts";
import { openSender } from "../../transactions/testing/openSender.ts";
import { calculateInStages } from "../calculateInStages.ts";

/** Calculates one epoch in a process of its own: for tests that kill it at a crash point. */
const { TEST_DATABASE = "", TEST_RPC = "", TEST_DEPLOYMENT = "", TEST_EPOCH = "" } = process.env;
const sender = openSender({ url: TEST_DATABASE, rpcUrl: TEST_RPC, name: "calculate once" });
const deployment = deploymentSchema.parse(JSON.parse(TEST_DEPLOYMENT));
const { db, chain, logger } = sender;
await calculateInStages({ db, chain, deployment, logger }, BigInt(TEST_EPOCH));
await sender.close();
