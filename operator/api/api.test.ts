import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type HostileApi, type Manner, startHostileApi } from "../testing/startHostileApi.ts";
import { fetchAwaitingTasks } from "./fetchAwaitingTasks.ts";
import { ApiError } from "./postGraphql.ts";
import { submitResponse } from "./submitResponse.ts";

const operator = `0x${"aa".repeat(20)}` as const;
const task = {
  taskId: `0x${"01".repeat(32)}`,
  network: `0x${"bb".repeat(20)}`,
  payload: "0x1234",
  referenceBlock: 7n,
} as const;
const never = new AbortController().signal;

describe("the API client against an adversary", () => {
  let api: HostileApi;
  beforeAll(async () => {
    api = await startHostileApi();
  });
  afterAll(() => api.close());

  it.each<[Manner]>([["garbage"], ["html"], ["huge"], ["error"], ["reset"], ["redirect"]])(
    "takes no %s answer, and comes back within seconds",
    async (manner) => {
      api.manner = manner;
      const start = performance.now();
      await expect(fetchAwaitingTasks(api.url, operator, never)).rejects.toThrow();
      expect(performance.now() - start).toBeLessThan(5_000);
    },
  );

  it("gives up on an answer that drips for longer than its time", async () => {
    api.manner = "slow";
    await expect(fetchAwaitingTasks(api.url, operator, never)).rejects.toThrow(/no answer in time/);
  }, 15_000);

  it("ends at once when the client stops", async () => {
    api.manner = "slow";
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    const start = performance.now();
    await expect(fetchAwaitingTasks(api.url, operator, stop.signal)).rejects.toThrow();
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it("reads a few pages of an answer without an end, and keeps the good entries beside the bad", async () => {
    api.manner = "malformed";
    api.tasks = [task];
    const { tasks, malformed } = await fetchAwaitingTasks(api.url, operator, never);
    expect(tasks).toEqual([task, task, task, task]);
    expect(malformed).toBe(16);
  });

  it("reads the outcomes of a submission, and refuses ones that do not exist", async () => {
    api.manner = "graphql";
    const submission = { taskId: task.taskId, operator, response: "0x", signature: "0x12" } as const;
    expect(await submitResponse(api.url, submission, never)).toMatchObject({
      __typename: "ResponseAccepted",
    });
    api.answerSubmission = () => ({ __typename: "Pwned" }) as never;
    await expect(submitResponse(api.url, submission, never)).rejects.toThrow(ApiError);
  });
});
