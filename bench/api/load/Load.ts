export type LoadOptions = {
  readonly url: string;
  /** A file with a request's body on each line; they are sent in turn. */
  readonly bodies: string;
  /** Replaces `#unique#` in bodies by a number that was never sent before. */
  readonly unique: boolean;
  readonly accept: string;
  readonly seconds: number;
  readonly connections: number;
};

export type LoadResult = {
  readonly requests: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answers other than 2xx, and requests without one. */
  readonly failures: number;
};

/** Sends as many requests as the server answers, from a process of its own. */
export type Load = {
  readonly name: string;
  run(options: LoadOptions): Promise<LoadResult>;
};
