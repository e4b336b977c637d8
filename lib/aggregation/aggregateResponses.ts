import type { Address, Hex } from "viem";
import type { BlsBackend } from "../bls/backend/BlsBackend.ts";
import { selectBackend } from "../bls/backend/selectBackend.ts";
import { type Verified, verifySignatures } from "./verifySignatures.ts";

/** An operator with weight at a task's reference block. */
export type AssignedOperator = { readonly operator: Address; readonly weight: bigint; readonly bls_key: Hex };

/** What an operator signed for the task. */
export type StoredResponse = {
  readonly operator: Address;
  readonly response_hash: Hex;
  readonly response: Hex;
  readonly signature: Hex;
};

type Quorum = { readonly quorumBps: number; readonly totalWeight: bigint };
type Signer = StoredResponse & AssignedOperator;

/** The arguments of `TaskManager.respond` that follow from the signatures. */
export type Aggregate = {
  readonly response: Hex;
  /** Ascending by address. */
  readonly nonSigners: readonly Address[];
  /** EIP-2537, 256 bytes. */
  readonly signature: Hex;
  readonly signedWeight: bigint;
};

export type AggregateOutcome = {
  readonly aggregate: Aggregate | undefined;
  readonly badSigners: readonly Address[];
};

/**
 * Aggregates the response that reached the quorum with signatures that hold; of several (equivocation, or a quorum below
 * half) the one with the most weight.
 *
 * @param digestOf The digest that operators sign for a response.
 */
export async function aggregateResponses(
  quorum: Quorum,
  assigned: readonly AssignedOperator[],
  responses: readonly StoredResponse[],
  digestOf: (response: Hex) => Hex,
  backend: BlsBackend = selectBackend(),
): Promise<AggregateOutcome> {
  const badSigners: Address[] = [];
  for (const signers of groupsByWeight(assigned, responses)) {
    if (!reaches(quorum, weightOf(signers))) break;
    const verified = await verifySignatures(digestOf((signers[0] as Signer).response), signers, backend);
    const good = new Set(verified.map(({ row }) => row.operator));
    for (const { operator } of signers) if (!good.has(operator)) badSigners.push(operator);
    if (reaches(quorum, weightOf(verified.map(({ row }) => row))))
      return { aggregate: join(assigned, verified, backend), badSigners };
  }
  return { aggregate: undefined, badSigners };
}

/** The contract's rule: the signed weight is at least the quorum's share of the total, rounded up. */
export function reaches({ quorumBps, totalWeight }: Quorum, signedWeight: bigint): boolean {
  return signedWeight > 0n && signedWeight * 10_000n >= BigInt(quorumBps) * totalWeight;
}

/** Signers by response, the heaviest response first. Whoever was not assigned does not count. */
function groupsByWeight(
  assigned: readonly AssignedOperator[],
  responses: readonly StoredResponse[],
): Signer[][] {
  const byAddress = new Map(assigned.map((row) => [row.operator, row]));
  const groups = new Map<Hex, Signer[]>();
  for (const response of responses) {
    const operator = byAddress.get(response.operator);
    if (!operator) continue;
    const group = groups.get(response.response_hash) ?? [];
    group.push({ ...operator, ...response });
    groups.set(response.response_hash, group);
  }
  return [...groups.values()].sort((one, other) => (weightOf(one) > weightOf(other) ? -1 : 1));
}

function weightOf(signers: readonly { readonly weight: bigint }[]): bigint {
  return signers.reduce((sum, signer) => sum + signer.weight, 0n);
}

function join(
  assigned: readonly AssignedOperator[],
  verified: readonly Verified<Signer>[],
  backend: BlsBackend,
): Aggregate {
  const signers = new Set(verified.map(({ row }) => row.operator));
  return {
    response: (verified[0] as Verified<Signer>).row.response,
    nonSigners: assigned
      .map((row) => row.operator)
      .filter((operator) => !signers.has(operator))
      .sort(),
    signature: backend.encode(backend.add(verified.map(({ signature }) => signature))),
    signedWeight: weightOf(verified.map(({ row }) => row)),
  };
}
