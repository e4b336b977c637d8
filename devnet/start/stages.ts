/** Services of one stage rest on lower ones only; they stop in the reverse order. */
export const stages = { engines: 0, indexer: 1, processes: 2, operators: 3, activity: 4 } as const;
