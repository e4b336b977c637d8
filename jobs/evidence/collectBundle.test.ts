import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleText, type EvidenceBundle, parseBundle } from "../../lib/evidence/bundle.ts";
import { checkChain } from "../../lib/evidence/checkChain.ts";
import { checkSignatures } from "../../lib/evidence/checkSignatures.ts";
import { encodeProof, equivocationOf } from "../../lib/evidence/equivocationOf.ts";
import { EvidenceFormatError } from "../../lib/evidence/parseCanonical.ts";
import { simulate } from "../../lib/evidence/simulate.ts";
import { equivocationHash, responseDigest } from "../../lib/protocol/messages.ts";
import { collectBundle } from "./collectBundle.ts";
import { openScene, type Scene } from "./testing/openScene.ts";

let scene: Scene;
let protocol: Scene["protocol"];
let sender: Scene["sender"];
let bundle: EvidenceBundle;
/** Of the same operator at another task. */
let foreign: EvidenceBundle;
let otherKey: `0x${string}`;

beforeAll(async () => {
  scene = await openScene();
  ({ protocol, sender } = scene);
  const sources = { db: sender.db, chain: sender.chain, deployment: scene.context.deployment };
  bundle = await collectBundle(sources, await scene.offend(1));
  foreign = await collectBundle(sources, await scene.offend(1));
  const { client, operatorRegistry, operators } = protocol;
  const args = [operators[0]] as const;
  otherKey = await client.readContract({ ...operatorRegistry, functionName: "blsKeyOf", args });
}, 120_000);
afterAll(() => scene?.close());

/** The names of the parts that do not hold. */
const failed = async (made: EvidenceBundle) =>
  [...checkSignatures(made), ...(await checkChain(made, sender.chain))]
    .filter(({ holds }) => holds === false)
    .map(({ name }) => name);

describe("a bundle", () => {
  it("holds in every part, and comes back from its text as it was", async () => {
    expect(await failed(bundle)).toEqual([]);
    expect(bundle.simulation.outcome).toBe("slashed");
    expect(parseBundle(bundleText(bundle))).toEqual(bundle);
    expect(() => parseBundle(JSON.stringify(JSON.parse(bundleText(bundle)), null, 1))).toThrow(
      EvidenceFormatError,
    );
  });

  /** A forger who makes all hashes right that anyone can make right. */
  function forged(change: Partial<EvidenceBundle>): EvidenceBundle {
    const made = { ...bundle, ...change };
    const { chain: named, contracts, task } = made;
    const { taskManager } = contracts;
    const domain = {
      chainId: Number(named.chainId),
      taskManager,
      taskId: task.id,
      referenceBlock: task.referenceBlock,
    };
    const [a, b] = made.responses;
    const again = (signed: typeof a) => ({
      ...signed,
      digest: responseDigest({ ...domain, response: signed.response }),
    });
    const responses: EvidenceBundle["responses"] = [again(a), again(b)];
    const evidence = equivocationOf({ ...made, responses });
    return {
      ...made,
      responses,
      evidenceHash: equivocationHash(evidence),
      slash: { to: contracts.slashingManager, data: encodeProof(evidence) },
    };
  }

  it.each([
    [
      "a wrong key",
      () => forged({ operator: { ...bundle.operator, blsKey: otherKey } }),
      ["response A: signature", "response B: signature", "key", "registration"],
      "slashed",
    ],
    [
      "another operator's name",
      () => forged({ operator: { ...bundle.operator, address: protocol.operators[0] } }),
      ["key", "registration", "weights", "slashable"],
      "InvalidSignature",
    ],
    [
      "the signatures of another task",
      () => forged({ responses: foreign.responses }),
      ["response A: signature", "response B: signature", "slashable"],
      "InvalidSignature",
    ],
    [
      "another payload",
      () => forged({ task: { ...bundle.task, payload: "0xdead" } }),
      ["task id", "task"],
      "slashed",
    ],
    [
      "the same response twice",
      () => forged({ responses: [bundle.responses[0], bundle.responses[0]] }),
      ["two responses", "slashable"],
      "SameResponse",
    ],
    [
      "another chain",
      () => forged({ chain: { ...bundle.chain, chainId: 1n } }),
      ["task id", "response A: signature", "response B: signature", "chain"],
      "slashed",
    ],
    [
      "another contract",
      () => forged({ contracts: { ...bundle.contracts, taskManager: bundle.contracts.stakeRegistry } }),
      ["task id", "response A: signature", "response B: signature", "contracts", "task"],
      "slashed",
    ],
    [
      "another weight",
      () => forged({ weights: { ...bundle.weights, operator: 1n } }),
      ["weights"],
      "slashed",
    ],
  ])("with %s is refused, and says which parts do not hold", async (_, forge, parts, onChain) => {
    const made = forge();
    const named = await failed(made);
    expect(named.filter((name) => name !== "simulation" && name !== "evidence hash on chain")).toEqual(parts);
    // The contract is shown operator, task, hashes and signatures only: whatever else is false cannot mislead it.
    expect(await simulate(sender.chain, made.slash, undefined)).toMatch(new RegExp(`^${onChain}`));
  });
});
