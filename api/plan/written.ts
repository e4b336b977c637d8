import type { FilterKind } from "./columnFilters.ts";

/** Filters by when a row was first written, for every type whose rows carry it. */
export const createdFilters: Readonly<Record<string, readonly [string, FilterKind]>> = {
  createdBlock: ["created_block", "number"],
  createdAt: ["created_at", "time"],
  createdTx: ["created_tx", "hash"],
};
