import type { PublicClient } from "viem";
import { type Deployment, readDeployment } from "../../lib/chain/deployment.ts";
import { parseEnvironment } from "../../lib/config/parseEnvironment.ts";
import { createDatabase, type Database } from "../../lib/database/createDatabase.ts";
import { connectChain } from "../chain/connectChain.ts";
import { chainEnvironment } from "../config.ts";

export type Tools = { readonly db: Database; readonly chain: PublicClient; readonly deployment: Deployment };

/** Opens database and chain for one command and closes them again. */
export async function withChain<Result>(use: (tools: Tools) => Promise<Result>): Promise<Result> {
  const parsed = parseEnvironment(chainEnvironment);
  const deployment = readDeployment(parsed.NEKTAR_ADDRESSES);
  const db = createDatabase({ connectionString: parsed.DATABASE_URL, applicationName: "nektar", max: 2 });
  try {
    return await use({ db, chain: connectChain(parsed.RPC_URL), deployment });
  } finally {
    await db.destroy();
  }
}
