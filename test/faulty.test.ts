import { afterAll, beforeAll, expect, it } from "vitest";
import { roles } from "../devnet/seed/roles.ts";
import { TestDevnet } from "./flow/devnet.ts";
import { ask, newestTasks, type Task } from "./flow/queries.ts";
import { waitFor } from "./support/waitFor.ts";

const [equivocator, silent] = roles.faultyOperators.map(({ address }) => address);
const honest = roles.operators.map(({ address }) => address);

let devnet: TestDevnet;
beforeAll(async () => {
  devnet = await TestDevnet.create({ TASK_INTERVAL_SECONDS: "3" });
  await devnet.start("--faulty");
});
afterAll(() => devnet.dispose());

const patience = { timeoutMs: 120_000, intervalMs: 500 };
const addresses = (list: { address: string }[] = []) => list.map(({ address }) => address);
/** Tasks that were final with the honest operators' signatures; the price network's are others'. */
const finals = async (): Promise<Task[]> =>
  (await newestTasks(devnet.apiUrl, 50)).filter(
    ({ status, response }) =>
      status === "FINAL" && honest.every((address) => addresses(response?.signers).includes(address)),
  );

type Slashes = { slashes: { nodes: { offence: string; operator: { address: string } }[] } };
const slashesOf = async (operator: string | undefined) => {
  const query = `query ($operator: Address) {
    slashes(first: 10, where: { operator: $operator }) { nodes { offence operator { address } } }
  }`;
  return (await ask<Slashes>(devnet.apiUrl, query, { operator })).slashes.nodes;
};

type Parts = { activityBuckets: { assigned: string; signed: string }[] };
/** Answered tasks that asked an operator, and how many of them it signed, as the API counts them. */
const partsOf = async (operator: string | undefined) => {
  const query = `query ($operator: Address, $from: DateTime!, $to: DateTime!) {
    activityBuckets(interval: DAY, from: $from, to: $to, operator: $operator) { assigned signed }
  }`;
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString();
  const range = { operator, from: day(-2), to: day(2) };
  const { activityBuckets } = await ask<Parts>(devnet.apiUrl, query, range);
  const sum = (name: "assigned" | "signed") =>
    activityBuckets.reduce((total, bucket) => total + Number(bucket[name]), 0);
  return { assigned: sum("assigned"), signed: sum("signed") };
};

it("goes on with an operator that equivocates and one that is silent, and shows each as what it is", async () => {
  await waitFor("the equivocator's slash", async () => (await slashesOf(equivocator))[0], patience);
  const before = (await finals()).length;
  const tasks = await waitFor(
    "three more final tasks",
    async () => {
      const now = await finals();
      return now.length >= before + 3 ? now : undefined;
    },
    patience,
  );
  // The silent one never signed and lost nothing but its part; the equivocator is slashed for what it did, nobody else is.
  for (const { response } of tasks) expect(addresses(response?.nonSigners)).toContain(silent);
  const once = { offence: "EQUIVOCATION", operator: { address: equivocator } };
  for (const slash of await slashesOf(equivocator)) expect(slash).toEqual(once);
  for (const operator of [silent, ...honest]) expect(await slashesOf(operator)).toEqual([]);
  const idle = await partsOf(silent);
  expect(idle.signed).toBe(0);
  expect(idle.assigned).toBeGreaterThanOrEqual(tasks.length);
  for (const operator of honest) {
    const { assigned, signed } = await partsOf(operator);
    expect(signed).toBeGreaterThan(0);
    expect(assigned).toBeGreaterThanOrEqual(signed);
  }
});
