import pg from "pg";
import { RowQuery } from "./RowQuery.ts";

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
    run: (statement, signal) =>
      new Promise((done, fail) => {
        pool.connect((refused, client, release) => {
          if (client === undefined) return fail(refused);
          if (signal?.aborted) {
            release();
            return fail(signal.reason);
          }
          const cancellation = signal && new Cancellation(signal, cancel, client);
          client.query(
            new RowQuery(statement, (error, row) => {
              const cancelled = cancellation?.end();
              // A cancellation that comes late must not hit the connection's next statement.
              if (cancelled === undefined) release();
              else cancelled.then(() => release());
              if (error === undefined) done(row);
              else fail(signal?.aborted ? signal.reason : error);
            }),
          );
        });
      }),
    close: async () => cancelling?.end(),
  };
}

/** Cancels a connection's statement once a signal is aborted. */
class Cancellation {
  readonly #signal: AbortSignal;
  readonly #cancel: (client: pg.PoolClient) => Promise<void>;
  readonly #client: pg.PoolClient;
  #cancelled: Promise<void> | undefined;

  constructor(signal: AbortSignal, cancel: (client: pg.PoolClient) => Promise<void>, client: pg.PoolClient) {
    this.#signal = signal;
    this.#cancel = cancel;
    this.#client = client;
    signal.addEventListener("abort", this);
  }

  handleEvent(): void {
    this.#cancelled ??= this.#cancel(this.#client).catch(() => {});
  }

  /** @returns what is to be waited for before the connection is used again. */
  end(): Promise<void> | undefined {
    this.#signal.removeEventListener("abort", this);
    return this.#cancelled;
  }
}

function cancellingPool({ options }: pg.Pool): pg.Pool {
  const pool = new pg.Pool({ ...options, max: 1, idleTimeoutMillis: 1_000, allowExitOnIdle: true });
  pool.on("error", () => {});
  return pool;
}
