import type { Database } from "../database/createDatabase.ts";

/** The parts of an epoch's gzipped bundle, one after the other; none while it is not complete. */
export async function* readBundle(db: Database, epoch: bigint): AsyncGenerator<Buffer> {
  for (let part = 0; ; part++) {
    const row = await db
      .selectFrom("nektar.reward_bundle as bundle")
      .innerJoin("nektar.reward_epoch as epoch", "epoch.epoch", "bundle.epoch")
      .select("bundle.bytes")
      .where("bundle.epoch", "=", epoch)
      .where("bundle.part", "=", part)
      .where("epoch.state", "<>", "calculating")
      .executeTakeFirst();
    if (!row) return;
    yield row.bytes;
  }
}
