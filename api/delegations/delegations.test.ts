import { describe, expect, it } from "vitest";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { assets, operators, unit } from "../testing/world.ts";

const api = useFilledApi();

const holdings = async () => {
  const { data } = await api.ask(`{
    delegations(where: {operator: "${operators[0]}"}) { nodes { shares assets } }
    withdrawals(where: {operator: "${operators[0]}"}) { nodes { status shares assets assetsPaid } }
    asset(address: "${assets[0]}") { totalAssets }
  }`);
  return data;
};
const amount = (units: bigint) => (units * unit).toString();

describe("shares", () => {
  it("are worth less after a slash, queued ones too, and what was completed stays as it was", async () => {
    const completed = { status: "COMPLETED", shares: amount(1n), assets: null, assetsPaid: amount(1n) };
    const queued = { status: "QUEUED", shares: amount(1n), assets: amount(1n), assetsPaid: null };
    const shares = amount(200n);
    expect(await holdings()).toEqual({
      delegations: {
        nodes: [
          { shares, assets: amount(200n) },
          { shares, assets: amount(200n) },
        ],
      },
      withdrawals: { nodes: [queued, completed] },
      asset: { totalAssets: amount(1_000n) },
    });
    // A tenth of the pool's 400: the shares stay.
    await api.db
      .updateTable("indexer.pool")
      .set({ total_assets: 360n * unit })
      .where("operator", "=", operators[0])
      .execute();
    // floor(200e18 * (360e18 + 1) / (400e18 + 1)) and floor(1e18 * (360e18 + 1) / (400e18 + 1)).
    const left = { shares, assets: "180000000000000000000" };
    expect(await holdings()).toEqual({
      delegations: { nodes: [left, left] },
      withdrawals: { nodes: [{ ...queued, assets: "900000000000000000" }, completed] },
      asset: { totalAssets: amount(960n) },
    });
  });
});
