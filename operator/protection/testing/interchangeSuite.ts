import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Hex, numberToHex } from "viem";
import { decompressG1, encodeG1 } from "../../../lib/bls/points.ts";
import { domainRoot, InterchangeRefusedError } from "../interchange/format.ts";
import { importInterchange } from "../interchange/interchange.ts";
import { Journal, SigningRefusedError } from "../journal.ts";

/** A case of the public test suite of EIP-3076 (eth-clients/slashing-protection-interchange-tests), in its own form. */
export type SuiteCase = {
  readonly name: string;
  readonly genesis_validators_root: Hex;
  readonly steps: readonly SuiteStep[];
};

export type SuiteStep = {
  readonly should_succeed: boolean;
  readonly contains_slashable_data: boolean;
  readonly interchange: {
    readonly metadata: { interchange_format_version: string; genesis_validators_root: Hex };
    readonly data: readonly {
      readonly pubkey: Hex;
      readonly signed_blocks: readonly { slot: string; signing_root?: Hex }[];
      readonly signed_attestations: readonly unknown[];
    }[];
  };
  readonly blocks: readonly {
    readonly pubkey: Hex;
    readonly slot: string;
    readonly signing_root?: Hex;
    readonly should_succeed: boolean;
    readonly should_succeed_complete?: boolean;
  }[];
  readonly attestations: readonly unknown[];
};

const domain = { chainId: 1, taskManager: `0x${"33".repeat(20)}` } as const;
/** A signing request without a root is one for a digest that nobody else asked for. */
const unknownRoot: Hex = `0x${"fe".repeat(32)}`;

export type Outcome = {
  /** What differs from the suite's expectation. */
  readonly faults: string[];
  readonly imports: number;
  readonly blocks: number;
  /** Entries about attestations: an operator has nothing like them, so they are left out. */
  readonly attestations: number;
  /** Signatures below the lowest slot imported: validators refuse them, but tasks' ids have no order. Left out, too. */
  readonly belowLowest: number;
};

/**
 * Plays a case against the journal: a block at a slot is a response to the task of that number, its signing root the
 * digest, and the case's genesis validators root stands for our domain's. The strategy is the complete one.
 */
export async function playCase({ genesis_validators_root: root, steps }: SuiteCase): Promise<Outcome> {
  const directory = await mkdtemp(join(tmpdir(), "nektar-suite-"));
  const journal = await Journal.open(join(directory, "journal"));
  const outcome = { faults: [] as string[], imports: 0, blocks: 0, attestations: 0, belowLowest: 0 };
  const lowest = new Map<Hex, bigint>();
  try {
    for (const [number, step] of steps.entries()) {
      outcome.attestations += countAttestations(step);
      outcome.imports++;
      const isImported = await importStep(journal, step, root);
      if (isImported !== step.should_succeed && !(step.should_succeed && step.contains_slashable_data))
        outcome.faults.push(`step ${number}: import ${isImported ? "succeeded" : "was refused"}`);
      // The suite: what follows a refusal of slashable data is not to be checked.
      if (!isImported && step.should_succeed) break;
      noteLowest(lowest, step);
      for (const block of step.blocks) {
        if (BigInt(block.slot) < (lowest.get(block.pubkey) ?? 0n)) {
          outcome.belowLowest++;
          continue;
        }
        outcome.blocks++;
        const isSigned = await signBlock(journal, block);
        const expected = block.should_succeed_complete ?? block.should_succeed;
        if (isSigned !== expected)
          outcome.faults.push(`step ${number}: slot ${block.slot} ${isSigned ? "signed" : "refused"}`);
      }
    }
    return outcome;
  } finally {
    await journal.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function importStep(journal: Journal, { interchange }: SuiteStep, root: Hex): Promise<boolean> {
  const { metadata, data } = interchange;
  const isOurs = metadata.genesis_validators_root === root;
  const translated = {
    metadata: { ...metadata, genesis_validators_root: isOurs ? domainRoot(domain) : root },
    data: data.map((each) => ({ ...each, signed_attestations: [] })),
  };
  try {
    await importInterchange(journal, JSON.stringify(translated), domain);
    return true;
  } catch (error) {
    if (error instanceof InterchangeRefusedError) return false;
    throw error;
  }
}

async function signBlock(journal: Journal, block: SuiteStep["blocks"][number]): Promise<boolean> {
  try {
    await journal.record({
      publicKey: encodeG1(decompressG1(block.pubkey)),
      ...domain,
      taskId: numberToHex(BigInt(block.slot), { size: 32 }),
      digest: block.signing_root ?? unknownRoot,
      response: "0x",
    });
    return true;
  } catch (error) {
    if (error instanceof SigningRefusedError) return false;
    throw error;
  }
}

function noteLowest(lowest: Map<Hex, bigint>, { interchange }: SuiteStep): void {
  for (const { pubkey, signed_blocks: blocks } of interchange.data)
    for (const slot of blocks.map((block) => BigInt(block.slot)))
      if (slot < (lowest.get(pubkey) ?? slot + 1n)) lowest.set(pubkey, slot);
}

function countAttestations({ attestations, interchange }: SuiteStep): number {
  return (
    attestations.length +
    interchange.data.reduce((sum, { signed_attestations: signed }) => sum + signed.length, 0)
  );
}
