import type pg from "pg";
import { lookAtInvariants } from "../../indexer/invariants/monitor.ts";
import type { Section } from "../support/report.ts";
import { withClient } from "./databases.ts";

/** Blocks that may change between a look and the next: those above finality, which moves in steps of its own depth. */
const unsettledBlocks = 60;

/** What a look at the invariants costs a database in which so many events were indexed up to `head`. */
export async function measureInvariants(databaseUrl: string, head: number): Promise<Section> {
  return withClient(databaseUrl, async (client) => {
    const looks = [
      ["each minute: what changed above the last final block", BigInt(head - unsettledBlocks)],
      ["each hour: everything", -1n],
    ] as const;
    const rows = [];
    for (const [what, above] of looks) rows.push([what, ...(await lookTimed(client, above))]);
    return {
      title: "A look at the invariants, on the rows of ours",
      columns: ["which", "queries", "all, ms", "slowest, ms"],
      rows,
      notes: ["One query after another in one session of its own; nothing is locked."],
    };
  });
}

async function lookTimed(client: pg.Client, above: bigint): Promise<string[]> {
  const times: number[] = [];
  const timed = async (text: string, values: unknown[]) => {
    const since = performance.now();
    const result = await client.query(text, values);
    times.push(performance.now() - since);
    return result;
  };
  const findings = await lookAtInvariants({ query: timed as unknown as pg.Client["query"] }, above);
  const broken = findings.filter(({ violations }) => violations > 0);
  if (broken.length > 0) throw new Error(`broken: ${broken.map(({ name }) => name).join(", ")}`);
  const sum = times.reduce((total, time) => total + time, 0);
  return [String(times.length), sum.toFixed(0), Math.max(...times).toFixed(0)];
}
