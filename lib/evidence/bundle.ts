import { createHash } from "node:crypto";
import type { Hex } from "viem";
import { z } from "zod";
import { canonicalJson } from "../json/canonicalJson.ts";
import { address, hash, hex, integer } from "./fields.ts";
import { parseCanonical } from "./parseCanonical.ts";

const schemaName = "nektar.evidence.equivocation";
const version = 1;

const signedResponse = z.strictObject({
  response: hex(),
  /** keccak256 of `response`. */
  responseHash: hash,
  /** What is signed: see `TaskManager.responseDigest`. */
  digest: hash,
  /** G2, 256 bytes, EIP-2537. */
  signature: hex(256),
});

const bundleSchema = z.strictObject({
  schema: z.literal(schemaName),
  version: z.literal(String(version)),
  /** `SlashingManager.evidenceHashOf`: what the event `OperatorSlashed` of this very evidence carries. */
  evidenceHash: hash,
  chain: z.strictObject({ chainId: integer, genesisHash: hash }),
  contracts: z.strictObject({
    taskManager: address,
    slashingManager: address,
    operatorRegistry: address,
    stakeRegistry: address,
  }),
  task: z.strictObject({
    id: hash,
    network: address,
    payload: hex(),
    referenceBlock: integer,
    /** How many tasks there were before it; with it the id follows from the rest. */
    counter: integer,
    createdTx: hash,
  }),
  operator: z.strictObject({ address, blsKey: hex(128), registeredTx: hash }),
  /** Ascending by response hash. */
  responses: z.tuple([signedResponse, signedResponse]),
  /** At the end of the reference block. */
  weights: z.strictObject({ operator: integer, total: integer }),
  slash: z.strictObject({ to: address, data: hex() }),
  /** What the call `slash` did on the state of a block: `slashed`, or the contract's error. */
  simulation: z.strictObject({ block: integer, blockHash: hash, outcome: z.string().max(300) }),
});

/** Everything about one equivocation that a stranger needs to check it. */
export type EvidenceBundle = z.infer<typeof bundleSchema>;
/** A bundle of the present version. */
export type EvidenceFacts = Omit<EvidenceBundle, "schema" | "version">;

export function makeBundle(facts: EvidenceFacts): EvidenceBundle {
  return { schema: schemaName, version: String(version), ...facts };
}

/** The bundle's one spelling. */
export function bundleText(bundle: EvidenceBundle): string {
  return canonicalJson(bundle);
}

/** sha256 of a bundle's text: tells two bundles of one evidence apart, e.g. such as were simulated at other blocks. */
export function contentHashOf(text: string): Hex {
  return `0x${createHash("sha256").update(text).digest("hex")}`;
}

/**
 * Reads a bundle. Says nothing yet about whether it holds.
 * @throws {EvidenceFormatError} naming every field that is missing, too much or of another form.
 */
export function parseBundle(text: string): EvidenceBundle {
  return parseCanonical(text, bundleSchema, `${schemaName} ${version}`);
}
