import type { Deployment } from "../chain/deployment.ts";
import { ConfigError } from "../errors/NektarError.ts";
import type { Database } from "./createDatabase.ts";

/**
 * Binds our schema to the one chain and deployment whose rows it holds, the first time it is called. Rows of ours cannot be
 * made again from the chain, so they are never dropped for another one.
 *
 * @throws {ConfigError} when the database belongs to another chain or deployment.
 */
export async function bindChain(db: Database, deployment: Deployment): Promise<void> {
  const { chainId, genesisHash, contracts } = deployment;
  const bound = await db.transaction().execute(async (trx) => {
    const present = await trx.selectFrom("nektar.chain").selectAll().executeTakeFirst();
    if (present) return present;
    await trx
      .insertInto("nektar.chain")
      .values({ chain_id: chainId, genesis_hash: genesisHash, task_manager: contracts.taskManager })
      .onConflict((conflict) => conflict.column("chain_id").doNothing())
      .execute();
    return trx.selectFrom("nektar.chain").selectAll().executeTakeFirstOrThrow();
  });
  const isSame =
    bound.chain_id === chainId &&
    bound.genesis_hash === genesisHash &&
    bound.task_manager === contracts.taskManager;
  if (isSame) return;
  throw new ConfigError(
    "This database holds the rows of another chain or deployment: give this one a database of its own, or set NEKTAR_ADDRESSES to the deployment that the rows belong to.",
    { bound, wanted: { chainId, genesisHash, taskManager: contracts.taskManager } },
  );
}
