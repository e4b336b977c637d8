import pg from "pg";

export type Statement = {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Given to statements that come again: Postgres keeps those it has parsed, per connection. */
  readonly name?: string;
};

/** Runs statements that yield one row of text. */
export type Statements = {
  /**
   * @param signal cancels it in Postgres, too.
   * @throws {Error} of pg, or the signal's reason.
   */
  run(statement: Statement, signal?: AbortSignal): Promise<readonly (string | null)[]>;
  close(): Promise<void>;
};

/** @param pool stays the caller's. */
export function createStatements(pool: pg.Pool): Statements {
  // For cancelling alone, which must not wait for the connections that run what is to be cancelled.
  let cancelling: pg.Pool | undefined;
  const cancel = async (client: pg.PoolClient) => {
    cancelling ??= cancellingPool(pool);
    const { processID } = client as unknown as { processID: number };
    await cancelling.query("select pg_cancel_backend($1)", [processID]);
  };
  return {
    async run({ text, values, name }, signal) {
      const client = await pool.connect();
      let cancelled: Promise<void> | undefined;
      const stop = () => {
        cancelled ??= cancel(client).catch(() => {});
      };
      try {
        signal?.throwIfAborted();
        signal?.addEventListener("abort", stop, { once: true });
        const query = {
          text,
          values: [...values],
          rowMode: "array",
          ...(name === undefined ? {} : { name }),
        };
        const { rows } = await client.query(query as pg.QueryArrayConfig);
        return rows[0] as (string | null)[];
      } catch (error) {
        signal?.throwIfAborted();
        throw error;
      } finally {
        signal?.removeEventListener("abort", stop);
        // A cancellation that comes late must not hit the connection's next statement.
        await cancelled;
        client.release();
      }
    },
    close: async () => cancelling?.end(),
  };
}

function cancellingPool({ options }: pg.Pool): pg.Pool {
  const pool = new pg.Pool({ ...options, max: 1, idleTimeoutMillis: 1_000, allowExitOnIdle: true });
  pool.on("error", () => {});
  return pool;
}
