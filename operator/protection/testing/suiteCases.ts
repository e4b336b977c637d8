import type { Hex } from "viem";
import { compressG1 } from "../../../lib/bls/points.ts";
import { publicKeyOf } from "../../../lib/bls/signatures.ts";
import type { SuiteCase, SuiteStep } from "./interchangeSuite.ts";

const keys = [1, 2, 3].map((byte) => compressG1(publicKeyOf(new Uint8Array(32).fill(byte))));
const key = (index: number): Hex => keys[index] ?? "0x";
const root = (number: number): Hex => `0x${number.toString(16).padStart(64, "0")}`;
const genesis = root(0);

type Block = readonly [key: number, slot: number, root?: number];

function step(
  imported: readonly Block[],
  attempts: readonly (readonly [key: number, slot: number, root: number | undefined, isAllowed: boolean])[],
  changes: Partial<SuiteStep> = {},
): SuiteStep {
  const validators = [...new Set(imported.map(([index]) => index))];
  return {
    should_succeed: true,
    contains_slashable_data: false,
    interchange: {
      metadata: { interchange_format_version: "5", genesis_validators_root: genesis },
      data: validators.map((index) => ({
        pubkey: key(index),
        signed_blocks: imported
          .filter(([each]) => each === index)
          .map(([, slot, number]) => entry(slot, number)),
        signed_attestations: [],
      })),
    },
    blocks: attempts.map(([index, slot, number, isAllowed]) => ({
      pubkey: key(index),
      ...entry(slot, number),
      should_succeed: false, // the minimal strategy's answer, which is not ours
      should_succeed_complete: isAllowed,
    })),
    attestations: [],
    ...changes,
  };
}

function entry(slot: number, number: number | undefined): { slot: string; signing_root?: Hex } {
  return { slot: String(slot), ...(number === undefined ? {} : { signing_root: root(number) }) };
}

const make = (name: string, ...steps: SuiteStep[]): SuiteCase => ({
  name,
  genesis_validators_root: genesis,
  steps,
});

/** Our own cases in the suite's form, for what it asks about blocks. The suite itself is run where it is at hand. */
export const ownCases: readonly SuiteCase[] = [
  make(
    "a block with a root: the same again, and no other",
    step(
      [[0, 10, 1]],
      [
        [0, 10, 1, true],
        [0, 10, 2, false],
        [0, 10, undefined, false],
      ],
    ),
  ),
  make(
    "a block without a root: nothing again",
    step(
      [[0, 10]],
      [
        [0, 10, 1, false],
        [0, 10, undefined, false],
      ],
    ),
  ),
  make(
    "blocks out of order: gaps stay open",
    step(
      [
        [0, 10, 1],
        [0, 30, 3],
        [0, 20, 2],
      ],
      [
        [0, 15, 9, true],
        [0, 15, 8, false],
        [0, 20, 9, false],
        [0, 31, 9, true],
      ],
    ),
  ),
  make(
    "several validators: the same slots do not mix",
    step(
      [
        [0, 10, 1],
        [1, 10, 2],
      ],
      [
        [0, 10, 2, false],
        [1, 10, 2, true],
        [2, 10, 3, true],
      ],
    ),
  ),
  make(
    "several imports: they add up, in any order, and may repeat",
    step(
      [
        [0, 10, 1],
        [0, 12],
      ],
      [[0, 11, 5, true]],
    ),
    step(
      [
        [0, 10, 1],
        [0, 12],
        [0, 9, 7],
      ],
      [
        [0, 9, 8, false],
        [0, 11, 5, true],
        [0, 11, 6, false],
      ],
    ),
  ),
  make(
    "a signature between two imports stays",
    step([], [[0, 4, 1, true]]),
    step(
      [[0, 6, 1]],
      [
        [0, 4, 2, false],
        [0, 4, 1, true],
      ],
    ),
  ),
  make(
    "two roots for a slot in one file",
    step(
      [
        [0, 10, 1],
        [0, 10, 2],
      ],
      [],
      { contains_slashable_data: true },
    ),
  ),
  make(
    "a root and none for a slot in one file",
    step(
      [
        [0, 10, 1],
        [0, 10],
      ],
      [],
      { contains_slashable_data: true },
    ),
  ),
  make(
    "a root that contradicts a signature of before",
    step([], [[0, 10, 1, true]]),
    step([[0, 10, 2]], [], { contains_slashable_data: true }),
  ),
  make("another chain's file", {
    ...step([[0, 10, 1]], [[0, 10, 2, true]]),
    should_succeed: false,
    interchange: {
      metadata: { interchange_format_version: "5", genesis_validators_root: root(1) },
      data: [{ pubkey: key(0), signed_blocks: [{ slot: "10" }], signed_attestations: [] }],
    },
  }),
];
