import { type Address, zeroHash } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkedExample } from "../../jobs/rewards/testing/openWorkedExample.ts";
import { names } from "../../jobs/rewards/testing/workedExample.ts";
import { startChain, type TestChain } from "../../test/support/testChain.ts";
import { startTestApi, type TestApi } from "../testing/startTestApi.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { delegators, unit, token as worldToken } from "../testing/world.ts";

type Total = {
  token: string;
  epoch: string;
  cumulative: string;
  claimed: string;
  unclaimed: string;
  epochs: { totalCount: number; nodes: { epoch: string; earned: string }[] };
};
const fields = "token epoch cumulative claimed unclaimed epochs { totalCount nodes { epoch earned } }";

describe("a delegator's rewards, of the worked example", () => {
  const { delegator1, delegator2, operatorA, operatorB, token } = names;
  let chain: TestChain;
  let example: Awaited<ReturnType<typeof openWorkedExample>>;
  let api: TestApi;
  let genesis: bigint;

  beforeAll(async () => {
    chain = await startChain();
    example = await openWorkedExample(chain);
    // With the carry of 2 the pot of epoch 1 is 1000.
    const fee = { id: "1:1", network: names.network, token, epoch: 1n, amount: 998n, source: "FEE" as const };
    const written = { created_block: 1n, created_at: 1n, created_tx: zeroHash };
    await example.db
      .insertInto("indexer.reward_accrual")
      .values({ ...fee, task_id: zeroHash, ...written })
      .execute();
    await example.publish();
    genesis = BigInt(example.deployment.epoch.genesis);
    api = await startTestApi(example.url, { deployment: example.deployment });
  });
  afterAll(async () => {
    await api?.close();
    await example?.close();
    await chain?.stop();
  });

  async function rewardsOf(address: Address, secondsAfterGenesis?: bigint): Promise<Total[]> {
    const asOf =
      secondsAfterGenesis === undefined
        ? null
        : { timestamp: new Date(Number(genesis + secondsAfterGenesis) * 1_000).toISOString() };
    const { rewards } = await api.read<{ rewards: Total[] }>(
      `query ($address: Address!, $asOf: AsOf) { delegator(address: $address, asOf: $asOf) { rewards { ${fields} } } }`,
      { address, asOf },
    );
    return rewards;
  }
  /** Of one token, in which nothing was claimed. */
  const earned = (newest: bigint, ...epochs: (readonly [bigint, bigint])[]) => {
    const cumulative = epochs.reduce((sum, [, amount]) => sum + amount, 0n).toString();
    const nodes = epochs.map(([epoch, amount]) => ({ epoch: `${epoch}`, earned: `${amount}` }));
    const total = { cumulative, claimed: "0", unclaimed: cumulative };
    return [{ token, epoch: `${newest}`, ...total, epochs: { totalCount: nodes.length, nodes } }];
  };

  it("are the amounts of section 8, for delegators and operators, as of the epoch after it", async () => {
    expect(await rewardsOf(delegator1, 199n)).toEqual(earned(0n, [0n, 672n]));
    expect(await rewardsOf(delegator2, 199n)).toEqual(earned(0n, [0n, 245n]));
    expect(await rewardsOf(operatorA, 199n)).toEqual(earned(0n, [0n, 81n]));
    expect(await rewardsOf(operatorB, 199n)).toEqual([]);
  });

  it("grow with the next epoch, newest first", async () => {
    // B missed the one task at p = 9999: scores 30000 and 1, gross(A) = 999, its commission 99, shared 900 as 2 to 1.
    expect(await rewardsOf(delegator1)).toEqual(earned(1n, [1n, 600n], [0n, 672n]));
    expect(await rewardsOf(delegator2)).toEqual(earned(1n, [1n, 300n], [0n, 245n]));
    expect(await rewardsOf(operatorA)).toEqual(earned(1n, [1n, 99n], [0n, 81n]));
    expect(await rewardsOf(operatorB)).toEqual([]);
  });

  it("are none before an epoch has ended", async () => {
    expect(await rewardsOf(delegator1, 99n)).toEqual([]);
    expect(await rewardsOf(delegator1, 100n)).toEqual(earned(0n, [0n, 672n]));
  });

  it("are less by what was claimed, from the claim on", async () => {
    const claim = { earner: delegator1, token, cumulative: 672n };
    const written = { created_block: 3n, created_at: genesis + 250n, created_tx: zeroHash };
    await example.db.insertInto("indexer.claimed").values(claim).execute();
    await example.db
      .insertInto("indexer.reward_claim")
      .values({ ...claim, id: "3:0", recipient: delegator1, amount: 672n, ...written })
      .execute();
    try {
      expect(await rewardsOf(delegator1, 249n)).toMatchObject([{ claimed: "0", unclaimed: "1272" }]);
      expect(await rewardsOf(delegator1, 250n)).toMatchObject([{ claimed: "672", unclaimed: "600" }]);
      expect(await rewardsOf(delegator1)).toMatchObject([{ claimed: "672", unclaimed: "600" }]);
    } finally {
      await example.db.deleteFrom("indexer.claimed").execute();
      await example.db.deleteFrom("indexer.reward_claim").execute();
    }
  });

  it("end before the first epoch that is under way or is not what the chain gives", async () => {
    const set = (values: {
      state?: "calculating" | "calculated" | "reorganised";
      chain_check?: string | null;
    }) => example.db.updateTable("nektar.reward_epoch").set(values).where("epoch", "=", 1n).execute();
    for (const fault of [
      { state: "calculating" as const },
      { state: "reorganised" as const },
      { chain_check: "pots: nothing here, 1 there" },
    ]) {
      await set(fault);
      expect(await rewardsOf(delegator1)).toEqual(earned(0n, [0n, 672n]));
      await set({ state: "calculated", chain_check: null });
    }
    expect(await rewardsOf(delegator1)).toMatchObject([{ epoch: "1" }]);
  });
});

