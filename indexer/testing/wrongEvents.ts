import { readProgress } from "../../lib/database/checkpoint.ts";
import type { Database } from "../../lib/database/createDatabase.ts";
import { checkEvents } from "./checks/events.ts";
import type { Protocol } from "./protocol.ts";

const farAhead = 1_000_000n;

/**
 * What readers can see now and should not: rows of the log of events that no log of the chain gives, and logs of indexed
 * blocks without a row. Nothing while the views do not exist yet.
 */
export async function wrongEvents(db: Database, protocol: Protocol): Promise<string[]> {
  const progress = await readProgress(db).catch(() => null);
  if (!progress) return [];
  const comparisons = await checkEvents(db, protocol, progress.latest.block + farAhead);
  return comparisons.flatMap(({ what, ...sides }) => {
    const rows = entries(sides.rows);
    const chain = entries(sides.chain);
    const added = [...rows.keys()].filter((text) => !chain.has(text));
    const missing = [...chain].filter(([text, block]) => block <= progress.latest.block && !rows.has(text));
    return [
      ...added.map((text) => `${what}: added ${text}`),
      ...missing.map(([text]) => `${what}: no ${text}`),
    ];
  });
}

/** Each entry as text, with its block, which comes first. */
function entries(side: unknown): Map<string, bigint> {
  const texts = (side as readonly (readonly [bigint, ...unknown[]])[]).map(
    (entry) =>
      [
        JSON.stringify(entry, (_, value) => (typeof value === "bigint" ? `${value}` : value)),
        entry[0],
      ] as const,
  );
  return new Map(texts);
}

/** Looks again and again until it is stopped, and returns all that was ever wrong. */
export function watchEvents(db: Database, protocol: Protocol, everyMs = 100): { stop(): Promise<string[]> } {
  const seen = new Set<string>();
  let looks = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      for (const wrong of await wrongEvents(db, protocol)) seen.add(wrong);
      looks += 1;
      await new Promise((done) => setTimeout(done, everyMs));
    }
  })();
  return {
    async stop() {
      isOver = true;
      await watching;
      if (looks === 0) throw new Error("nothing was looked at");
      return [...seen];
    },
  };
}
