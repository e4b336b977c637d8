import { describe, expect, it } from "vitest";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { delegators, unit } from "../testing/world.ts";

const api = useFilledApi();

describe("a delegator's exposure", () => {
  it("is, for each network, what a slash of everything would take of it, the largest first", async () => {
    type Line = { network: { address: string }; operator: { address: string }; asset: { address: string } };
    type Exposed = Line & { active: string; queued: string };
    const fields = "network { address } operator { address } asset { address } active queued";
    const all = await api.read<Line[]>("{ exposure { network { address } operator { address } } }");
    for (const delegator of delegators) {
      const before = api.statements();
      const { exposure } = await api.read<{ exposure: Exposed[] }>(
        `{ delegator(address: "${delegator}") { exposure { ${fields} } } }`,
      );
      expect(api.statements() - before).toBe(1);
      const wanted: Exposed[] = [];
      const pairs = new Set(all.map(({ network, operator }) => `${network.address} ${operator.address}`));
      for (const pair of pairs) {
        const [network, operator] = pair.split(" ");
        const slashes = await api.read<
          (Line & { losses: { active: string; queued: string }[] })[]
        >(`{ simulateSlash(network: "${network}", operator: "${operator}", fraction: "${unit}") {
          network { address } operator { address } asset { address } losses(delegator: "${delegator}") { active queued } } }`);
        for (const { losses, ...line } of slashes)
          wanted.push(...losses.map((loss) => ({ ...line, ...loss })));
      }
      expect(wanted.length).toBeGreaterThan(2);
      const key = (row: Exposed) =>
        JSON.stringify([row.network, row.operator, row.asset, row.active, row.queued]);
      expect(exposure.map(key).sort()).toEqual(wanted.map(key).sort());
      const sizes = exposure.map(({ active, queued }) => BigInt(active) + BigInt(queued));
      expect(sizes).toEqual([...sizes].sort((a, b) => (a < b ? 1 : -1)));
    }
  });
});
