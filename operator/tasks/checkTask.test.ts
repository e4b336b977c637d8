import { type Hex, keccak256 } from "viem";
import { describe, expect, it } from "vitest";
import { taskStatus } from "../../lib/protocol/taskStatus.ts";
import type { TaskFacts } from "../chain/readTaskFacts.ts";
import { checkTask } from "./checkTask.ts";
import type { TaskCandidate } from "./TaskCandidate.ts";

const network: Hex = `0x${"aa".repeat(20)}`;
const candidate: TaskCandidate = {
  taskId: `0x${"01".repeat(32)}`,
  network,
  payload: "0x1234",
  referenceBlock: 7n,
  source: "api",
};
const facts: TaskFacts = {
  status: taskStatus.open,
  network,
  payloadHash: keccak256("0x1234"),
  referenceBlock: 7n,
  deadline: 1000n,
  weight: 1n,
};
const served = new Set([network]);

describe("checkTask", () => {
  it("takes a task that the chain confirms", () => {
    expect(checkTask(candidate, facts, served, 900n)).toEqual({ kind: "work", deadline: 1000n });
  });

  it.each<[string, Partial<TaskCandidate>, Partial<TaskFacts>, bigint, string]>([
    ["unknown on chain", {}, { status: taskStatus.unknown }, 900n, "unknown"],
    ["with an altered payload", { payload: "0x1235" }, {}, 900n, "refuse"],
    ["with another reference block", { referenceBlock: 8n }, {}, 900n, "refuse"],
    ["under another network's name", { network: `0x${"bb".repeat(20)}` }, {}, 900n, "refuse"],
    ["of a network without a module", {}, { network: `0x${"bb".repeat(20)}` }, 900n, "refuse"],
    ["for which it had no weight", {}, { weight: 0n }, 900n, "refuse"],
    ["that has a response", {}, { status: taskStatus.responded }, 900n, "closed"],
    ["that is expired", {}, { status: taskStatus.expired }, 900n, "closed"],
    ["at its deadline", {}, {}, 1000n, "closed"],
    ["two seconds before its deadline", {}, {}, 998n, "closed"],
    ["three seconds before its deadline", {}, {}, 997n, "work"],
  ])("judges a task %s", (_name, said, onChain, now, kind) => {
    expect(checkTask({ ...candidate, ...said }, { ...facts, ...onChain }, served, now).kind).toBe(kind);
  });

  it("calls it a lie only when the candidate differs from the chain", () => {
    const lie = checkTask({ ...candidate, payload: "0x" }, facts, served, 900n);
    expect(lie).toMatchObject({ kind: "refuse", lie: true });
    expect(checkTask(candidate, { ...facts, weight: 0n }, served, 900n)).toMatchObject({ lie: false });
  });

  it("calls an altered task a lie also when it is closed, so that a liar is always noticed", () => {
    const closed = { ...facts, status: taskStatus.final };
    expect(checkTask({ ...candidate, payload: "0x" }, closed, served, 900n)).toMatchObject({ lie: true });
  });
});
