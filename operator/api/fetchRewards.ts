import type { Hex } from "viem";
import { z } from "zod";
import { addressField, amountField, blockField, hashField } from "../../lib/protocol/fields.ts";
import { rewardsDocument } from "./operations.gen.ts";
import { postGraphql } from "./postGraphql.ts";

const rewardsSchema = z.object({
  rewards: z
    .array(
      z.object({
        token: addressField,
        epoch: blockField,
        cumulative: amountField,
        claimed: amountField,
        claimable: amountField,
        proof: z.array(hashField).max(64),
      }),
    )
    .max(1_000),
});

export type Claimable = z.infer<typeof rewardsSchema>["rewards"][number];

/** What the API says that an earner can claim, a row per token. The contract checks the proof. @throws {ApiError} */
export async function fetchRewards(url: string, earner: Hex, signal: AbortSignal): Promise<Claimable[]> {
  const { rewards } = await postGraphql(url, rewardsDocument, { earner }, rewardsSchema, signal);
  return rewards;
}
