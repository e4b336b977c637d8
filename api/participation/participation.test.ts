import fc from "fast-check";
import { getAddress } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertParticipation } from "../../test/support/insertParticipation.ts";
import { createTestDatabase, type TestDatabase } from "../../test/support/testDatabase.ts";
import { hashOf } from "../testing/identities.ts";
import { startFilledApi, type TestApi } from "../testing/startTestApi.ts";
import { genesis, membershipRow, networks, operators, origin, taskRow } from "../testing/world.ts";

let database: TestDatabase;
let api: TestApi;

/** A task and who was assigned it: whether they signed, by operator's place. Without an answer nobody has. */
type Made = { network: 0 | 1; answered: boolean; parts: readonly (boolean | undefined)[] };
const made = fc.record<Made>({
  network: fc.constantFrom(0, 0, 1),
  answered: fc.constantFrom(true, true, true, false),
  parts: fc.array(fc.constantFrom(true, true, false, undefined), { minLength: 4, maxLength: 4 }),
});
const [history = []] = fc.sample(fc.array(made, { minLength: 150, maxLength: 150, size: "max" }), {
  seed: 7,
  numRuns: 1,
});
/** Two tasks a block, from this one on; answers come one or three blocks later, so not in the tasks' order. */
const firstBlock = 420n;
const blockOf = (number: number) => firstBlock + BigInt(number >> 1);
const answerBlock = (number: number) => blockOf(number) + (number % 3 === 0 ? 3n : 1n);

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startFilledApi(database.url);
  await api.db.deleteFrom("indexer.assignment").execute();
  await api.db.deleteFrom("indexer.non_signer").execute();
  await api.db.deleteFrom("indexer.task").execute();
  // Everyone serves both networks.
  const members = networks.flatMap((network) =>
    operators.map((operator) => membershipRow(network, operator)),
  );
  await api.db.deleteFrom("indexer.network_operator").execute();
  await api.db.insertInto("indexer.network_operator").values(members).execute();
  const answeredRow = taskRow(12);
  for (const [number, { network, answered, parts }] of history.entries()) {
    const from = origin(blockOf(number));
    const { created_block, created_at, created_tx } = origin(answerBlock(number));
    const responded = { responded_block: created_block, responded_at: created_at, responded_tx: created_tx };
    const task = {
      ...(answered ? { ...answeredRow, ...responded } : taskRow(24)),
      ...from,
      ...{ id: hashOf(`made ${number}`), network: networks[network], created_log_index: number % 2 },
    };
    await api.db.insertInto("indexer.task").values(task).execute();
    const rows = parts.flatMap((signed, place) => {
      const operator = operators[place];
      if (signed === undefined || operator === undefined) return [];
      return [
        { task_id: task.id, operator, network: task.network, weight: 1n, signed: answered ? signed : null },
      ];
    });
    await insertParticipation(api.db, rows);
  }
});
afterAll(async () => {
  await api?.close();
  await database?.drop();
});

const fields = `operator { address } network { address } assigned signed missed signedBps
  currentMisses currentSignatures longestMisses longestSignatures lastMissedAt lastSignedAt`;
type ParticipationRecord = Record<string, unknown> & { missed: string };

const timeOf = (block: bigint) =>
  new Date(Number(genesis + block * 10n) * 1000).toISOString().replace(".000Z", "Z");
type Window = { lastTasks?: number; from?: bigint; to?: bigint; until?: bigint };

/** What the record must say, by going through the tasks one by one. */
function expected(operator: number, network: 0 | 1, { lastTasks, from, to, until }: Window) {
  const inWindow = history
    .map((task, number) => ({ ...task, at: answerBlock(number) }))
    .filter((task) => task.answered && task.network === network && (until === undefined || task.at <= until))
    .filter(({ at }) => (from === undefined || at >= from) && (to === undefined || at < to))
    .slice(-(lastTasks ?? (from === undefined && to === undefined ? 100 : 10_000)));
  const own = inWindow.flatMap(({ parts, at }) => {
    const signed = parts[operator];
    return signed === undefined ? [] : [{ signed, at }];
  });
  if (own.length === 0) return undefined;
  const runs: { signed: boolean; length: number }[] = [];
  for (const { signed } of own) {
    const last = runs.at(-1);
    if (last?.signed === signed) last.length += 1;
    else runs.push({ signed, length: 1 });
  }
  const longest = (signed: boolean) =>
    String(Math.max(0, ...runs.filter((run) => run.signed === signed).map(({ length }) => length)));
  const current = (signed: boolean) => String(runs.at(-1)?.signed === signed ? runs.at(-1)?.length : 0);
  const lastAt = (signed: boolean) => {
    const blocks = own.filter((part) => part.signed === signed).map(({ at }) => Number(at));
    return blocks.length === 0 ? null : timeOf(BigInt(Math.max(...blocks)));
  };
  const signed = own.filter((part) => part.signed).length;
  return {
    operator: { address: getAddress(operators[operator] ?? "0x") },
    network: { address: getAddress(networks[network]) },
    ...{ assigned: String(own.length), signed: String(signed), missed: String(own.length - signed) },
    signedBps: Math.floor((signed * 10_000) / own.length),
    ...{ currentMisses: current(false), currentSignatures: current(true) },
    ...{ longestMisses: longest(false), longestSignatures: longest(true) },
    ...{ lastMissedAt: lastAt(false), lastSignedAt: lastAt(true) },
  };
}
const everyone = (window: Window) =>
  [0, 1, 2, 3].flatMap((operator) =>
    ([0, 1] as const).flatMap((network) => expected(operator, network, window) ?? []),
  );

