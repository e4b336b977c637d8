import { readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { expect, it } from "vitest";
import { awaitingTasksQuery } from "./fetchAwaitingTasks.ts";
import { ownResponsesQuery } from "./fetchOwnResponses.ts";
import { rewardsQuery } from "./fetchRewards.ts";
import { signedTaskQuery } from "./fetchSignedTask.ts";
import { submitResponseMutation } from "./submitResponse.ts";
import { taskUpdatesSubscription } from "./subscribeTasks.ts";

const schema = buildSchema(readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8"));

it.each([
  awaitingTasksQuery,
  ownResponsesQuery,
  rewardsQuery,
  signedTaskQuery,
  submitResponseMutation,
  taskUpdatesSubscription,
])("asks only for what the schema has: %s", (document) => {
  expect(validate(schema, parse(document))).toEqual([]);
});
