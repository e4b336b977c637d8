/** `ITaskManager.TaskStatus`. */
export const taskStatus = {
  ...{ unknown: 0, open: 1, responded: 2, final: 3 },
  ...{ expired: 4, challenged: 5, rejected: 6 },
} as const;
