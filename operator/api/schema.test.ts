import { readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { expect, it } from "vitest";
import { awaitingTasksDocument, submitResponseDocument } from "./operations.gen.ts";

const schema = buildSchema(readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8"));

it.each([awaitingTasksDocument, submitResponseDocument])(
  "asks only for what the schema has: $text",
  ({ text }) => {
    expect(validate(schema, parse(text))).toEqual([]);
  },
);
