/** An object that is no row: its type, and what its fields are made from. */
export type PayloadRow = Readonly<Record<string, unknown>> & { readonly __typename: string };
