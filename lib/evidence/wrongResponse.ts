import { z } from "zod";
import { canonicalJson } from "../json/canonicalJson.ts";
import { address, hash, hex, integer } from "./fields.ts";
import { parseCanonical } from "./parseCanonical.ts";

const schemaName = "nektar.evidence.wrongResponse";
const version = "1";

const bundleSchema = z.strictObject({
  schema: z.literal(schemaName),
  version: z.literal(version),
  chain: z.strictObject({ chainId: integer, genesisHash: hash }),
  contracts: z.strictObject({ taskManager: address, challengeManager: address, stakeRegistry: address }),
  task: z.strictObject({
    id: hash,
    network: address,
    payload: hex(),
    referenceBlock: integer,
    createdTx: hash,
  }),
  /** What the chain took for the answer. Whoever had weight and is not named in `nonSigners` signed it. */
  accepted: z.strictObject({
    response: hex(),
    responseHash: hash,
    respondedTx: hash,
    /** Ascending. */
    nonSigners: z.array(address),
  }),
  /** What the network's module gave, twice. */
  computed: hex(),
  /** Who signed, with the weight at the end of the reference block. */
  signers: z.array(z.strictObject({ operator: address, weight: integer })),
  totalWeight: integer,
  /** What the network's verifier said on the state of a block. */
  verdict: z.strictObject({
    block: integer,
    blockHash: hash,
    outcome: z.enum(["undecided", "right", "wrong"]),
  }),
  /** The call that challenges, with the bond. The slashes' `evidenceHash` is the challenge's id. */
  challenge: z.strictObject({ to: address, data: hex() }),
});

/** Everything about one wrong accepted response that a stranger needs to check it. */
export type WrongResponseBundle = z.infer<typeof bundleSchema>;

export function makeWrongResponse(
  facts: Omit<WrongResponseBundle, "schema" | "version">,
): WrongResponseBundle {
  return { schema: schemaName, version, ...facts };
}

/** The bundle's one spelling. */
export function wrongResponseText(bundle: WrongResponseBundle): string {
  return canonicalJson(bundle);
}

/** Whether a text says of itself that it is such a bundle. */
export function isWrongResponse(text: string): boolean {
  return text.includes(`"schema":"${schemaName}"`);
}

/**
 * Reads a bundle. Says nothing yet about whether it holds.
 * @throws {EvidenceFormatError} naming every field that is missing, too much or of another form.
 */
export function parseWrongResponse(text: string): WrongResponseBundle {
  return parseCanonical(text, bundleSchema, `${schemaName} ${version}`);
}
