import { sql } from "kysely";
import type { Hex } from "viem";
import type { Database } from "../database/createDatabase.ts";
import { openKeccak } from "./keccak/openKeccak.ts";
import type { MerkleTree } from "./MerkleTree.ts";
import { nodeBytes, type RewardLeaf, TreeMemory } from "./TreeMemory.ts";

/** 256 KiB a row. */
const nodesInPiece = 8_192;

/** Writes the nodes of an epoch's tree, in place of those that an earlier run left. Run it in a transaction. */
export async function storeTree(trx: Database, epoch: bigint, { nodes }: MerkleTree): Promise<void> {
  await trx.deleteFrom("nektar.reward_tree").where("epoch", "=", epoch).execute();
  const pieceBytes = nodesInPiece * nodeBytes;
  for (let piece = 0; piece * pieceBytes < nodes.length; piece++) {
    const part = nodes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes);
    await trx
      .insertInto("nektar.reward_tree")
      .values({ epoch, piece, nodes: Buffer.from(part) })
      .execute();
  }
}

/**
 * The Merkle proof of a leaf from the stored nodes: one statement that reads some 35 nodes.
 *
 * @param count of the tree's leaves.
 * @returns undefined when the tree has no such leaf, or is not stored.
 */
export async function readStoredProof(
  db: Database,
  epoch: bigint,
  count: number,
  leaf: RewardLeaf,
): Promise<Hex[] | undefined> {
  const hash = hashOf(leaf);
  const [first, last] = [count - 1, 2 * count - 2];
  // Hashes are spread evenly: of a million leaves all but one in ten thousand are within four times the root of their number.
  const expected = first + Number(((wordMask - hash.readBigUint64BE()) * BigInt(count)) >> 64n);
  const spread = 4 * Math.ceil(Math.sqrt(count));
  const near = { low: Math.max(first, expected - spread), high: Math.min(last, expected + spread) };
  return (
    (await searchProof(db, epoch, hash, near)) ??
    (await searchProof(db, epoch, hash, { low: first, high: last }))
  );
}

const wordMask = (1n << 64n) - 1n;

/** Searches leaves' nodes, which lie in descending order of their hashes, by halves; then reads the siblings on the way to the root. */
async function searchProof(
  db: Database,
  epoch: bigint,
  hash: Buffer,
  { low, high }: { readonly low: number; readonly high: number },
): Promise<Hex[] | undefined> {
  const { rows } = await sql<{ node: number; hash: Buffer | null }>`
    with recursive search(low, high, middle, found) as (
      select ${low}::integer, ${high}::integer, null::integer, null::bytea
      union all
      select
        case when probe.hash > ${hash} then probe.middle + 1 else search.low end,
        case when probe.hash > ${hash} then search.high else probe.middle - 1 end,
        probe.middle,
        probe.hash
      from search
      cross join lateral (
        select half.middle, ${nodeAt(sql`half.middle`)} as hash
        from (select (search.low + search.high) / 2 as middle) as half
        join nektar.reward_tree as tree
          on tree.epoch = ${epoch} and tree.piece = half.middle / ${sql.lit(nodesInPiece)}
      ) as probe
      where search.low <= search.high and search.found is distinct from ${hash}
    ),
    path(node) as (
      select middle from search where found = ${hash}
      union all
      select (node - 1) / 2 from path where node > 0
    ),
    wanted(node, sibling) as (
      select node, case when node % 2 = 1 then node + 1 else node - 1 end from path
    )
    select wanted.node, case when wanted.node > 0 then ${nodeAt(sql`wanted.sibling`)} end as hash
    from wanted
    left join nektar.reward_tree as tree
      on tree.epoch = ${epoch} and tree.piece = wanted.sibling / ${sql.lit(nodesInPiece)}
    order by wanted.node desc
  `.execute(db);
  const siblings = rows.flatMap((row) => (row.node > 0 ? [row.hash] : []));
  if (rows.length === 0 || siblings.includes(null)) return undefined;
  return siblings.map((sibling) => `0x${(sibling as Buffer).toString("hex")}` as const);
}

/** The hash of a node, as SQL; `tree` is the row that holds it. */
const nodeAt = (node: ReturnType<typeof sql>) =>
  sql<Buffer>`substring(tree.nodes from (${node} % ${sql.lit(nodesInPiece)}) * ${sql.lit(nodeBytes)} + 1 for ${sql.lit(nodeBytes)})`;

function hashOf(leaf: RewardLeaf): Buffer {
  const tree = new TreeMemory(1, 1);
  tree.encode(0, leaf);
  openKeccak(tree.memory)(tree.leaves(0, 1));
  return Buffer.from(tree.nodes);
}
