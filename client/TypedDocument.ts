/** The text of an operation, which knows what it answers and what it asks for. */
export class TypedDocument<Result, Variables> {
  readonly text: string;
  /** Holds the types alone; there is never a value. */
  declare readonly types: { readonly result: Result; readonly variables: Variables };

  constructor(text: string) {
    this.text = text;
  }
}
