import type pg from "pg";
import type { Hex } from "viem";
import { finalizedBlock, metaSchema, newestCachedBlock } from "./schemas.ts";

/** What the chain says about a block that was taken for final. */
export type Finding = "same" | "different" | "missing" | "unknown";
/** `forked`: the chain has left the blocks that our rows rest on, which Ponder would never notice. */
export type Verdict = "sound" | "suspicious" | "forked";

/** A lagging or lying endpoint must not cost a rebuild: only what is seen so often in a row counts. */
const patience = { different: 2, missing: 10 } as const;

/** One endpoint that still knows the block is enough; a difference needs all of those that answered. */
export function compareHash(expected: string, answers: readonly (Hex | null | undefined)[]): Finding {
  const given = answers.filter((hash) => hash !== undefined);
  if (given.length === 0) return "unknown";
  if (given.includes(expected as Hex)) return "same";
  return given.every((hash) => hash === null) ? "missing" : "different";
}

type Options = {
  readonly pool: pg.Pool;
  readonly schema: string;
  readonly chainId: number;
  readonly hashesOf: (block: bigint) => Promise<(Hex | null | undefined)[]>;
};

/**
 * Watches for a reorganisation deeper than Ponder's finality. It compares with the chain: the newest block in Ponder's
 * cache, and the newest finalized block that it recorded itself when it was sound.
 */
export function createSentinel({ pool, schema, chainId, hashesOf }: Options): { look(): Promise<Verdict> } {
  let inARow = { finding: "same" as Finding, times: 0 };

  async function findingOf(known: { block: bigint; hash: string } | null): Promise<Finding> {
    return known ? compareHash(known.hash, await hashesOf(known.block)) : "same";
  }

  return {
    async look() {
      const findings = [
        await findingOf(await newestCachedBlock(pool, chainId)),
        await findingOf(await recordedBlock(pool, schema)),
      ];
      const finding = worst(findings);
      inARow = { finding, times: finding === inARow.finding ? inARow.times + 1 : 1 };
      if (finding === "different" || finding === "missing") {
        return inARow.times >= patience[finding] ? "forked" : "suspicious";
      }
      if (finding === "same") await recordFinalized();
      return "sound";
    },
  };

  async function recordFinalized(): Promise<void> {
    const block = await finalizedBlock(pool, schema);
    if (block === null) return;
    const hash = (await hashesOf(block)).find((answer) => typeof answer === "string");
    if (hash) await recordBlock(pool, schema, block, hash);
  }
}

function worst(findings: readonly Finding[]): Finding {
  const order: readonly Finding[] = ["different", "missing", "unknown", "same"];
  return order.find((finding) => findings.includes(finding)) ?? "same";
}

async function recordedBlock(pool: pg.Pool, schema: string): Promise<{ block: bigint; hash: string } | null> {
  const { rows } = await pool.query<{ block: bigint; hash: string }>(
    `select block, hash from ${metaSchema}.finality where schema = $1`,
    [schema],
  );
  return rows[0] ?? null;
}

async function recordBlock(pool: pg.Pool, schema: string, block: bigint, hash: Hex): Promise<void> {
  await pool.query(
    `insert into ${metaSchema}.finality (schema, block, hash) values ($1, $2, $3)
     on conflict (schema) do update set block = excluded.block, hash = excluded.hash
     where finality.block < excluded.block`,
    [schema, block, hash],
  );
}
