import type { Address } from "viem";
import { operatorRegistryAbi } from "../../../contracts/generated/operatorRegistry.ts";
import { encodeG1, encodeG2 } from "../../../lib/bls/points.ts";
import { hashToG2, possessionDst, publicKeyOf, signHashed } from "../../../lib/bls/signatures.ts";
import { epochAt, epochStart } from "../../../lib/protocol/epochs.ts";
import { proofOfPossessionDigest } from "../../../lib/protocol/messages.ts";
import type { Plan, PlanContext } from "../Plan.ts";

export type Registration = {
  readonly secretKey: Uint8Array;
  readonly payout: Address;
  readonly commissionBps: number;
  readonly metadataUri: string;
};

/** Registers the account as an operator with a BLS key and the proof that it holds its secret. */
export async function planRegister(context: PlanContext, registration: Registration): Promise<Plan> {
  const { deployment, account } = context;
  const { secretKey, payout, commissionBps, metadataUri } = registration;
  const { operatorRegistry } = deployment.contracts;
  const digest = proofOfPossessionDigest(deployment.chainId, operatorRegistry, account.address);
  const proof = encodeG2(signHashed(hashToG2(digest, possessionDst), secretKey));
  const key = encodeG1(publicKeyOf(secretKey));
  return {
    title: `Register ${account.address} as an operator.`,
    consequences: [
      `Commission ${commissionBps} of 10000 of gross rewards, paid to ${payout}.`,
      `BLS key ${key}: it belongs to this operator for ever and cannot be changed.`,
    ],
    calls: [
      {
        what: "register the operator",
        address: operatorRegistry,
        abi: operatorRegistryAbi,
        functionName: "registerOperator",
        args: [payout, commissionBps, metadataUri, key, proof],
      },
    ],
  };
}

/** Announces a commission, in force from the epoch after next. */
export async function planCommission(
  { client, deployment, account }: PlanContext,
  bps: number,
): Promise<Plan> {
  const { timestamp } = await client.getBlock();
  const { operatorRegistry } = deployment.contracts;
  const epoch = epochAt(deployment.epoch, timestamp);
  const now = await client.readContract({
    address: operatorRegistry,
    abi: operatorRegistryAbi,
    functionName: "commissionBpsAt",
    args: [account.address, epoch],
  });
  const start = new Date(Number(epochStart(deployment.epoch, epoch + 2n)) * 1_000).toISOString();
  return {
    title: `Change the commission from ${now} to ${bps} of 10000 of gross rewards.`,
    consequences: [
      `In force from epoch ${epoch + 2n} on, which begins at ${start}. No other change is taken until then.`,
    ],
    calls: [
      {
        what: `announce a commission of ${bps} of 10000`,
        address: operatorRegistry,
        abi: operatorRegistryAbi,
        functionName: "scheduleCommission",
        args: [bps],
      },
    ],
  };
}
