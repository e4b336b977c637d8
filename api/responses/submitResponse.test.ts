import type { Address, Hex } from "viem";
import { describe, expect, it } from "vitest";
import { setPosition } from "../testing/fillDatabase.ts";
import { hashOf, signResponse } from "../testing/identities.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";
import {
  challengedTask,
  finalised,
  indexed,
  operators,
  rejectedTask,
  taskId,
  taskRow,
} from "../testing/world.ts";

const api = useFilledApi();

const mutation = `mutation ($input: SubmitResponseInput!) {
  submitResponse(input: $input) {
    __typename
    ... on ResponseAccepted { duplicate response { operator { address } response responseHash signature } }
    ... on ResponseRejected { reason retryable message }
    ... on EquivocationRecorded { first { response } second { response } }
  }
}`;

type Input = { taskId: Hex; operator: Address; response: Hex; signature: Hex };

/** An operator's signed response to a task of the small world. */
function signed(number: number, operator: Address, response: Hex): Input {
  const { id, reference_block: referenceBlock } = taskRow(number);
  const signature = signResponse({ task: id, operator, response, referenceBlock });
  return { taskId: id, operator, response, signature };
}

async function submit(input: Input): Promise<Record<string, unknown>> {
  const { data, errors } = await api.ask(mutation, { input });
  expect(errors).toEqual([]);
  return data?.submitResponse as Record<string, unknown>;
}

const rejected = (reason: string, retryable = false) => ({
  __typename: "ResponseRejected",
  reason,
  retryable,
});

async function storedFor(number: number, operator: Address): Promise<Hex[]> {
  const rows = await api.db
    .selectFrom("nektar.response")
    .select("response")
    .where("task_id", "=", taskId(number))
    .where("operator", "=", operator)
    .orderBy("received_at")
    .execute();
  return rows.map(({ response }) => response);
}

describe("submitResponse", () => {
  const [first, second, third, outsider] = operators;

  it("stores a good response once, whoever sends it again", async () => {
    const input = signed(24, first, "0x1234");
    const accepted = { __typename: "ResponseAccepted", duplicate: false };
    expect(await submit(input)).toMatchObject(accepted);
    expect(await submit(input)).toMatchObject({ ...accepted, duplicate: true });
    const shouted = { ...input, operator: input.operator.toUpperCase().replace("0X", "0x") as Address };
    expect(await submit(shouted)).toMatchObject({ response: { response: "0x1234" }, duplicate: true });
    expect(await storedFor(24, first)).toEqual(["0x1234"]);
  });

  it("takes an empty response and one of 4096 bytes, not one of 4097", async () => {
    expect(await submit(signed(24, second, "0x"))).toMatchObject({ __typename: "ResponseAccepted" });
    const long = signed(24, third, `0x${"ab".repeat(4096)}`);
    expect(await submit(long)).toMatchObject({ __typename: "ResponseAccepted" });
    const longer = { ...long, response: `${long.response}ab` as Hex };
    expect(await submit(longer)).toMatchObject(rejected("RESPONSE_TOO_LONG"));
  });

  it("refuses what it does not know, what is closed and who was not assigned", async () => {
    const unknown = { ...signed(23, first, "0x01"), taskId: hashOf("no such task") };
    expect(await submit(unknown)).toMatchObject(rejected("UNKNOWN_TASK", true));
    expect(await submit(signed(5, first, "0x01"))).toMatchObject(rejected("TASK_CLOSED"));
    expect(await submit(signed(0, first, "0x01"))).toMatchObject(rejected("TASK_CLOSED"));
    expect(await submit(signed(23, outsider, "0x01"))).toMatchObject(rejected("NOT_ASSIGNED"));
  });

  it("refuses a task whose response stands, is challenged, rejected or final alike, well before the deadline", async () => {
    const closedTasks = { RESPONDED: 12, CHALLENGED: challengedTask, REJECTED: rejectedTask, FINAL: 9 };
    const asked = Object.entries(closedTasks).map(async ([status, number]) => {
      expect(taskRow(number).status).toBe(status);
      return submit(signed(number, third, "0x01"));
    });
    const answers = await Promise.all(asked);
    expect(answers[0]).toMatchObject(rejected("TASK_CLOSED"));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it("takes a response in the deadline's second and refuses it a second later", async () => {
    const { deadline } = taskRow(20);
    const at = (timestamp: bigint) => setPosition(api.db, { number: 566n, timestamp }, finalised);
    try {
      await at(deadline + 1n);
      expect(await submit(signed(20, first, "0x01"))).toMatchObject(rejected("TASK_CLOSED"));
      await at(deadline);
      expect(await submit(signed(20, first, "0x01"))).toMatchObject({ __typename: "ResponseAccepted" });
    } finally {
      await setPosition(api.db, indexed, finalised);
    }
  });

  it("refuses every signature that is not the operator's over this response to this task", async () => {
    const good = signed(23, second, "0x77");
    const infinity = `0xc0${"00".repeat(95)}` as const;
    const forged: Record<string, Hex> = {
      "another operator's": signed(23, first, "0x77").signature,
      "over another response": signed(23, second, "0x78").signature,
      "for another task": signed(22, second, "0x77").signature,
      "the point at infinity": infinity,
      "a byte short": good.signature.slice(0, -2) as Hex,
      "no point": `0x${"11".repeat(96)}`,
      empty: "0x",
    };
    for (const [name, signature] of Object.entries(forged)) {
      expect(await submit({ ...good, signature }), name).toMatchObject(rejected("INVALID_SIGNATURE"));
    }
    expect(await storedFor(23, second)).toEqual([]);
  });

  it("records a second, different response as equivocation, and no third", async () => {
    await submit(signed(22, second, "0xaa"));
    const recorded = { __typename: "EquivocationRecorded", first: { response: "0xaa" } };
    expect(await submit(signed(22, second, "0xbb"))).toEqual({ ...recorded, second: { response: "0xbb" } });
    expect(await submit(signed(22, second, "0xbb"))).toEqual({ ...recorded, second: { response: "0xbb" } });
    expect(await submit(signed(22, second, "0xcc"))).toEqual({ ...recorded, second: { response: "0xbb" } });
    expect(await storedFor(22, second)).toEqual(["0xaa", "0xbb"]);
  });

  it("keeps both of two different responses that arrive at once, and tells at least one sender", async () => {
    const answers = await Promise.all([submit(signed(21, third, "0x0a")), submit(signed(21, third, "0x0b"))]);
    expect((await storedFor(21, third)).sort()).toEqual(["0x0a", "0x0b"]);
    expect(answers.map(({ __typename }) => __typename)).toContain("EquivocationRecorded");
  });

  it("stores the same response once when it arrives ten times at once", async () => {
    const input = signed(21, first, "0x0c");
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(input)));
    expect(answers.filter(({ duplicate }) => duplicate === false)).toHaveLength(1);
    expect(await storedFor(21, first)).toEqual(["0x0c"]);
  });

  it("refuses a task id that is no hash", async () => {
    const { errors } = await api.ask(mutation, { input: { ...signed(23, first, "0x01"), taskId: "0x12" } });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  });
});
