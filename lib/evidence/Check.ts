/** One part of a piece of evidence, and whether it holds; null when nobody could be asked. */
export type Check = { readonly name: string; readonly holds: boolean | null; readonly detail: string };
