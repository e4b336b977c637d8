import { gunzipSync, gzipSync } from "node:zlib";
import { StandardMerkleTree } from "@openzeppelin/merkle-tree";
import type { Hex } from "viem";
import { describe, expect, it } from "vitest";
import { bucketOf } from "../../lib/rewards/totalQueries.ts";
import { setPosition } from "../testing/fillDatabase.ts";
import { addressOf } from "../testing/identities.ts";
import { startTestApi } from "../testing/startTestApi.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { delegators, finalised, genesis, indexed, rootOf, rootRow, token, unit } from "../testing/world.ts";

const api = useFilledApi();

type Earned = {
  earner: Hex;
  token: Hex;
  cumulative: string;
  claimed: string;
  claimable: string;
  epoch: string;
  root: Hex;
  proof: Hex[];
};

const earnedBy = (earner: Hex) =>
  api.read<Earned[]>(
    "query ($earner: Address!) { rewards(earner: $earner) { earner token cumulative claimed claimable epoch root proof } }",
    { earner },
  );

describe("rewards(earner)", () => {
  it("are those of the newest active root, with a proof that OpenZeppelin's library accepts", async () => {
    const [row, ...others] = await earnedBy(delegators[1]);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      epoch: "1",
      root: rootOf(1n),
      claimed: "0",
      cumulative: (4n * unit).toString(),
    });
    if (row === undefined) throw new Error("no row");
    const leaf = [row.earner, row.token, row.cumulative];
    expect(StandardMerkleTree.verify(row.root, ["address", "address", "uint256"], leaf, row.proof)).toBe(
      true,
    );
    const more = [row.earner, row.token, (BigInt(row.cumulative) + 1n).toString()];
    expect(StandardMerkleTree.verify(row.root, ["address", "address", "uint256"], more, row.proof)).toBe(
      false,
    );
  });

  it("are less by what was claimed", async () => {
    const [row] = await earnedBy(delegators[0]);
    expect(row).toMatchObject({
      cumulative: (2n * unit).toString(),
      claimed: unit.toString(),
      claimable: unit.toString(),
    });
  });

  it("are none for somebody who has earned nothing", async () => {
    expect(await earnedBy(addressOf("nobody"))).toEqual([]);
  });

  it("follow the next root from the second on in which it is active", async () => {
    const { activates_at: activatesAt } = rootRow(2n, indexed.timestamp + 100n);
    try {
      await setPosition(api.db, { number: 569n, timestamp: activatesAt - 1n }, finalised);
      expect(await earnedBy(delegators[0])).toMatchObject([{ epoch: "1" }]);
      await setPosition(api.db, { number: 570n, timestamp: activatesAt }, finalised);
      expect(await earnedBy(delegators[0])).toMatchObject([{ epoch: "2", root: rootOf(2n) }]);
    } finally {
      await setPosition(api.db, indexed, finalised);
    }
  });

  it("leave out a root that was disabled or that is not what we calculated", async () => {
    const roots = api.db.updateTable("indexer.reward_root").where("epoch", "=", 1n);
    await roots.set({ disabled: true }).execute();
    expect(await earnedBy(delegators[0])).toMatchObject([{ epoch: "0" }]);
    await roots.set({ disabled: false, root: rootOf(3n) }).execute();
    expect(await earnedBy(delegators[0])).toMatchObject([{ epoch: "0" }]);
    await roots.set({ root: rootOf(1n) }).execute();
  });

  it("give no proof against a root that the chain's logs do not give or whose blocks are gone, and say why", async () => {
    const withheldOf = (earner: Hex) =>
      api.read<{ epoch: string; withheld: unknown }[]>(
        "query ($earner: Address!) { rewards(earner: $earner) { epoch withheld { epoch root reason difference } } }",
        { earner },
      );
    const calculated = api.db.updateTable("nektar.reward_epoch").where("epoch", "=", 1n);
    const difference = "leaves 0: 1 here, 2 there";
    expect(await withheldOf(delegators[0])).toMatchObject([{ epoch: "1", withheld: null }]);
    await calculated.set({ chain_check: difference }).execute();
    expect(await withheldOf(delegators[0])).toMatchObject([
      { epoch: "0", withheld: { epoch: "1", root: rootOf(1n), reason: "DIFFERS_FROM_CHAIN", difference } },
    ]);
    await calculated.set({ chain_check: null, state: "reorganised" }).execute();
    expect(await withheldOf(delegators[0])).toMatchObject([
      { epoch: "0", withheld: { epoch: "1", reason: "REORGANISED", difference: null } },
    ]);
    await calculated.set({ chain_check: "equal", state: "submitted" }).execute();
    expect(await withheldOf(delegators[0])).toMatchObject([{ epoch: "1", withheld: null }]);
  });

  it("are an error that says why when no active root is as it should be", async () => {
    const calculated = api.db.updateTable("nektar.reward_epoch").where("epoch", "<=", 1n);
    await calculated.set({ chain_check: "pots: nothing here, 1 there" }).execute();
    const { errors, data } = await api.ask(`{ rewards(earner: "${delegators[0]}") { proof } }`);
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(
          /epoch 1 is not what the chain's logs give. pots: nothing here, 1 there$/,
        ),
        extensions: { code: "PROOFS_WITHHELD" },
      },
    ]);
    await calculated.set({ chain_check: null }).execute();
  });

  it("are an error, not a wrong proof, when the stored leaves do not have the root", async () => {
    const totals = api.db
      .updateTable("nektar.reward_total")
      .where("epoch", "=", 0n)
      .where("bucket", "=", bucketOf(delegators[0]));
    await api.db.updateTable("indexer.reward_root").set({ disabled: true }).where("epoch", "=", 1n).execute();
    // Another tree than those that were asked for before, so that it is not in the cache.
    await totals.set({ totals: "5" }).execute();
    const other = await startTestApi(api.databaseUrl);
    try {
      const { errors } = await other.ask(`{ rewards(earner: "${delegators[0]}") { proof } }`);
      expect(errors).toMatchObject([{ extensions: { code: "INTERNAL_SERVER_ERROR" } }]);
    } finally {
      await other.close();
      await totals.set({ totals: `${unit}` }).execute();
      await api.db
        .updateTable("indexer.reward_root")
        .set({ disabled: false })
        .where("epoch", "=", 1n)
        .execute();
    }
  });
});

