import { type Address, encodeFunctionData, type Hex } from "viem";
import { challengeManagerAbi } from "../../contracts/generated/challengeManager.ts";

/** So many signers are slashed in one transaction; a slash of one asset takes some 300 000 gas. */
export const signersAtOnce = 16;

type Participant = { readonly operator: Address; readonly signed: boolean | null };

/** Who did not sign, as the contract's record has them. */
export const nonSignersOf = (participants: readonly Participant[]): Address[] =>
  participants.filter(({ signed }) => !signed).map(({ operator }) => operator);

export const signersOf = (participants: readonly Participant[]): Address[] =>
  participants.filter(({ signed }) => signed).map(({ operator }) => operator);

/** What a challenge, or its resolution, must show. `participants` ascend by address. */
export function challengeEvidence(
  { payload, response }: { readonly payload: Hex; readonly response: Hex },
  participants: readonly Participant[],
) {
  const signers = signersOf(participants).slice(0, signersAtOnce);
  return { payload, response, nonSigners: nonSignersOf(participants), signers };
}

/** The calldata that challenges, and slashes the first signers if the verifier decides at once. */
export function encodeChallenge(taskId: Hex, evidence: ReturnType<typeof challengeEvidence>): Hex {
  const args = [taskId, evidence] as const;
  return encodeFunctionData({ abi: challengeManagerAbi, functionName: "challenge", args });
}
