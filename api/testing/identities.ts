import { bls12_381 } from "@noble/curves/bls12-381.js";
import { type Address, type Hex, keccak256, toHex } from "viem";
import { compressG2, encodeG1 } from "../../lib/bls/points.ts";
import { hashToG2, publicKeyOf, signHashed } from "../../lib/bls/signatures.ts";
import { responseDigest } from "../../lib/protocol/messages.ts";
import { testDeployment } from "./testDeployment.ts";

/** A lowercase address that is always the same for a name. */
export const addressOf = (name: string): Address => keccak256(toHex(name)).slice(0, 42) as Address;
/** 32 bytes that are always the same for a name. */
export const hashOf = (name: string): Hex => keccak256(toHex(name));

const secretKeyOf = (operator: Address) =>
  bls12_381.longSignatures.keygen(Buffer.from(operator.slice(2).padEnd(96, "0"), "hex")).secretKey;

/** An operator's public key, 128 bytes as EIP-2537 has them. */
export const blsKeyOf = (operator: Address): Hex => encodeG1(publicKeyOf(secretKeyOf(operator)));

export type Signing = { task: Hex; operator: Address; response: Hex; referenceBlock: bigint };

/** An operator's signature of a response, as `submitResponse` takes it. */
export function signResponse({ task, operator, response, referenceBlock }: Signing): Hex {
  const digest = responseDigest({
    chainId: testDeployment.chainId,
    taskManager: testDeployment.contracts.taskManager,
    taskId: task,
    referenceBlock,
    response,
  });
  return compressG2(signHashed(hashToG2(digest), secretKeyOf(operator)));
}
