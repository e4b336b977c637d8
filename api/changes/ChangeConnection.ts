import pg from "pg";
import { type CheckpointTable, findCheckpointTable, type Sighting, selectSighting } from "./queries.ts";

/** Sent by Ponder with every indexed block; not with a rollback. */
const indexerChannel = "indexer_live_query";
/** Sent by triggers on tables of the schema `nektar`. */
const nektarChannel = "nektar_change";
/** A database that takes longer counts as away. */
const patienceMs = 3_000;

export type ConnectionOptions = {
  readonly connectionString: string;
  /** False on a replica, which cannot listen. */
  readonly listen: boolean;
  readonly onIndexerChange: () => void;
  readonly onNektarChange: () => void;
  /** Called once; what came after the last look may be missed. */
  readonly onLost: () => void;
};

/** One connection of its own, not of a pool: its messages come in the order of the commits, also under load. */
export class ChangeConnection {
  readonly #client: pg.Client;
  readonly #onLost: () => void;
  #table: CheckpointTable | undefined;
  #lost = false;

  private constructor(client: pg.Client, onLost: () => void) {
    this.#client = client;
    this.#onLost = onLost;
  }

  /** @throws {Error} when the database does not answer. */
  static async open(options: ConnectionOptions): Promise<ChangeConnection> {
    const client = new pg.Client({
      connectionString: options.connectionString,
      application_name: "nektar_api_changes",
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
      statement_timeout: patienceMs,
      keepAlive: true,
    });
    const connection = new ChangeConnection(client, options.onLost);
    client.on("error", () => connection.#lose());
    client.on("end", () => connection.#lose());
    client.on("notification", ({ channel }) => {
      if (channel === indexerChannel) options.onIndexerChange();
      else if (channel === nektarChannel) options.onNektarChange();
    });
    try {
      await client.connect();
      if (options.listen) await client.query(`listen ${indexerChannel}; listen ${nektarChannel}`);
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /**
   * Looks at the indexer's tables.
   *
   * @returns undefined while there are none, or none of this chain.
   * @throws {Error} when the database does not answer; the connection is given up then.
   */
  async look(chainId: number): Promise<Sighting | undefined> {
    try {
      // A second time when the views were moved to a new deployment's tables since the last look.
      for (let attempt = 0; attempt < 2; attempt++) {
        this.#table ??= await findCheckpointTable(this.#client);
        if (this.#table === undefined) return undefined;
        const sighting = await selectSighting(this.#client, this.#table, chainId);
        if (sighting !== undefined) return sighting;
        this.#table = undefined;
      }
      return undefined;
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Ends it without a call of `onLost`. */
  close(): void {
    this.#lost = true;
    this.#client.end().catch(() => {});
  }

  #lose(): void {
    if (this.#lost) return;
    this.close();
    this.#onLost();
  }
}
