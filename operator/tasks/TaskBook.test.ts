import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TaskBook } from "./TaskBook.ts";
import type { TaskCandidate } from "./TaskCandidate.ts";

const task: TaskCandidate = {
  taskId: `0x${"01".repeat(32)}`,
  network: `0x${"aa".repeat(20)}`,
  payload: "0x1234",
  referenceBlock: 7n,
  source: "api",
};

describe("TaskBook", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const check = (book: TaskBook, candidate: TaskCandidate) => {
    const isNew = book.beginCheck(candidate);
    if (isNew) book.endCheck(candidate);
    return isNew;
  };

  it("gives a candidate out once while it is checked", () => {
    const book = new TaskBook();
    expect(book.beginCheck(task)).toBe(true);
    expect(book.beginCheck(task)).toBe(false);
    book.endCheck(task);
    expect(book.checking).toBe(0);
    expect(book.beginCheck(task)).toBe(true);
  });

  it("remembers a refusal for what was shown, so that an altered task hides no true one", () => {
    const book = new TaskBook();
    const altered = { ...task, payload: "0x12" } as const;
    expect(book.refuse(altered)).toBe(true);
    expect(check(book, altered)).toBe(false);
    expect(check(book, task)).toBe(true);
    expect(book.refuse(altered)).toBe(false);
  });

  it("forgets a refusal that was for a while only", () => {
    const book = new TaskBook();
    book.refuse(task, 60_000);
    expect(check(book, task)).toBe(false);
    vi.advanceTimersByTime(60_001);
    expect(check(book, task)).toBe(true);
  });

  it("gives out no task that is worked on or done, until an API still asks for it later", () => {
    const book = new TaskBook();
    expect(book.begin(task.taskId)).toBe(true);
    expect(book.begin(task.taskId)).toBe(false);
    expect(check(book, task)).toBe(false);
    book.finish(task.taskId);
    expect(check(book, task)).toBe(false);
    vi.advanceTimersByTime(30_001);
    expect(check(book, { ...task, source: "chain" })).toBe(false);
    expect(check(book, task)).toBe(true);
  });

  it("stays bounded against an API that makes tasks up for ever", () => {
    const book = new TaskBook();
    const made = (number: number) => ({ ...task, referenceBlock: BigInt(number) });
    for (let number = 0; number < 10_010; number++) book.refuse(made(number));
    expect(check(book, made(0))).toBe(true); // the oldest is forgotten
    expect(check(book, made(10_009))).toBe(false);
  });
});
