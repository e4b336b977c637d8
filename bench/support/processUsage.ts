import pidusage from "pidusage";

const everyMs = 100;

export type Usage = {
  /** CPU time of the process so far, user and system, in seconds. */
  readonly cpuSeconds: number;
  /** The most resident memory that was seen, in MiB. */
  readonly peakMiB: number;
};

export type Watched = {
  /** What the process used up to now. */
  usage(): Promise<Usage>;
  /** The same, for the last time. */
  stop(): Promise<Usage>;
};

/** Watches another process until `stop`, ten times a second. What it used in the last tenth before its end is not seen. */
export function watchProcess(pid: number): Watched {
  let latest: Usage = { cpuSeconds: 0, peakMiB: 0 };
  const look = async () => {
    try {
      const { ctime, memory } = await pidusage(pid);
      const peakMiB = Math.max(latest.peakMiB, memory / 1024 ** 2);
      latest = { cpuSeconds: ctime / 1_000, peakMiB };
    } catch {
      // It has ended: what was seen last stands.
    }
    return latest;
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  return {
    usage: look,
    async stop() {
      clearInterval(timer);
      return look();
    },
  };
}
