import type { LogItem } from "../LogItem.ts";
import { type LogSource, mostHeld } from "../LogTopic.ts";

/** Which items to select: those of blocks above `above`, and up to `upTo` where that is given. */
export type Selection = {
  readonly above: bigint;
  readonly upTo: bigint | undefined;
  readonly limit: number;
  readonly order: "asc" | "desc";
};

/**
 * A log whose items are rows. Its window is read newest first, with one more item than is held: what does not fit counts as final.
 *
 * @param select the first `limit` items in the order, oldest first.
 */
export function rowLog(name: string, select: (selection: Selection) => Promise<LogItem[]>): LogSource {
  return {
    name,
    isChain: false,
    mostReplayed: 1_000,
    async window({ finalised }) {
      const found = await select({ above: finalised, upTo: undefined, limit: mostHeld + 1, order: "desc" });
      const base = found.length > mostHeld ? (found[0]?.block ?? finalised) : finalised;
      return { base, items: found.filter(({ block }) => block > base) };
    },
    between: (above, upTo, limit) => select({ above, upTo, limit, order: "asc" }),
  };
}
