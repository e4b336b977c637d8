import { sql } from "kysely";
import type { Hex } from "viem";
import type { Database } from "../database/createDatabase.ts";
import { openKeccak } from "./keccak/openKeccak.ts";
import { type MerkleTree, proofPath } from "./MerkleTree.ts";
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
 * The Merkle proof of a leaf from the stored nodes: two statements that read some 40 nodes.
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
  const node = await findLeaf(db, epoch, count, hashOf(leaf));
  if (node === undefined) return undefined;
  const path = proofPath(node);
  const { rows } = await sql<{ node: number; hash: Buffer }>`
    select wanted.node, ${nodeAt(sql`wanted.node`)} as hash
    from unnest(${path}::integer[]) as wanted(node)
    join nektar.reward_tree as tree on tree.epoch = ${epoch} and tree.piece = wanted.node / ${sql.lit(nodesInPiece)}
  `.execute(db);
  const hashes = new Map(rows.map((row) => [row.node, row.hash]));
  if (hashes.size !== path.length) return undefined;
  return path.map((sibling) => `0x${(hashes.get(sibling) as Buffer).toString("hex")}` as const);
}

/** Searches the leaves' nodes, which lie in descending order of their hashes, by halves. */
async function findLeaf(
  db: Database,
  epoch: bigint,
  count: number,
  hash: Buffer,
): Promise<number | undefined> {
  const { rows } = await sql<{ node: number }>`
    with recursive search(low, high, middle, found) as (
      select ${count - 1}::integer, ${2 * count - 2}::integer, null::integer, null::bytea
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
    )
    select middle as node from search where found = ${hash}
  `.execute(db);
  return rows[0]?.node;
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
