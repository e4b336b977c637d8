import { getAddress, type Hex, padHex } from "viem";
import { beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../../test/support/waitFor.ts";
import {
  bundle,
  contentHash,
  equivocator,
  evidenceHash,
  fillEvidence,
  responses,
  timeOf,
} from "../testing/evidenceWorld.ts";
import { addressOf, hashOf } from "../testing/identities.ts";
import { slashes, slashId } from "../testing/slashingWorld.ts";
import { startTestApi } from "../testing/startTestApi.ts";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { assets, genesis, networks, operators, taskId, unit } from "../testing/world.ts";

const api = useFilledApi();
const textOf = (block: bigint) => timeOf(block).toISOString().replace(".000Z", "Z");

beforeAll(() => fillEvidence(api.db));

describe("a slash's timeline", () => {
  const read = async (number: number, args = "") => {
    const { timeline } = await api.read<{ timeline: Record<string, unknown>[] }>(`{
      slash(slashId: "${slashId(number)}"${args}) { timeline { kind at transaction { block hash } transactionHash asset { symbol } responseHash withdrawal { withdrawalId } } }
    }`);
    return timeline;
  };

  it("of an equivocation goes from the task to the last withdrawal that it hit", async () => {
    const step = (kind: string, block: bigint, more: object = {}) => {
      const hash = hashOf(`transaction ${block}`);
      const none = { asset: null, responseHash: null, withdrawal: null };
      return {
        kind,
        at: textOf(block),
        transaction: { block: `${block}`, hash },
        transactionHash: hash,
        ...none,
        ...more,
      };
    };
    const clock = (kind: string, block: bigint, more: object = {}) =>
      step(kind, block, { transaction: null, transactionHash: null, ...more });
    expect(await read(2)).toEqual([
      step("TASK_CREATED", 507n),
      clock("SIGNATURE_RECEIVED", 535n, { responseHash: responses[0].responseHash }),
      clock("SIGNATURE_RECEIVED", 536n, { responseHash: responses[1].responseHash }),
      clock("EQUIVOCATION_FOUND", 536n),
      clock("REPORT_COMMITTED", 537n, {
        transactionHash: hashOf(`report:${evidenceHash}:${addressOf("reporter")}`),
      }),
      clock("PROOF_SENT", 539n, { transactionHash: hashOf(`equivocation:${taskId(22)}:${equivocator}`) }),
      step("SLASHED", 540n),
      step("PAID_OUT", 541n, { asset: { symbol: "ONE" } }),
      step("WITHDRAWN", 545n, {
        asset: { symbol: "ONE" },
        withdrawal: { withdrawalId: hashOf("withdrawal went later") },
      }),
    ]);
  });

  it("of a wrong response has the response and its challenge", async () => {
    const timeline = await read(0);
    expect(timeline.map(({ kind }) => kind)).toEqual([
      ...["TASK_CREATED", "RESPONDED", "CHALLENGED", "CHALLENGE_UPHELD", "SLASHED", "PAID_OUT"],
    ]);
    expect(timeline[3]).toMatchObject({ at: textOf(510n), transaction: { block: "510" } });
  });

  it("ends at the moment that it is asked for", async () => {
    const until = async (asOf: string) => (await read(2, `, asOf: {${asOf}}`)).at(-1);
    expect(await until(`timestamp: "${textOf(540n)}"`)).toMatchObject({ kind: "SLASHED" });
    expect(await until(`timestamp: "${textOf(544n)}"`)).toMatchObject({ kind: "PAID_OUT" });
  });
});

describe("a kept answer", () => {
  it("is made anew when evidence or a transaction that slashes came in", async () => {
    const caching = await startTestApi(api.databaseUrl, { cacheBytes: 1_000_000, stateMaxAgeMs: 300 });
    const steps = async () => {
      const { timeline } = await caching.read<{ timeline: { kind: string; at: string }[] }>(
        `{ slash(slashId: "${slashId(2)}") { timeline { kind at } } }`,
      );
      return timeline.map(({ kind, at }) => `${kind} ${at}`);
    };
    const before = await steps();
    await api.db
      .updateTable("nektar.transaction")
      .set({ created_at: timeOf(538n) })
      .where("purpose", "like", "equivocation:%")
      .execute();
    await waitFor("the transaction", async () => (await steps()).includes(`PROOF_SENT ${textOf(538n)}`));
    await api.db
      .updateTable("nektar.evidence")
      .set({ known_at: timeOf(534n) })
      .execute();
    await waitFor("the evidence", async () => (await steps()).includes(`EQUIVOCATION_FOUND ${textOf(534n)}`));
    await api.db
      .updateTable("nektar.transaction")
      .set({ created_at: timeOf(539n) })
      .where("purpose", "like", "equivocation:%")
      .execute();
    await api.db
      .updateTable("nektar.evidence")
      .set({ known_at: timeOf(536n) })
      .execute();
    await waitFor("what there was", async () => (await steps()).join() === before.join());
    await caching.close();
  });
});

describe("what a slash took", () => {
  it("says what each withdrawal in the queue lost, which is the queue's part of the delegators' losses", async () => {
    const { assets: lines } = await api.read<{
      assets: { withdrawals: { withdrawal: object; loss: string }[]; losses: { queued: string }[] }[];
    }>(`{ slash(slashId: "${slashId(2)}") { assets {
      withdrawals { withdrawal { withdrawalId status } loss } losses { queued } } } }`);
    // A quarter of each share, rounded down.
    expect(lines[0]?.withdrawals).toEqual([
      {
        withdrawal: { withdrawalId: hashOf("withdrawal waits"), status: "QUEUED" },
        loss: `${(3n * unit) / 4n}`,
      },
      {
        withdrawal: { withdrawalId: hashOf("withdrawal went later"), status: "COMPLETED" },
        loss: `${unit / 2n}`,
      },
    ]);
    const sum = (amounts: readonly string[] = []) =>
      amounts.reduce((total, amount) => total + BigInt(amount), 0n);
    expect(sum(lines[0]?.losses.map(({ queued }) => queued))).toBe(
      sum(lines[0]?.withdrawals.map(({ loss }) => loss)),
    );
    expect(lines[1]?.withdrawals).toEqual([]);
  });

  it("is filtered by asset", async () => {
    const read = (asset: string) => api.read(`{ slashes(where: {asset: "${asset}"}) { nodes { slashId } } }`);
    expect(await read(assets[1])).toEqual({ nodes: [{ slashId: slashId(2) }] });
    expect(await read(assets[0])).toEqual({
      nodes: [2, 1, 0].map((number) => ({ slashId: slashId(number) })),
    });
    expect(await read(addressOf("no asset"))).toEqual({ nodes: [] });
  });

  it("is summed by asset, and by whatever else is asked for", async () => {
    const read = (args: string, fields: string) =>
      api.read(`{ slashTotals${args && `(${args})`} { asset { symbol } slashes ${fields} } }`);
    const one = { asset: { symbol: "ONE" } };
    const two = { asset: { symbol: "TWO" }, slashes: "1" };
    expect(
      await read(
        "",
        "start network { address } activeSlashed queuedSlashed reporterAmount sinkAmount undistributed",
      ),
    ).toEqual(
      expect.arrayContaining([
        {
          ...{ ...one, slashes: "3", start: null, network: null, activeSlashed: `${104n * unit}` },
          ...{ queuedSlashed: `${2n * unit}`, reporterAmount: `${10n * unit}`, sinkAmount: `${81n * unit}` },
          undistributed: `${15n * unit}`,
        },
        {
          ...{ ...two, start: null, network: null, activeSlashed: "500", queuedSlashed: "0" },
          ...{ reporterAmount: "0", sinkAmount: "0", undistributed: "500" },
        },
      ]),
    );
    const offence = (name: string) => ({ offence: name });
    const byOffence = await read("by: [OFFENCE]", "offence");
    expect(byOffence).toHaveLength(3);
    expect(byOffence).toEqual(
      expect.arrayContaining([
        { ...one, slashes: "2", ...offence("WRONG_RESPONSE") },
        { ...one, slashes: "1", ...offence("EQUIVOCATION") },
        { ...two, ...offence("EQUIVOCATION") },
      ]),
    );
    expect(
      await read(
        `by: [OPERATOR, NETWORK], asset: "${assets[0]}", where: {createdBlock_lt: "540"}`,
        "operator { address } network { address }",
      ),
    ).toEqual(
      expect.arrayContaining(
        operators.slice(0, 2).map((address) => ({
          ...{ ...one, slashes: "1", operator: { address: getAddress(address) } },
          network: { address: getAddress(networks[0]) },
        })),
      ),
    );
  });

  it("is summed by hour and day, up to the moment that is asked for", async () => {
    const hourOf = (block: bigint) => {
      const seconds = genesis + block * 10n;
      return new Date(Number(seconds - (seconds % 3_600n)) * 1000).toISOString().replace(".000Z", "Z");
    };
    const read = (args: string) =>
      api.read<{ start: string; slashes: string }[]>(
        `{ slashTotals(interval: HOUR, asset: "${assets[0]}"${args}) { start slashes } }`,
      );
    const counts = new Map<string, number>();
    for (const { created_block } of slashes)
      counts.set(hourOf(created_block), (counts.get(hourOf(created_block)) ?? 0) + 1);
    expect(await read("")).toEqual([...counts].map(([start, count]) => ({ start, slashes: String(count) })));
    expect(await read(', asOf: {block: "539"}')).toEqual([{ start: hourOf(510n), slashes: "2" }]);
  });
});

describe("the evidence of a slash", () => {
  const read = (number: number) =>
    api.read<{ evidence: object | null }>(`{ slash(slashId: "${slashId(number)}") {
      evidence { evidenceHash contentHash source foundAt slashed path bundle } } }`);
  const path = `/evidence/${evidenceHash}`;

  it("is this backend's bundle, and null for a wrong response", async () => {
    expect(await read(0)).toEqual({ evidence: null });
    expect(await read(2)).toEqual({
      evidence: {
        ...{ evidenceHash, contentHash, source: "API", foundAt: timeOf(536n).toISOString(), slashed: true },
        ...{ path, bundle },
      },
    });
  });

  it("says when other evidence than ours slashed", async () => {
    const setEvent = (hash: Hex) =>
      api.db.updateTable("indexer.slash").set({ evidence_hash: hash }).where("id", "=", slashId(2)).execute();
    await setEvent(hashOf("another order"));
    expect(await read(2)).toMatchObject({ evidence: { evidenceHash, slashed: false } });
    await setEvent(evidenceHash);
  });

  it("is given out by its hash, byte for byte, and nothing else is", async () => {
    const response = await fetch(`${api.url}${path}.json`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("etag")).toBe(`"${contentHash}"`);
    expect(await response.text()).toBe(bundle);
    for (const other of [`/evidence/${hashOf("unknown")}`, "/evidence/0x12", "/evidence/"])
      expect((await fetch(`${api.url}${other}`)).status, other).toBe(404);
  });

  it("is given to nobody once it was changed", async () => {
    const store = (text: string) =>
      api.db
        .updateTable("nektar.evidence")
        .set({ bundle: text })
        .where("evidence_hash", "=", evidenceHash)
        .execute();
    await store(bundle.replace('"outcome":"slashed"', '"outcome":"other"'));
    expect((await fetch(`${api.url}${path}`)).status).toBe(500);
    await store(bundle.replace(responses[0].signature, padHex("0x05", { size: 256 })));
    expect((await fetch(`${api.url}${path}`)).status).toBe(500);
    await store(bundle);
    expect((await fetch(`${api.url}${path}`)).status).toBe(200);
  });
});
