import { type Connection, connectionOf } from "../pagination/connection.ts";
import type { Keyset } from "../pagination/keyset.ts";
import { type Page, type PageArguments, readPage } from "../pagination/pageArguments.ts";
import type { RewardEpochModel } from "./models.ts";

const keyset: Keyset<RewardEpochModel> = {
  name: "rewardEpochs",
  columns: [{ column: "epoch", kind: "numeric" }],
  direction: "desc",
};

/** Epochs 0 to `current`, newest first. They follow from the clock, so that no table is read. */
export function epochConnection(current: bigint, args: PageArguments): Connection<RewardEpochModel> {
  const page = readPage(keyset, args);
  const rows = async () => epochsOf(current, page);
  return connectionOf({ keyset, page, rows, count: async () => current + 1n });
}

function epochsOf(current: bigint, page: Page): RewardEpochModel[] {
  // Newest first: what comes after a cursor is smaller, what comes before it is larger.
  const after = page.after?.[0];
  const before = page.before?.[0];
  const highest = min(current, after === undefined ? current : BigInt(after) - 1n);
  const lowest = before === undefined ? 0n : BigInt(before) + 1n;
  const epochs: RewardEpochModel[] = [];
  for (let step = 0n; step <= BigInt(page.limit); step++) {
    const epoch = page.backward ? lowest + step : highest - step;
    if (epoch < lowest || epoch > highest) break;
    epochs.push({ epoch });
  }
  return epochs;
}

const min = (left: bigint, right: bigint) => (left < right ? left : right);
