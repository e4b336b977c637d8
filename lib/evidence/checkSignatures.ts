import { keccak256 } from "viem";
import { selectBackend } from "../bls/backend/selectBackend.ts";
import { InvalidPointError } from "../bls/points.ts";
import { equivocationHash, responseDigest, taskIdOf } from "../protocol/messages.ts";
import type { EvidenceBundle } from "./bundle.ts";
import type { Check } from "./Check.ts";
import { encodeProof, equivocationOf } from "./equivocationOf.ts";

/**
 * What a bundle proves by itself, without a chain: that whoever holds the key signed two different responses to the one task
 * that chain, contract, network, payload and reference block make up.
 */
export function checkSignatures(bundle: EvidenceBundle): Check[] {
  const { task, contracts, chain, slash } = bundle;
  const [a, b] = bundle.responses;
  const domain = { chainId: Number(chain.chainId), taskManager: contracts.taskManager };
  const evidence = equivocationOf(bundle);
  return [
    check(
      "task id",
      taskIdOf({ ...domain, ...task }) === task.id,
      "chain, task manager, counter, network, payload and reference block give the task's id",
      "the id is of another chain, contract, network, payload or reference block",
    ),
    check(
      "two responses",
      a.responseHash < b.responseHash,
      "the responses differ and stand in order",
      a.responseHash === b.responseHash ? "both are the same response" : "they are not ascending by hash",
    ),
    ...bundle.responses.flatMap((signed, index) => {
      const name = `response ${"AB"[index]}`;
      const { taskManager, chainId } = domain;
      const { referenceBlock } = task;
      const message = { chainId, taskManager, taskId: task.id, referenceBlock, response: signed.response };
      const digest = responseDigest(message);
      return [
        check(
          `${name}: hash`,
          keccak256(signed.response) === signed.responseHash,
          "the hash is the response's",
          "the hash is another response's",
        ),
        check(
          `${name}: message`,
          digest === signed.digest,
          "the digest binds chain, task manager, task, reference block and response",
          "the digest is of another chain, task manager, task, reference block or response",
        ),
        checkSignature(`${name}: signature`, bundle, digest, index),
      ];
    }),
    check(
      "evidence hash",
      equivocationHash(evidence) === bundle.evidenceHash,
      "it is the hash that the contract gives to this evidence",
      "the contract gives another hash to this evidence",
    ),
    check(
      "calldata",
      slash.to === contracts.slashingManager && slash.data === encodeProof(evidence),
      "the call shows this evidence to the slashing manager",
      "the call shows something else, or to somebody else",
    ),
  ];
}

function checkSignature(name: string, bundle: EvidenceBundle, digest: `0x${string}`, index: number): Check {
  const signature = bundle.responses[index]?.signature ?? "0x";
  const backend = selectBackend();
  try {
    const key = backend.readKey(bundle.operator.blsKey);
    const valid = backend.verify(digest, key, backend.decode(signature));
    return check(name, valid, "it is the key's over this message", "it is not the key's over this message");
  } catch (error) {
    if (!(error instanceof InvalidPointError)) throw error;
    return { name, holds: false, detail: error.message };
  }
}

function check(name: string, holds: boolean, yes: string, no: string): Check {
  return { name, holds, detail: holds ? yes : no };
}
