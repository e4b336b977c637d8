import { zeroAddress } from "viem";
import { beforeAll, describe, expect, it } from "vitest";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { assets, networks } from "../testing/world.ts";

const api = useFilledApi();
/** 2023-11-15, the start of a day. */
const day = 1_700_006_400n;
const at = (hours: number) => new Date((Number(day) + hours * 3_600) * 1000).toISOString();

beforeAll(async () => {
  const total = {
    scope: "TOTAL" as const,
    subject: zeroAddress,
    asset: assets[0],
    withdrawn: 0n,
    slashed: 0n,
  };
  await api.db
    .insertInto("indexer.stake_hour")
    .values([
      { ...total, start: day - 7_200n, deposited: 5n, staked: 5n },
      { ...total, start: day + 3_600n, deposited: 4n, staked: 9n },
      { ...total, start: day + 3_600n, asset: assets[1], deposited: 100n, staked: 100n },
    ])
    .execute();
  const none = {
    tasks_expired: 0n,
    tasks_finalized: 0n,
    tasks_rejected: 0n,
    challenges_raised: 0n,
    slashes: 0n,
  };
  await api.db
    .insertInto("indexer.activity_hour")
    .values({
      ...{ scope: "NETWORK" as const, subject: networks[0], start: day + 3_600n, ...none },
      ...{ tasks_created: 3n, tasks_responded: 2n, assigned: 6n, signed: 5n, weight: 700n },
    })
    .execute();
});

describe("buckets", () => {
  it("are all there in a range, zero where nothing happened, with what stands carried forward", async () => {
    const before = api.statements();
    const rows =
      await api.read(`{ stakeBuckets(interval: HOUR, from: "${at(0)}", to: "${at(3)}", asset: "${assets[0]}") {
      start asset { symbol } deposited staked } }`);
    expect(api.statements() - before).toBe(1);
    const row = (hours: number, deposited: string, staked: string) => ({
      start: at(hours).replace(".000", ""),
      asset: { symbol: "ONE" },
      deposited,
      staked,
    });
    expect(rows).toEqual([row(0, "0", "5"), row(1, "4", "9"), row(2, "0", "9")]);
  });

  it("of a day sum its hours, and end with what stood last", async () => {
    const rows =
      await api.read(`{ stakeBuckets(interval: DAY, from: "${at(-24)}", to: "${at(48)}", asset: "${assets[0]}") {
      deposited staked } }`);
    expect(rows).toEqual([
      { deposited: "5", staked: "5" },
      { deposited: "4", staked: "9" },
      { deposited: "0", staked: "9" },
    ]);
  });

  it("are none of an asset that is not registered", async () => {
    const range = `interval: HOUR, from: "${at(0)}", to: "${at(3)}"`;
    const query = `{ stakeBuckets(${range}, asset: "${networks[0]}") { staked asset { symbol } } }`;
    expect(await api.read(query)).toEqual([]);
  });

  it("hold what a network did, and nothing of before its first hour", async () => {
    const rows =
      await api.read(`{ activityBuckets(interval: HOUR, from: "${at(0.5)}", to: "${at(1.5)}", network: "${networks[0]}") {
      tasksCreated assigned signed weight } }`);
    expect(rows).toEqual([
      { tasksCreated: "0", assigned: "0", signed: "0", weight: null },
      { tasksCreated: "3", assigned: "6", signed: "5", weight: "700" },
    ]);
  });

  it.each([
    ["an empty range", `from: "${at(1)}", to: "${at(1)}"`],
    ["a range the wrong way", `from: "${at(2)}", to: "${at(1)}"`],
    ["more than 750", `from: "${at(0)}", to: "${at(751)}"`],
    [
      "a network and an operator",
      `from: "${at(0)}", to: "${at(1)}", network: "${assets[0]}", operator: "${assets[0]}"`,
    ],
  ])("are refused for %s", async (_name, range) => {
    const { errors } = await api.ask(`{ activityBuckets(interval: HOUR, ${range}) { start } }`);
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(["BAD_USER_INPUT"]);
  });
});
