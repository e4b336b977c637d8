import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { NoAnswerError } from "../../lib/http/postBounded.ts";
import { waitFor } from "../../test/support/waitFor.ts";
import { readEvents } from "../http/readEvents.ts";
import { type HostileApi, startHostileApi } from "../testing/startHostileApi.ts";
import { ApiError } from "./postGraphql.ts";
import { subscribeTasks } from "./subscribeTasks.ts";

const operator = `0x${"aa".repeat(20)}` as const;
const task = {
  taskId: `0x${"01".repeat(32)}`,
  network: `0x${"bb".repeat(20)}`,
  payload: "0x1234",
  referenceBlock: 7n,
} as const;
const never = new AbortController().signal;

describe("subscribeTasks", () => {
  let api: HostileApi;
  beforeAll(async () => {
    api = await startHostileApi();
  });
  afterAll(() => api.close());
  beforeEach(() => {
    api.subscribes = true;
    api.subscriptions = [];
  });
  /** Opens a line, pushes something, and returns what comes of it first. */
  const first = async (push: () => void, after?: string) => {
    const updates = subscribeTasks(api.url, operator, after, never);
    const next = updates.next();
    next.catch(() => undefined);
    await waitFor("the line", () => api.lines.size > 0);
    push();
    try {
      return await next;
    } finally {
      await updates.return(undefined);
      await waitFor("the line's end", () => api.lines.size === 0);
    }
  };

  it("tells of a task that was created, and goes on from a cursor", async () => {
    const { value } = await first(() => api.push(task, "c7"), "c6");
    expect(value).toEqual({ cursor: "c7", created: task });
    expect(api.subscriptions).toEqual(["c6"]);
  });

  it("takes an event that comes in pieces, between comments", async () => {
    const data = JSON.stringify({
      data: { tasks: { kind: "REWOUND", cursor: "c", step: null, task: null } },
    });
    const { value } = await first(() => {
      api.push(":\n\nevent: next\r\nda");
      setTimeout(() => api.push(`ta: ${data}\r\n\r\n`), 50);
    });
    expect(value).toEqual({ cursor: "c", created: undefined });
  });

  it.each([
    ["what is not JSON", "data: {\n\n", /not JSON/],
    ["what is no update", 'data: {"errors":[{"message":"canary"}]}\n\n', /no update/],
    ["an event without an end", `data: ${"a".repeat(70_000)}`, /too long/],
    ["its end", "event: complete\n\n", /ended/],
  ])("ends at %s", async (_name, text, reason) => {
    await expect(first(() => api.push(text))).rejects.toThrow(reason);
  });

  it("says when the API has no subscriptions", async () => {
    api.subscribes = false;
    await expect(subscribeTasks(api.url, operator, undefined, never).next()).rejects.toThrow(ApiError);
  });
});

describe("readEvents", () => {
  it("gives up on a line that falls silent, and ends at once when it is told to", async () => {
    const silent = () => new ReadableStream<Uint8Array>({});
    const bounds = { mostCharacters: 100, silentMs: 100, signal: never };
    await expect(readEvents(silent(), bounds).next()).rejects.toThrow(NoAnswerError);
    const stop = new AbortController();
    const next = readEvents(silent(), { ...bounds, silentMs: 60_000, signal: stop.signal }).next();
    stop.abort(new Error("stopped"));
    await expect(next).rejects.toThrow("stopped");
  });
});
