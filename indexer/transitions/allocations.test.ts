import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocationScheduled, allocationSlashed, magnitudeAt } from "./allocations.ts";

const at = { block: 20n, timestamp: 2_000n, tx: "0xaa", logIndex: 5 } as const;
const scheduled = {
  operator: "0xCD",
  network: "0xAB",
  asset: "0xEF",
  oldMagnitude: 400n,
  newMagnitude: 600n,
  effectiveAt: 2_010n,
} as const;
const slashed = {
  slashId: "0x5A",
  operator: "0xCD",
  network: "0xAB",
  asset: "0xEF",
  magnitudeSlashed: 40n,
  magnitudeAfter: 360n,
  nextMagnitudeAfter: 560n,
  totalMagnitudeAfter: 960n,
} as const;

describe("an allocation", () => {
  it("counts with its old magnitude until a change has its effect", () => {
    const row = allocationScheduled(scheduled, at);
    expect(row).toMatchObject({ operator: "0xcd", network: "0xab", asset: "0xef", createdBlock: 20n });
    expect([2_000n, 2_009n, 2_010n].map((time) => magnitudeAt(row, time))).toEqual([400n, 400n, 600n]);
  });

  it("counts at once when the change has no delay", () => {
    expect(magnitudeAt(allocationScheduled({ ...scheduled, effectiveAt: 2_000n }, at), 2_000n)).toBe(600n);
  });

  it("goes on waiting for the same time when it is slashed before a change has its effect", () => {
    const row = allocationScheduled(scheduled, at);
    const after = { ...row, ...allocationSlashed(slashed, at).allocation };
    expect(after.effectiveAt).toBe(2_010n);
    expect([2_009n, 2_010n].map((time) => magnitudeAt(after, time))).toEqual([360n, 560n]);
  });

  it("leaves the pool's magnitude and the record of the slash, under lowercase keys", () => {
    const rows = allocationSlashed(slashed, at);
    expect(rows.poolMagnitude).toEqual({ operator: "0xcd", asset: "0xef", totalMagnitude: 960n });
    expect(rows.poolSlash).toEqual({
      slashId: "0x5a",
      operator: "0xcd",
      asset: "0xef",
      network: "0xab",
      magnitudeSlashed: 40n,
      magnitudeAfter: 360n,
      totalMagnitudeAfter: 960n,
      block: 20n,
      logIndex: 5,
      timestamp: 2_000n,
    });
  });

  it("says what the contract's view says at every later instant, for any changes and slashes", () => {
    const step = fc.record({
      wait: fc.bigInt(0n, 20n),
      next: fc.bigInt(0n, 1_000n),
      bps: fc.bigInt(0n, 10n),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.bigInt(0n, 30n), (steps, later) => {
        const contract = new Contract();
        let row = allocationScheduled({ ...scheduled, ...contract.allocate(500n, 0n) }, at);
        for (const { wait, next, bps } of steps) {
          contract.time += wait;
          const changed = contract.allocate(next, next > 500n ? 7n : 13n);
          if (changed) row = { ...row, ...allocationScheduled({ ...scheduled, ...changed }, at) };
          const taken = contract.slash(bps);
          row = { ...row, ...allocationSlashed({ ...slashed, ...taken }, at).allocation };
          expect(magnitudeAt(row, contract.time + later)).toBe(contract.magnitudeAt(contract.time + later));
        }
      }),
    );
  });
});

/** AllocationManager.sol in small: one allocation, its storage as the contract keeps it. */
class Contract {
  time = 2_000n;
  private stored = { current: 0n, next: 0n, effectiveAt: 0n };

  magnitudeAt(time: bigint): bigint {
    return time >= this.stored.effectiveAt ? this.stored.next : this.stored.current;
  }

  allocate(newMagnitude: bigint, delay: bigint) {
    if (this.time < this.stored.effectiveAt) return null;
    const oldMagnitude = this.stored.next;
    const effectiveAt = this.time + delay;
    this.stored = { current: oldMagnitude, next: newMagnitude, effectiveAt };
    return { oldMagnitude, newMagnitude, effectiveAt };
  }

  slash(tenths: bigint) {
    const before = this.magnitudeAt(this.time);
    const magnitudeSlashed = (before * tenths + 9n) / 10n;
    const current = before - magnitudeSlashed;
    const { next } = this.stored;
    const nextAfter =
      next > before ? next - magnitudeSlashed : before === 0n ? next : (next * current) / before;
    this.stored = { ...this.stored, current, next: nextAfter };
    return { magnitudeSlashed, magnitudeAfter: current, nextMagnitudeAfter: nextAfter };
  }
}
