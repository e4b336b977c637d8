/** The reward epochs of a deployment: `[genesis + e * length, genesis + (e + 1) * length)`, in seconds of block time. */
export type EpochSchedule = { readonly genesis: number; readonly lengthSeconds: number };

/** The epoch that holds `timestamp` (seconds); negative before genesis. */
export function epochAt(schedule: EpochSchedule, timestamp: bigint): bigint {
  const offset = timestamp - BigInt(schedule.genesis);
  const length = BigInt(schedule.lengthSeconds);
  const quotient = offset / length;
  return offset < 0n && offset % length !== 0n ? quotient - 1n : quotient;
}

/** First second of an epoch. */
export function epochStart(schedule: EpochSchedule, epoch: bigint): bigint {
  return BigInt(schedule.genesis) + epoch * BigInt(schedule.lengthSeconds);
}

/** First second after an epoch. */
export function epochEnd(schedule: EpochSchedule, epoch: bigint): bigint {
  return epochStart(schedule, epoch + 1n);
}
