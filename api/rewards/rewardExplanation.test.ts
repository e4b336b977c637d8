import type { Address } from "viem";
import { describe, expect, it } from "vitest";
import { useFilledApi } from "../testing/useFilledApi.ts";
import { delegators, networks, operators, token, unit } from "../testing/world.ts";

const api = useFilledApi();

const explain = (epoch: string, network: Address, earner: Address) =>
  api.ask(
    `query ($epoch: BigInt!, $network: Address!, $earner: Address!) {
      explainReward(epoch: $epoch, network: $network, earner: $earner) {
        epoch network earner reason
        intervals { kind operator asset from until seconds value }
        tokens { token amount reason summary steps { section title operator calculation value remainder divisor } }
      }
    }`,
    { epoch, network, earner },
  );

type Explained = {
  reason: string | null;
  tokens: {
    token: Address;
    amount: string;
    summary: string;
    steps: { calculation: string; value: string }[];
  }[];
};
const explained = async (...of: Parameters<typeof explain>) => {
  const { data, errors } = await explain(...of);
  expect(errors).toEqual([]);
  return data?.explainReward as Explained | null;
};

describe("explainReward", () => {
  it("shows how an operator's commission came about", async () => {
    const found = await explained("1", networks[0], operators[1]);
    expect(found?.reason).toBeNull();
    const [inToken] = found?.tokens ?? [];
    expect(inToken?.token.toLowerCase()).toBe(token);
    expect(inToken?.amount).toBe((unit / 20n).toString());
    expect(inToken?.summary).toBe(`Earned ${unit / 20n} as the operator's commission.`);
    expect(inToken?.steps).toContainEqual({
      section: 4,
      title: "Its commission, in force at the epoch's start",
      operator: expect.stringMatching(/^0x/),
      calculation: `floor(${unit} * 500 / 10000)`,
      value: (unit / 20n).toString(),
      remainder: "0",
      divisor: "10000",
    });
  });

  it("says why there is nothing", async () => {
    expect(await explained("1", networks[1], operators[1])).toMatchObject({ reason: "NO_POT", tokens: [] });
    expect(await explained("1", networks[0], token)).toMatchObject({ reason: "NO_STAKE" });
    expect(await explained("5", networks[0], delegators[0])).toMatchObject({ reason: "NOT_CALCULATED" });
    expect(await explained("6", networks[0], delegators[0])).toBeNull();
    const { errors } = await explain("-1", networks[0], delegators[0]);
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(["BAD_USER_INPUT"]);
  });
});
