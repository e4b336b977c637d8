import { readFileSync } from "node:fs";

/** The API's contract, `schema.graphql` at the top level. */
export const schemaText = readFileSync(new URL("../schema.graphql", import.meta.url), "utf8");
