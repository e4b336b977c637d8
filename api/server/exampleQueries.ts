import { readdirSync, readFileSync } from "node:fs";

const directory = new URL("../../docs/queries/", import.meta.url);

/** What GraphiQL opens with, a tab for each file of `docs/queries`, in their order. Every one of them is run by a test. */
export const exampleQueries: readonly string[] = readdirSync(directory)
  .filter((name) => name.endsWith(".graphql"))
  .sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10))
  .map((name) => readFileSync(new URL(name, directory), "utf8"));
