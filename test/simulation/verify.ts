import { deepStrictEqual } from "node:assert";
import { checkAt } from "../../indexer/check/checkAt.ts";
import { type Digest, digestTables } from "../../indexer/digest/digestTables.ts";
import { lookAtInvariants } from "../../indexer/invariants/monitor.ts";
import { compareWithChain } from "../../indexer/testing/compareWithChain.ts";
import { withClient } from "../../indexer/testing/database.ts";
import type { Protocol } from "../../indexer/testing/protocol.ts";
import { connectChain } from "../../lib/chain/connectChain.ts";
import { readSnapshot } from "../../lib/database/checkpoint.ts";
import type { Database } from "../../lib/database/createDatabase.ts";

/** The rows of an indexer that stands at the chain's newest block. */
export type Indexed = { readonly db: Database; readonly url: string; readonly protocol: Protocol };

const longestMessage = 1_500;

/** What every table says beside the contracts' logs and views at a block; empty when it is the same. */
export async function differencesFromChain({ db, protocol }: Indexed, head: bigint): Promise<string[]> {
  const comparisons = await compareWithChain(db, protocol, head);
  return comparisons.flatMap(({ what, rows, chain }) => difference(what, rows, chain));
}

/** The same by `indexer check`, as of these blocks. */
export async function differencesAsOf(
  { db, protocol }: Indexed,
  blocks: readonly bigint[],
): Promise<string[]> {
  const { deployment, client } = protocol;
  const tools = { db, chain: connectChain([client.transport.url ?? ""]), deployment };
  const found: string[] = [];
  for (const block of blocks) {
    await checkAt(tools, block, (_tally, differences) => {
      for (const { what, row, field, ours, chain } of differences) {
        found.push(`as of block ${block}: ${what} ${row}: ${field} is ${ours}, on chain ${chain}`);
      }
    });
  }
  return found;
}

/** Invariants that the rows break. */
export async function brokenInvariants({ url }: Indexed): Promise<string[]> {
  const findings = await withClient(url, (client) => lookAtInvariants(client, -1n));
  return findings.flatMap(({ name, violations, example }) =>
    violations > 0 ? [`${name} is broken in ${violations} rows: ${example}`] : [],
  );
}

/** How the tables of two indexers differ. */
export async function differingTables(one: Database, other: Database): Promise<string[]> {
  const [ours, theirs] = [await digestsOf(one), await digestsOf(other)];
  if (ours.length < 30) throw new Error(`only ${ours.length} tables were found`);
  return difference("digests of tables", ours, theirs);
}

function digestsOf(db: Database): Promise<Digest[]> {
  return readSnapshot(db, async (trx) => {
    const digests: Digest[] = [];
    for await (const digest of digestTables(trx)) digests.push(digest);
    return digests;
  });
}

/** What is compared and where both sides part; empty if they do not. */
export function difference(what: string, rows: unknown, chain: unknown): string[] {
  try {
    deepStrictEqual(rows, chain);
    return [];
  } catch (error) {
    return [`${what}: ${(error as Error).message.slice(0, longestMessage)}`];
  }
}