describe("a delegator's rewards", () => {
  const api = useFilledApi();
  const amount = (units: bigint) => (units * unit).toString();

  it("come in one statement, page by page", async () => {
    const query = `query ($address: Address!, $after: String) { delegator(address: $address) { rewards { cumulative
      epochs(first: 3, after: $after) { totalCount edges { cursor node { epoch earned } } pageInfo { hasNextPage endCursor } } } } }`;
    type Page = {
      totalCount: number;
      edges: { cursor: string; node: { epoch: string; earned: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    const page = async (after: string | null): Promise<Page> => {
      const before = api.statements();
      const { rewards } = await api.read<{ rewards: { cumulative: string; epochs: Page }[] }>(query, {
        ...{ address: delegators[1], after },
      });
      expect(api.statements() - before).toBe(1);
      expect(rewards).toMatchObject([{ cumulative: amount(8n) }]);
      return (rewards[0] as (typeof rewards)[0]).epochs;
    };
    const first = await page(null);
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    const second = await page(first.pageInfo.endCursor);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect([...first.edges, ...second.edges].map(({ node }) => node)).toEqual(
      ["3", "2", "1", "0"].map((epoch) => ({ epoch, earned: amount(2n) })),
    );
  });

  it("are told before a root stands, and as of its epoch are what the proof is for", async () => {
    const ask = async (totals: string, proofs: string) => {
      const { data, errors } = await api.ask(
        `{ delegator(address: "${delegators[0]}"${totals}) { rewards { token epoch cumulative } }
          rewards(earner: "${delegators[0]}") { ${proofs} } }`,
      );
      expect(errors).toEqual([]);
      return data as { delegator: { rewards: Record<string, string>[] }; rewards: Record<string, string>[] };
    };
    const now = await ask("", "epoch cumulative");
    expect(now.delegator.rewards).toMatchObject([{ epoch: "3", cumulative: amount(4n) }]);
    expect(now.rewards).toMatchObject([{ epoch: "1", cumulative: amount(2n) }]);
    // Epoch 1 has ended 2000 s after genesis.
    const then = await ask(', asOf: {timestamp: "2023-11-14T22:46:40Z"}', "token epoch cumulative");
    expect(then.delegator.rewards).toEqual(then.rewards);
    expect(then.rewards.map(({ token }) => token?.toLowerCase())).toEqual([worldToken]);
  });

  it("are none for somebody who has earned nothing", async () => {
    expect(await api.read(`{ delegator(address: "${worldToken}") { rewards { ${fields} } } }`)).toEqual({
      rewards: [],
    });
  });
});
