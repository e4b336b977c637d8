import { createHash } from "node:crypto";
import type { Address, Hex } from "viem";
import { z } from "zod";
import { NektarError } from "../errors/NektarError.ts";
import { canonicalJson } from "../json/canonicalJson.ts";

const schemaName = "nektar.evidence.equivocation";
const version = 1;

/** A file that is no evidence bundle of a version that is known here. */
export class EvidenceFormatError extends NektarError {
  readonly code = "EVIDENCE_FORMAT";
}

const hex = (bytes?: number) =>
  z.custom<Hex>(
    (value) =>
      typeof value === "string" &&
      /^0x([0-9a-f]{2})*$/.test(value) &&
      (!bytes || value.length === 2 + 2 * bytes),
    bytes ? `must be ${bytes} bytes in lowercase hex` : "must be bytes in lowercase hex",
  );
const address = hex(20) as z.ZodType<Address>;
const hash = hex(32);
const integer = z
  .string()
  .regex(/^(0|[1-9]\d{0,77})$/, "must be an integer in decimal digits, as a string")
  .transform(BigInt);

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
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new EvidenceFormatError("The evidence is no JSON.", {}, { cause });
  }
  const parsed = bundleSchema.safeParse(json);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new EvidenceFormatError(
      `The evidence has another form than ${schemaName} ${version}. ${faults.join("; ")}`,
    );
  }
  if (bundleText(parsed.data) !== text.trim())
    throw new EvidenceFormatError(
      "The evidence is not written canonically, so that its hash would be another.",
    );
  return parsed.data;
}
