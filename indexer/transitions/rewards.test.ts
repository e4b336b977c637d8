import { zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import { rewardsAccrued, rewardsClaimed, rootDisabled, rootSubmitted } from "./rewards.ts";

const at = { block: 20n, timestamp: 2_000n, tx: "0xaa", logIndex: 5 } as const;
const accrual = { network: "0xAB", token: "0xCD", epoch: 3n, amount: 9n, source: 0, taskId: "0x01" } as const;
const root = { epoch: 3n, root: "0x01", bundleHash: "0x02", total: 10n, activatesAt: 2_060n } as const;

describe("rewards", () => {
  it("name the source of what came in, and the task that paid", () => {
    expect(rewardsAccrued(accrual, at)).toMatchObject({ id: "20:5", source: "FEE", taskId: "0x01" });
    expect(rewardsAccrued({ ...accrual, source: 1 }, at).source).toBe("FORFEITED_BOND");
    expect(rewardsAccrued({ ...accrual, source: 2, taskId: zeroHash }, at)).toMatchObject({
      source: "SLASHED_STAKE",
      taskId: null,
    });
  });

  it("refuse a source that nobody knows", () => {
    expect(() => rewardsAccrued({ ...accrual, source: 3 }, at)).toThrow(RangeError);
  });

  it("point an epoch at the root that was submitted last", () => {
    const first = rootSubmitted(root, at);
    const second = rootSubmitted(root, { ...at, block: 21n });
    expect(first.root).toMatchObject({ id: "3:20:5", disabled: false });
    expect(second.epochRoot).toEqual({ epoch: 3n, rootId: second.root.id });
    expect(second.root.id).not.toBe(first.root.id);
  });

  it("say when a root was disabled", () => {
    expect(rootDisabled(at)).toEqual({
      disabled: true,
      disabledBlock: at.block,
      disabledAt: 2_000n,
      disabledTx: "0xaa",
    });
  });

  it("keep an earner's total beside the payment", () => {
    const args = { earner: "0xEE", token: "0xCD", recipient: "0xFF", amount: 4n, cumulative: 11n } as const;
    expect(rewardsClaimed(args, at)).toEqual({
      claimed: { earner: "0xee", token: "0xcd", cumulative: 11n },
      claim: {
        id: "20:5",
        earner: "0xee",
        token: "0xcd",
        recipient: "0xff",
        amount: 4n,
        cumulative: 11n,
        createdBlock: 20n,
        createdAt: 2_000n,
        createdTx: "0xaa",
      },
    });
  });
});
