import pg from "pg";

/** A statement's one row as texts, or why there is none. */
export type RowTaken = (error: Error | undefined, row: readonly (string | null)[]) => void;

/** As pg makes texts of its own queries' values. */
const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: unknown): unknown } }).utils;

/** What pg's connection does for its own queries. */
type Wire = {
  readonly stream: { cork(): void; uncork(): void };
  readonly parsedStatements: Readonly<Record<string, string | undefined>>;
  readonly submittedNamedStatements: Record<string, string | undefined>;
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: readonly unknown[] }): void;
  execute(message: object): void;
  sync(): void;
  sendCopyFail(why: string): void;
};

/**
 * A query of pg's that yields one row of text. It asks for no description of its columns and makes no types, objects or promises of
 * them: that is a third of what a short statement costs this process.
 */
export class RowQuery implements pg.Submittable {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Empty for a statement that is not kept. */
  readonly name: string;
  readonly #taken: RowTaken;
  #row: readonly (string | null)[] = [];

  constructor(
    { text, values, name = "" }: Pick<RowQuery, "text" | "values"> & { name?: string },
    taken: RowTaken,
  ) {
    this.text = text;
    this.values = values;
    this.name = name;
    this.#taken = taken;
  }

  /** @returns why it cannot be sent; nothing of it is sent then. */
  submit(connection: unknown): Error | null {
    const wire = connection as Wire;
    const { name, text } = this;
    let values: readonly unknown[];
    try {
      values = this.values.map((value) => (typeof value === "string" ? value : prepareValue(value)));
    } catch (error) {
      return error as Error;
    }
    // One write for all messages.
    wire.stream.cork();
    try {
      if (name === "" || (wire.parsedStatements[name] ?? wire.submittedNamedStatements[name]) === undefined) {
        wire.parse({ name, text });
        if (name !== "") wire.submittedNamedStatements[name] = text;
      }
      wire.bind({ statement: name, values });
      wire.execute({});
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
    return null;
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    this.#row = fields;
  }
  handleReadyForQuery(): void {
    this.#taken(undefined, this.#row);
  }
  handleError(error: Error): void {
    this.#taken(error, []);
  }
  handleRowDescription(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
  handleCopyData(): void {}
  handleCopyInResponse(wire: Wire): void {
    wire.sendCopyFail("A statement that yields a row copies nothing.");
  }
}
