import { keccak256, toHex, zeroHash } from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { createDatabase } from "../../lib/database/createDatabase.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { createIndexerTables, setProgress } from "../../test/support/createIndexerTables.ts";
import { startChain } from "../../test/support/testChain.ts";
import { startTestPostgres } from "../../test/support/testPostgres.ts";
import { epochSeconds, fillWorld } from "./world.ts";

/** A Postgres and a chain of their own, and the indexer's tables of so many intervals. All epochs before `finalEpochs` are final. */
export async function openWorld(intervals: number, finalEpochs: number) {
  const [postgres, chain] = await Promise.all([startTestPostgres(), startChain()]);
  const db = createDatabase({
    connectionString: postgres.url,
    applicationName: "bench",
    statementTimeoutMs: 600_000,
  });
  await chain.client.mine({ blocks: 20, interval: 10 });
  const genesis = Number((await chain.client.getBlock({ blockNumber: 1n })).timestamp);
  await migrate(db);
  await createIndexerTables(db);
  await fillWorld(db, intervals, genesis);
  const end: [bigint, bigint] = [BigInt(genesis + finalEpochs * epochSeconds), 20n];
  await setProgress(db, { latest: end, finalized: end });
  const env = {
    BENCH_DATABASE: postgres.url,
    BENCH_RPC: chain.url,
    BENCH_DEPLOYMENT: JSON.stringify(deploymentAt(genesis)),
  };
  const close = async () => {
    await db.destroy();
    await Promise.all([postgres.stop(), chain.stop()]);
  };
  return { db, genesis, env, url: postgres.url, close };
}

/** Addresses that nothing is sent to: the calculation asks the chain for the headers of its blocks alone. */
function deploymentAt(genesis: number): Deployment {
  const names = ["accessManager", "epochClock", "operatorRegistry", "networkRegistry", "delegationManager"];
  names.push("allocationManager", "stakeRegistry", "taskManager", "challengeManager", "slashingManager");
  const contracts = [...names, "rewardsCoordinator"].map((name) => [
    name,
    keccak256(toHex(name)).slice(0, 42),
  ]);
  return {
    ...{ chainId: 31337, genesisHash: zeroHash, startBlock: 0, codeHashes: {} },
    epoch: { genesis, lengthSeconds: epochSeconds },
    contracts: Object.fromEntries(contracts) as Deployment["contracts"],
  };
}