function argumentsOf({ lastTasks, from, to, until }: Window): string {
  return [
    ...(lastTasks === undefined ? [] : [`lastTasks: ${lastTasks}`]),
    ...(from === undefined ? [] : [`from: "${timeOf(from)}"`]),
    ...(to === undefined ? [] : [`to: "${timeOf(to)}"`]),
    ...(until === undefined ? [] : [`asOf: {block: "${until}"}`]),
  ].join(", ");
}

const byKey = (records: readonly ParticipationRecord[]) =>
  [...records].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));

describe("participation", () => {
  const windows: readonly Window[] = [
    {},
    ...[1, 2, 7, 30, 10_000].map((lastTasks) => ({ lastTasks })),
    { from: 440n },
    { to: 470n, lastTasks: 15 },
    { from: 430n, to: 460n },
    { lastTasks: 20, until: 450n },
    { from: 480n, to: 480n },
  ];

  it.each(windows.map((window) => [argumentsOf(window), window] as const))(
    "is what going through the tasks one by one finds (%s)",
    async (args, window) => {
      const records = await api.read<ParticipationRecord[]>(
        `{ participation${args && `(${args})`} { ${fields} } }`,
      );
      expect(byKey(records)).toEqual(byKey(everyone(window)));
    },
  );

  it("has records with streaks of both kinds, so that the comparison says something", () => {
    const records = everyone({ lastTasks: 10_000 });
    expect(records).toHaveLength(8);
    expect(records.some(({ longestMisses }) => Number(longestMisses) > 1)).toBe(true);
    expect(records.some(({ longestSignatures }) => Number(longestSignatures) > 3)).toBe(true);
  });

  it("is the same on operators and memberships, null where there was no task", async () => {
    const { data } = await api.ask(`{
      operator(address: "${operators[1]}") { participation(lastTasks: 30) { ${fields} } }
      network(address: "${networks[0]}") { memberships { operator { address } participation(lastTasks: 30) { ${fields} } } }
      none: network(address: "${networks[0]}") { memberships { participation(to: "${timeOf(firstBlock)}") { missed } } }
    }`);
    const { operator, network, none } = data as {
      operator: { participation: ParticipationRecord[] };
      network: { memberships: { operator: unknown; participation: ParticipationRecord }[] };
      none: { memberships: { participation: null }[] };
    };
    const own = ([0, 1] as const).map((place) => expected(1, place, { lastTasks: 30 }));
    expect(byKey(operator.participation)).toEqual(byKey(own as ParticipationRecord[]));
    expect(network.memberships).toEqual(
      [0, 1, 2, 3].map((place) => {
        const record = expected(place, 0, { lastTasks: 30 });
        return { operator: record?.operator, participation: record };
      }),
    );
    expect(none.memberships).toEqual([0, 1, 2, 3].map(() => ({ participation: null })));
  });

  it("ranks by what is asked for, and shows as many as are asked for", async () => {
    const read = (args: string) =>
      api.read<ParticipationRecord[]>(`{ participation(${args}) { ${fields} } }`);
    const all = everyone({ lastTasks: 50 });
    for (const [order, field] of [
      ["MISSED", "missed"],
      ["SIGNED_BPS", "signedBps"],
      ["CURRENT_MISSES", "currentMisses"],
      ["LONGEST_SIGNATURES", "longestSignatures"],
    ] as const) {
      const numbers = all.map((record) => Number(record[field])).sort((one, other) => one - other);
      const ranked = async (end: string) =>
        (await read(`lastTasks: 50, orderBy: ${order}_${end}, first: 5`)).map((record) =>
          Number(record[field]),
        );
      expect(await ranked("ASC")).toEqual(numbers.slice(0, 5));
      expect(await ranked("DESC")).toEqual(numbers.reverse().slice(0, 5));
    }
    const ofNetwork = await read(`network: "${networks[1]}", operator: "${operators[3]}", lastTasks: 50`);
    expect(ofNetwork).toEqual([expected(3, 1, { lastTasks: 50 })]);
  });

  it("has hours and days, empty ones too, which add up to the record", async () => {
    const [from, to] = [firstBlock - 400n, 560n];
    for (const interval of ["HOUR", "DAY"]) {
      const { memberships } = await api.read<{
        memberships: { participation: ParticipationRecord; participationBuckets: Record<string, string>[] }[];
      }>(`{ network(address: "${networks[0]}") { memberships {
        participation(lastTasks: 10000) { assigned signed missed }
        participationBuckets(interval: ${interval}, from: "${timeOf(from)}", to: "${timeOf(to)}") { start assigned signed missed }
      } } }`);
      for (const { participation, participationBuckets } of memberships) {
        const sum = (name: string) =>
          participationBuckets.reduce((total, bucket) => total + Number(bucket[name]), 0).toString();
        expect({ assigned: sum("assigned"), signed: sum("signed"), missed: sum("missed") }).toEqual(
          participation,
        );
        if (interval === "HOUR")
          expect(participationBuckets.some(({ assigned }) => assigned === "0")).toBe(true);
      }
    }
  });

  it("refuses windows and pages outside their limits", async () => {
    for (const args of ["lastTasks: 0", "lastTasks: 10001", "first: 101", "first: -1"]) {
      const { errors } = await api.ask(`{ participation(${args}) { missed } }`);
      expect(errors[0]?.extensions?.code, args).toBe("BAD_USER_INPUT");
    }
  });
});
