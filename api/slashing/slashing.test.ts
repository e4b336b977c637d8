import { getAddress } from "viem";
import { describe, expect, it } from "vitest";
import { addressOf, hashOf } from "../testing/identities.ts";
import { challengeId, challenger, slashId } from "../testing/slashingWorld.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";
import {
  assets,
  challengedTask,
  finalTask,
  networks,
  operators,
  rejectedTask,
  taskId,
  unit,
} from "../testing/world.ts";

const api = useFilledApi();

/** Ids of a list, in order. */
async function idsOf(list: "challenges" | "slashes", args = ""): Promise<string[]> {
  const field = list === "challenges" ? "challengeId" : "slashId";
  const { nodes } = await api.read<{ nodes: Record<string, string>[] }>(
    `{ ${list}${args && `(${args})`} { nodes { ${field} } } }`,
  );
  return nodes.map((node) => node[field] ?? "");
}
const codeOf = async (query: string) => (await api.ask(query)).errors[0]?.extensions?.code;

describe("challenges", () => {
  const ids = (...numbers: number[]) => numbers.map(challengeId);

  it("are listed newest first, or oldest first", async () => {
    expect(await idsOf("challenges")).toEqual(ids(3, 2, 1, 0));
    expect(await idsOf("challenges", "orderBy: RAISED_ASC")).toEqual(ids(0, 1, 2, 3));
  });

  it("are filtered by everything that is given", async () => {
    const where = (filter: string) => idsOf("challenges", `where: {${filter}}`);
    expect(await where("outcome_in: [PENDING, DISMISSED]")).toEqual(ids(3, 0));
    expect(await where("outcome_in: []")).toEqual([]);
    expect(await where(`challenger: "${challenger}", outcome_in: [PENDING]`)).toEqual([]);
    expect(await where(`taskId: "${taskId(challengedTask)}"`)).toEqual(ids(3));
    expect(await where(`network: "${networks[0]}"`)).toEqual(ids(3, 2, 1, 0));
    expect(await where(`network: "${networks[1]}"`)).toEqual([]);
  });

  it("are paged by key in both orders", async () => {
    for (const order of ["RAISED_DESC", "RAISED_ASC"]) {
      const seen: string[] = [];
      for (let after: string | null = null; ; ) {
        const page: {
          nodes: { challengeId: string }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        } = await api.read(
          `query ($after: String) { challenges(first: 3, after: $after, orderBy: ${order}) {
              nodes { challengeId } pageInfo { hasNextPage endCursor } } }`,
          { after },
        );
        seen.push(...page.nodes.map((node) => node.challengeId));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      expect(seen).toEqual(order === "RAISED_ASC" ? ids(0, 1, 2, 3) : ids(3, 2, 1, 0));
    }
  });

  it("say how they ended and what became of the bond", async () => {
    const read = (number: number) =>
      api.read(`{ challenge(challengeId: "${challengeId(number)}") {
        outcome bond bondReturned resolvedAt resolvedTx task { taskId status } network { address }
      } }`);
    const bond = (100n * unit).toString();
    const network = { address: getAddress(networks[0]) };
    expect(await read(1)).toEqual({
      ...{ outcome: "UPHELD", bond, bondReturned: bond, network },
      ...{ resolvedAt: "2023-11-14T23:38:20Z", resolvedTx: hashOf("transaction 510") },
      task: { taskId: taskId(rejectedTask), status: "REJECTED" },
    });
    expect(await read(2)).toMatchObject({ outcome: "FAILED", bondReturned: "0" });
    expect(await read(3)).toEqual({
      ...{ outcome: "PENDING", bond, bondReturned: null, network, resolvedAt: null, resolvedTx: null },
      task: { taskId: taskId(challengedTask), status: "CHALLENGED" },
    });
  });

  it("and slashes are null when unknown, and an error when an id has another length", async () => {
    const unknown = hashOf("unknown");
    const { data } = await api.ask(
      `{ challenge(challengeId: "${unknown}") { outcome } slash(slashId: "${unknown}") { offence } }`,
    );
    expect(data).toEqual({ challenge: null, slash: null });
    for (const query of [
      '{ challenge(challengeId: "0x12") { outcome } }',
      '{ slash(slashId: "0x12") { offence } }',
      '{ challenges(where: {taskId: "0x12"}) { totalCount } }',
      '{ slashes(where: {taskId: "0x12"}) { totalCount } }',
    ])
      expect(await codeOf(query), query).toBe("BAD_USER_INPUT");
  });
});

describe("slashes", () => {
  const ids = (...numbers: number[]) => numbers.map(slashId);

  it("are listed newest first or oldest first, two of one transaction in the order of their events", async () => {
    expect(await idsOf("slashes")).toEqual(ids(2, 1, 0));
    expect(await idsOf("slashes", "orderBy: SLASHED_ASC")).toEqual(ids(0, 1, 2));
  });

  it("are filtered by everything that is given", async () => {
    const where = (filter: string) => idsOf("slashes", `where: {${filter}}`);
    expect(await where(`operator: "${operators[1]}"`)).toEqual(ids(2, 1));
    expect(await where(`operator: "${operators[1]}", offence_in: [WRONG_RESPONSE]`)).toEqual(ids(1));
    expect(await where("offence_in: []")).toEqual([]);
    expect(await where(`reporter: "${addressOf("reporter")}"`)).toEqual(ids(2));
    expect(await where(`taskId: "${taskId(rejectedTask)}"`)).toEqual(ids(1, 0));
    expect(await where(`network: "${networks[1]}"`)).toEqual([]);
  });

  it("stand on operators, networks and tasks as in the list, each page in one statement", async () => {
    const page = "slashes(first: 1) { totalCount nodes { slashId } pageInfo { hasNextPage } }";
    const before = api.statements();
    const { nodes } = await api.read<{ nodes: { slashes: unknown }[] }>(
      `{ operators(orderBy: REGISTERED_ASC) { nodes { ${page} } } }`,
    );
    expect(api.statements() - before).toBe(1);
    const expected = (totalCount: number, ...numbers: number[]) => ({
      ...{ totalCount, nodes: numbers.map((number) => ({ slashId: slashId(number) })) },
      pageInfo: { hasNextPage: totalCount > numbers.length },
    });
    expect(nodes.map(({ slashes }) => slashes)).toEqual([
      ...[expected(1, 0), expected(2, 2)],
      ...[expected(0), expected(0)],
    ]);
    const { data } = await api.ask(`{
      network(address: "${networks[0]}") { ${page} }
      task(taskId: "${taskId(rejectedTask)}") { slashes(orderBy: SLASHED_ASC) { nodes { slashId } } }
    }`);
    expect(data).toEqual({
      network: { slashes: expected(3, 2) },
      task: { slashes: { nodes: [{ slashId: slashId(0) }, { slashId: slashId(1) }] } },
    });
  });

  it("name offence, evidence and challenge, and have a line for each pool", async () => {
    const read = (number: number) =>
      api.read(`{ slash(slashId: "${slashId(number)}") {
        offence reporter evidenceHash fraction challenge { challengeId } transaction { block }
        assets { asset { symbol } magnitudeSlashed magnitudeAfter totalMagnitudeAfter fraction activeSlashed
          queuedSlashed assetsPerShareBefore assetsPerShareAfter distributed reporterAmount sink sinkAmount distributedAt }
      } }`);
    const amount = (value: bigint) => value.toString();
    const percent = unit / 100n;
    expect(await read(0)).toEqual({
      ...{ offence: "WRONG_RESPONSE", reporter: getAddress(challenger), evidenceHash: challengeId(1) },
      ...{ fraction: amount(10n * percent), challenge: { challengeId: challengeId(1) } },
      transaction: { block: "510" },
      assets: [
        {
          ...{ asset: { symbol: "ONE" }, magnitudeSlashed: amount(4n * percent) },
          ...{ magnitudeAfter: amount(36n * percent), totalMagnitudeAfter: amount(96n * percent) },
          ...{
            fraction: amount(4n * percent),
            activeSlashed: amount(15n * unit),
            queuedSlashed: amount(unit),
          },
          ...{ assetsPerShareBefore: amount(unit), assetsPerShareAfter: amount(96n * percent) },
          ...{ distributed: true, reporterAmount: amount(3n * unit), sink: "REWARD_POT" },
          ...{ sinkAmount: amount(13n * unit), distributedAt: "2023-11-14T23:38:20Z" },
        },
      ],
    });
    const notDistributed = { distributed: false, reporterAmount: null, sink: null, sinkAmount: null };
    expect(await read(1)).toMatchObject({ assets: [{ ...notDistributed, distributedAt: null }] });
    expect(await read(2)).toMatchObject({
      ...{ offence: "EQUIVOCATION", challenge: null, evidenceHash: hashOf("evidence") },
      assets: [
        { asset: { symbol: "ONE" }, distributed: true },
        { asset: { symbol: "TWO" }, ...notDistributed, activeSlashed: "500" },
      ],
    });
    expect(assets).toHaveLength(2);
  });
});

describe("a task", () => {
  it("shows its challenges, its arbiter's ruling and its timeline", async () => {
    const task = (number: number) =>
      api.read(`{ task(taskId: "${taskId(number)}") {
        status challenges { challengeId outcome } ruling { verdict reason transaction { block } } timeline { kind }
      } }`);
    expect(await task(rejectedTask)).toEqual({
      status: "REJECTED",
      challenges: [{ challengeId: challengeId(1), outcome: "UPHELD" }],
      ruling: { verdict: "WRONG", reason: "Off by a tenth.", transaction: { block: "509" } },
      timeline: ["CREATED", "RESPONDED", "CHALLENGED", "REJECTED", "SLASHED", "SLASHED"].map((kind) => ({
        kind,
      })),
    });
    expect(await task(finalTask)).toMatchObject({ status: "FINAL", challenges: [], ruling: null });
  });

  it("shows no ruling of a network that it is not of, alone or beside its own network's", async () => {
    const others = await api.db
      .selectFrom("indexer.ruling")
      .select("task_id")
      .where("network", "=", networks[1])
      .execute();
    expect(others.map((row) => row.task_id).sort()).toEqual([taskId(finalTask), taskId(rejectedTask)].sort());
    const { nodes } = await api.read<{ nodes: { taskId: string; ruling: { reason: string } | null }[] }>(
      "{ tasks(first: 25) { nodes { taskId ruling { reason } } } }",
    );
    expect(nodes).toHaveLength(25);
    const ruled = nodes.filter(({ ruling }) => ruling !== null);
    expect(ruled).toEqual([{ taskId: taskId(rejectedTask), ruling: { reason: "Off by a tenth." } }]);
  });
});

describe("pauses", () => {
  it("name every group, those that were never set among them", async () => {
    const pauses = await api.read<{ group: string }[]>(
      "{ pauses { group paused account transaction { block } } }",
    );
    expect(pauses.map(({ group }) => group)).toEqual([
      ...["REGISTRATION", "DEPOSITS", "WITHDRAWALS"],
      ...["TASKS", "SLASHING", "CLAIMS"],
    ]);
    expect(pauses[0]).toEqual({ group: "REGISTRATION", paused: false, account: null, transaction: null });
    const account = getAddress(addressOf("guardian"));
    expect(pauses[3]).toEqual({ group: "TASKS", paused: true, account, transaction: { block: "555" } });
    expect(pauses[5]).toMatchObject({ group: "CLAIMS", paused: false, transaction: { block: "450" } });
  });
});
