import { parseEther } from "viem";
import { migrate } from "../../../lib/database/migrate.ts";
import { createIndexerTables, setProgress } from "../../../test/support/createIndexerTables.ts";
import { createTestDatabase } from "../../../test/support/testDatabase.ts";
import type { SendingContext } from "../../context.ts";
import { openSender } from "../../transactions/testing/openSender.ts";
import { watchIntents } from "../../transactions/watchIntents.ts";
import { findEquivocations, listUnsettled } from "../queries.ts";
import { settleOffence } from "../settleOffence.ts";
import type { Scene } from "./openScene.ts";

const copied = ["indexer.task", "indexer.assignment", "indexer.operator", "nektar.response"] as const;

/** Somebody else who runs the same jobs: another database with what is indexed and stored so far, another account. */
export async function openRival(scene: Scene) {
  const database = await createTestDatabase();
  const sender = openSender({ url: database.url, rpcUrl: scene.chain.url, name: "rival" });
  const { db, logger } = sender;
  await migrate(db);
  await createIndexerTables(db);
  await setProgress(db, { latest: [500n, 20n], finalized: [400n, 15n] });
  for (const table of copied) {
    const rows = await scene.sender.db.selectFrom(table).selectAll().execute();
    if (rows.length > 0) await db.insertInto(table).values(rows).execute();
  }
  await scene.chain.client.setBalance({ address: sender.account.address, value: parseEther("100") });
  const context: SendingContext = { db, logger, sender, deployment: scene.context.deployment };
  return {
    sender,

    /** Decides and sends, as in a second of the jobs' process; does not wait for a block. */
    async send(): Promise<void> {
      await findEquivocations(db);
      for (const offence of await listUnsettled(db)) await settleOffence(context, offence);
    },
    watch: () => watchIntents(sender),

    async close(): Promise<void> {
      await sender.close();
      await database.drop();
    },
  };
}
