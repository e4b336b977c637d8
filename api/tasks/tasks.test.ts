import { describe, expect, it } from "vitest";
import { addressOf, hashOf } from "../testing/identities.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";
import {
  challengedTask,
  networks,
  operators,
  rejectedTask,
  taskCount,
  taskId,
  taskRow,
  unit,
} from "../testing/world.ts";

const api = useFilledApi();

async function taskIds(where: string): Promise<string[]> {
  const { nodes } = await api.read<{ nodes: { taskId: string }[] }>(
    `{ tasks(first: 100, where: {${where}}) { nodes { taskId } } }`,
  );
  return nodes.map((node) => node.taskId);
}

const numbers = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, index) => taskId(from - index));

describe("tasks", () => {
  it("are filtered by everything that is given", async () => {
    expect(await taskIds("status_in: [OPEN]")).toEqual(numbers(24, 20));
    expect(await taskIds("status_in: []")).toEqual([]);
    expect(await taskIds("status_in: [EXPIRED, FINAL]")).toEqual(numbers(9, 0));
    expect(await taskIds("status_in: [CHALLENGED, REJECTED]")).toEqual([
      taskId(challengedTask),
      taskId(rejectedTask),
    ]);
    expect(await taskIds(`network: "${networks[1]}"`)).toEqual([]);
    expect(await taskIds(`network: "${networks[0]}", creator: "${addressOf("creator")}"`)).toHaveLength(
      taskCount,
    );
    expect(await taskIds(`operator: "${operators[3]}"`)).toEqual([]);
    expect(await taskIds(`operator: "${operators[2]}", status_in: [OPEN]`)).toEqual(numbers(24, 20));
    const deadline = new Date(Number(taskRow(21).deadline) * 1000);
    expect(await taskIds(`deadline_gte: "${deadline.toISOString()}"`)).toEqual(numbers(24, 21));
    const later = new Date(deadline.getTime() + 1);
    expect(await taskIds(`deadline_gte: "${later.toISOString()}"`)).toEqual(numbers(24, 24));
  });

  it("that await an operator's response leave out those for which it has handed one in", async () => {
    const [operator] = operators;
    await api.db
      .insertInto("nektar.response")
      .values({
        task_id: taskId(22),
        operator,
        response_hash: hashOf("r"),
        response: "0x12",
        signature: "0x34",
        reference_block: 506n,
        received_at: "2026-01-02T03:04:05.678901Z",
      })
      .execute();
    const open = `operator: "${operator}", status_in: [OPEN]`;
    expect(await taskIds(`${open}, awaitingResponse: true`)).toEqual([24, 23, 21, 20].map(taskId));
    expect(await taskIds(`${open}, awaitingResponse: false`)).toEqual([taskId(22)]);
    expect(
      await taskIds(`operator: "${operators[1]}", status_in: [OPEN], awaitingResponse: true`),
    ).toHaveLength(5);
    const { signedResponses } = await api.read<{ signedResponses: unknown }>(
      `{ task(taskId: "${taskId(22)}") { signedResponses { response receivedAt } } }`,
    );
    expect(signedResponses).toEqual([{ response: "0x12", receivedAt: "2026-01-02T03:04:05.678Z" }]);
    const nested = await api.ask(
      `{ operator(address: "${operator}") { tasks(where: {status_in: [OPEN], awaitingResponse: true}) { totalCount } } }`,
    );
    expect(nested.data).toEqual({ operator: { tasks: { totalCount: 4 } } });
  });

  it("cannot await a response of nobody", async () => {
    const { errors } = await api.ask("{ tasks(where: {awaitingResponse: true}) { totalCount } }");
    expect(errors[0]?.extensions?.code).toBe("BAD_USER_INPUT");
  });

  it("show who was assigned, heaviest first, and who signed", async () => {
    const { data } = await api.ask(`{ task(taskId: "${taskId(5)}") {
      participants { operator { address } weight signed }
      response { signedWeight signers { address } nonSigners { address } }
    } }`);
    const task = data?.task as {
      participants: { weight: string; signed: boolean }[];
      response: { signers: unknown[]; nonSigners: unknown[] };
    };
    expect(task.participants.map(({ weight, signed }) => [BigInt(weight) / unit, signed])).toEqual([
      [400n, true],
      [300n, true],
      [200n, false],
    ]);
    expect(task.response).toMatchObject({ signedWeight: (700n * unit).toString() });
    expect(task.response.signers).toHaveLength(2);
    expect(task.response.nonSigners).toHaveLength(1);
  });

  it("keep who signed when their response is challenged, and when it is rejected", async () => {
    for (const number of [challengedTask, rejectedTask]) {
      const { data } = await api.ask(`{ task(taskId: "${taskId(number)}") {
        participants { signed } response { responseHash nonSigners { address } }
      } }`);
      expect(data?.task).toMatchObject({
        participants: [{ signed: true }, { signed: true }, { signed: false }],
        response: { responseHash: taskRow(number).response_hash, nonSigners: [{}] },
      });
    }
  });

  it("without a response have none, and nobody's signature is known", async () => {
    const { data } = await api.ask(
      `{ task(taskId: "${taskId(24)}") { response { response } participants { signed } } }`,
    );
    expect(data).toEqual({
      task: { response: null, participants: [{ signed: null }, { signed: null }, { signed: null }] },
    });
  });

  it("are null when unknown, and an error when the id has another length", async () => {
    expect((await api.ask(`{ task(taskId: "${hashOf("unknown")}") { status } }`)).data).toEqual({
      task: null,
    });
    expect((await api.ask('{ task(taskId: "0x12") { status } }')).errors[0]?.extensions?.code).toBe(
      "BAD_USER_INPUT",
    );
  });

  it("have a timeline of what happened, in order", async () => {
    type Event = { kind: string; transaction: { timestamp: string } };
    const timelineOf = async (number: number) => {
      const { timeline } = await api.read<{ timeline: Event[] }>(
        `{ task(taskId: "${taskId(number)}") { timeline { kind transaction { timestamp } } } }`,
      );
      return timeline;
    };
    const kinds = async (number: number) => (await timelineOf(number)).map(({ kind }) => kind);
    expect(await kinds(24)).toEqual(["CREATED"]);
    expect(await kinds(22)).toEqual(["CREATED", "SLASHED"]);
    expect(await kinds(0)).toEqual(["CREATED", "EXPIRED"]);
    expect(await kinds(13)).toEqual(["CREATED", "RESPONDED"]);
    expect(await kinds(5)).toEqual(["CREATED", "RESPONDED", "FINALISED"]);
    expect(await kinds(9)).toEqual(["CREATED", "RESPONDED", "CHALLENGED", "FINALISED"]);
    expect(await kinds(challengedTask)).toEqual(["CREATED", "RESPONDED", "CHALLENGED"]);
    expect(await kinds(rejectedTask)).toEqual([
      ...["CREATED", "RESPONDED", "CHALLENGED"],
      ...["REJECTED", "SLASHED", "SLASHED"],
    ]);
    for (const number of [5, 9, rejectedTask]) {
      const times = (await timelineOf(number)).map(({ transaction }) => transaction.timestamp);
      expect(times).toEqual([...times].sort());
    }
  });
});

describe("a deep query over 20 tasks", () => {
  it("is one statement", async () => {
    const query = `{ tasks(first: 20) { totalCount nodes {
      status timeline { kind } network { address parameters { quorumBps } assets { asset { symbol } } }
      participants { weight operator { address commissionBps pools { totalAssets asset { symbol totalAssets } } memberships { weights { weight } network { address } } tasks(first: 2) { nodes { taskId } } } }
      response { signers { address } nonSigners { address } } signedResponses { signature operator { address } }
      challenges { outcome network { address } task { status } } ruling { verdict }
      slashes(first: 2) { nodes { operator { address } challenge { outcome } assets { fraction asset { symbol } } } }
    } } }`;
    const before = api.statements();
    const { data, errors } = await api.ask(query);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ tasks: { totalCount: taskCount } });
    expect(api.statements() - before).toBe(1);
  });
});