describe("rewardEpoch", () => {
  it("tells by the data where each epoch stands", async () => {
    const { nodes } = await api.read<{ nodes: { epoch: string; status: string }[] }>(
      "{ rewardEpochs { nodes { epoch status } } }",
    );
    expect(nodes.map(({ status }) => status)).toEqual([
      "RUNNING",
      "RUNNING",
      "CALCULATED",
      "SUBMITTED",
      "CLAIMABLE",
      "CLAIMABLE",
    ]);
  });

  it("is null before it has begun", async () => {
    const ask = (epoch: string) => api.read(`{ rewardEpoch(epoch: ${epoch}) { startsAt } }`);
    expect(await ask("5")).toEqual({
      startsAt: new Date(Number(genesis + 5_000n) * 1000).toISOString().replace(".000", ""),
    });
    expect(await ask("6")).toBeNull();
    expect(await ask('"99999999999999999999999999"')).toBeNull();
  });

  it("shows pots whose parts add up, per network and token", async () => {
    const { pots } = await api.read<{ pots: Record<string, string>[] }>(
      "{ rewardEpoch(epoch: 1) { pots { token pot paid carriedOut scheduled fees forfeited carriedIn } } }",
    );
    const [pot] = pots.map((row) => ({ ...row }));
    expect(pot?.token?.toLowerCase()).toBe(token);
    const sum = (...names: string[]) => names.reduce((total, name) => total + BigInt(pot?.[name] ?? 0), 0n);
    expect(sum("scheduled", "fees", "forfeited", "carriedIn")).toBe(sum("pot"));
    expect(sum("paid", "carriedOut")).toBe(sum("pot"));
  });
});

describe("GET /bundles/<epoch>", () => {
  it("gives out the stored parts one after the other, of complete epochs alone", async () => {
    const bytes = gzipSync('{"epoch":"0"}');
    const parts = [bytes.subarray(0, 9), bytes.subarray(9)];
    await api.db
      .insertInto("nektar.reward_bundle")
      .values(parts.map((part, index) => ({ epoch: 0n, part: index, bytes: Buffer.from(part) })))
      .execute();
    const get = (epoch: string) => fetch(`${api.url}/bundles/${epoch}`);
    const response = await get("0");
    expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toBe('{"epoch":"0"}');
    expect(response.headers.get("content-type")).toBe("application/gzip");
    expect((await get("1")).status).toBe(404);
    const epoch = api.db.updateTable("nektar.reward_epoch").where("epoch", "=", 0n);
    await epoch.set({ state: "calculating" }).execute();
    expect((await get("0")).status).toBe(404);
    await epoch.set({ state: "submitted" }).execute();
  });
});
