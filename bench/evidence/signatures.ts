import { createRequire } from "node:module";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { type Hex, hexToBytes, keccak256, toHex, zeroAddress, zeroHash } from "viem";
import { encodeG1, encodeG2, rawG1, rawG2 } from "../../lib/bls/points.ts";
import { hashToG2, publicKeyOf, signHashed } from "../../lib/bls/signatures.ts";
import { type EvidenceBundle, makeBundle } from "../../lib/evidence/bundle.ts";
import { checkSignatures } from "../../lib/evidence/checkSignatures.ts";
import { encodeProof, equivocationOf } from "../../lib/evidence/equivocationOf.ts";
import { equivocationHash, responseDigest, taskIdOf } from "../../lib/protocol/messages.ts";
import type { Section } from "../support/report.ts";
import { median } from "../support/statistics.ts";

const rounds = 7;
const keyCount = 20;
type Blst = typeof import("@chainsafe/blst");

/**
 * Bundles checked without a chain, everything that such a check takes (ids, hashes, calldata, two signatures), beside bare
 * blst reading and verifying the same bytes, in turn in one run.
 */
export async function measureSignatures(count: number): Promise<Section> {
  const bundles = Array.from({ length: count }, (_, index) => bundleOf(index));
  const blst: Blst = createRequire(import.meta.url)("@chainsafe/blst");
  const ours = () => {
    for (const bundle of bundles)
      if (checkSignatures(bundle).some(({ holds }) => holds !== true)) throw new Error("a good bundle fails");
  };
  const floor = () => {
    for (const { operator, responses } of bundles) {
      const key = blst.PublicKey.fromBytes(rawG1(operator.blsKey), true);
      for (const { digest, signature } of responses) {
        const point = blst.Signature.fromBytes(rawG2(signature), true, true);
        if (!blst.verify(hexToBytes(digest), key, point, false, false)) throw new Error("blst refuses it");
      }
    }
  };
  const rates: [number[], number[]] = [[], []];
  for (const work of [ours, floor]) work();
  for (let round = 0; round < rounds; round++) {
    for (const [index, work] of [ours, floor].entries()) {
      const start = performance.now();
      work();
      rates[index]?.push((2_000 * count) / (performance.now() - start));
    }
  }
  const [mine, bare] = [median(rates[0]), median(rates[1])];
  return {
    title: `signatures of ${count} bundles, checked one by one on one core`,
    columns: ["what", "signatures/s", "of the floor"],
    rows: [
      ["`evidence verify` without a chain, all its parts", mine.toFixed(0), (mine / bare).toFixed(2)],
      ["bare blst: read key and signature, verify", bare.toFixed(0), "1.00"],
    ],
  };
}

function bundleOf(index: number): EvidenceBundle {
  const { secretKey } = bls12_381.longSignatures.keygen(
    hexToBytes(toHex((index % keyCount) + 1, { size: 48 })),
  );
  const contracts = {
    ...{ taskManager: zeroAddress, slashingManager: zeroAddress },
    ...{ operatorRegistry: zeroAddress, stakeRegistry: zeroAddress },
  };
  const facts = { network: zeroAddress, payload: toHex(index), referenceBlock: 9n, counter: BigInt(index) };
  const domain = { chainId: 1, taskManager: contracts.taskManager };
  const task = { id: taskIdOf({ ...domain, ...facts }), createdTx: zeroHash, ...facts };
  const signed = (response: Hex) => {
    const digest = responseDigest({ ...domain, taskId: task.id, referenceBlock: 9n, response });
    const signature = encodeG2(signHashed(hashToG2(digest), secretKey));
    return { response, responseHash: keccak256(response), digest, signature };
  };
  const pair = [signed("0x01"), signed("0x02")].sort((a, b) => (a.responseHash < b.responseHash ? -1 : 1));
  const responses = pair as unknown as EvidenceBundle["responses"];
  const operator = { address: zeroAddress, blsKey: encodeG1(publicKeyOf(secretKey)), registeredTx: zeroHash };
  const evidence = equivocationOf({ task, operator, responses });
  return makeBundle({
    evidenceHash: equivocationHash(evidence),
    chain: { chainId: 1n, genesisHash: zeroHash },
    ...{ contracts, task, operator, responses },
    weights: { operator: 1n, total: 1n },
    slash: { to: contracts.slashingManager, data: encodeProof(evidence) },
    simulation: { block: 1n, blockHash: zeroHash, outcome: "slashed" },
  });
}
