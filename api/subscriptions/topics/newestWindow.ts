import type { LogItem } from "../LogItem.ts";
import { type BlockRange, mostHeld, type Window } from "../LogTopic.ts";

/**
 * The window of a log that is read newest first, with one more item than is held: what does not fit counts as final.
 * @param select the newest `limit` items of blocks above `block`, oldest first.
 */
export async function newestWindow(
  { finalised }: BlockRange,
  select: (block: bigint, limit: number) => Promise<LogItem[]>,
): Promise<Window> {
  const found = await select(finalised, mostHeld + 1);
  const base = found.length > mostHeld ? (found[0]?.block ?? finalised) : finalised;
  return { base, items: found.filter(({ block }) => block > base) };
}
