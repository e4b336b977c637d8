import type { PublicClient } from "viem";
import { connectChain } from "../chain/connectChain.ts";
import { type Deployment, readDeployment } from "../chain/deployment.ts";
import { parseEnvironment } from "../config/parseEnvironment.ts";
import { addressesFile, postgresUrl, rpcUrls } from "../config/variables.ts";
import { createDatabase, type Database } from "../database/createDatabase.ts";

export type Tools = { readonly db: Database; readonly chain: PublicClient; readonly deployment: Deployment };

const environment = { DATABASE_URL: postgresUrl, RPC_URL: rpcUrls, NEKTAR_ADDRESSES: addressesFile };

/** Opens database and chain for one command and closes them again. */
export async function withChain<Result>(use: (tools: Tools) => Promise<Result>): Promise<Result> {
  const parsed = parseEnvironment(environment);
  const deployment = readDeployment(parsed.NEKTAR_ADDRESSES);
  const db = createDatabase({ connectionString: parsed.DATABASE_URL, applicationName: "nektar", max: 2 });
  try {
    return await use({ db, chain: connectChain(parsed.RPC_URL), deployment });
  } finally {
    await db.destroy();
  }
}
