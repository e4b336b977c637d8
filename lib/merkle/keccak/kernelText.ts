/**
 * Keccak-256 (the original padding, as Ethereum uses it) as WebAssembly text, for messages that fit one block: the 25 lanes are
 * local variables, a round is unrolled. Source: the Keccak reference, https://keccak.team/keccak_specs_summary.html.
 */

const lanes = Array.from({ length: 25 }, (_, lane) => lane);
const columns = [0, 1, 2, 3, 4];

/** Offsets of the rotation in step rho, by lane `x + 5 * y`. */
const rotations = [
  ...[0, 1, 62, 28, 27],
  ...[36, 44, 6, 55, 20],
  ...[3, 10, 43, 25, 39],
  ...[41, 45, 15, 21, 8],
  ...[18, 2, 61, 56, 14],
];

/** Constants of step iota, made by the linear feedback shift register of the specification. */
export function roundConstants(): bigint[] {
  let register = 1;
  const nextBit = () => {
    const bit = register & 1;
    register = (register << 1) ^ (register >> 7 ? 0x171 : 0);
    return bit;
  };
  return Array.from({ length: 24 }, () => {
    let constant = 0n;
    for (let j = 0; j <= 6; j++) if (nextBit()) constant |= 1n << ((1n << BigInt(j)) - 1n);
    return constant;
  });
}

/** Where the round constants lie in memory; data begins at `dataOffset`. */
const constantBytes = 24 * 8;
export const dataOffset = 256;

const get = (name: string) => `(local.get $${name})`;
const set = (name: string, value: string) => `(local.set $${name} ${value})`;
const xor = (...values: string[]) => values.reduce((one, other) => `(i64.xor ${one} ${other})`);
const rotl = (value: string, by: number) => (by === 0 ? value : `(i64.rotl ${value} (i64.const ${by}))`);

function round(): string[] {
  const text: string[] = [];
  for (const x of columns) text.push(set(`c${x}`, xor(...columns.map((y) => get(`a${x + 5 * y}`)))));
  for (const x of columns) {
    const d = xor(get(`c${(x + 4) % 5}`), rotl(get(`c${(x + 1) % 5}`), 1));
    text.push(set("d", d));
    for (const y of columns) text.push(set(`a${x + 5 * y}`, xor(get(`a${x + 5 * y}`), get("d"))));
  }
  for (const x of columns)
    for (const y of columns)
      text.push(
        set(`b${y + 5 * ((2 * x + 3 * y) % 5)}`, rotl(get(`a${x + 5 * y}`), rotations[x + 5 * y] ?? 0)),
      );
  for (const y of columns)
    for (const x of columns) {
      const [one, two] = [get(`b${((x + 1) % 5) + 5 * y}`), get(`b${((x + 2) % 5) + 5 * y}`)];
      const notAnd = `(i64.and (i64.xor ${one} (i64.const -1)) ${two})`;
      text.push(set(`a${x + 5 * y}`, xor(get(`b${x + 5 * y}`), notAnd)));
    }
  text.push(set("a0", xor(get("a0"), `(i64.load ${get("round")})`)));
  return text;
}

/** 24 rounds over the lanes, then the first four to memory at `$output`. */
function permute(): string[] {
  return [
    set("round", "(i32.const 0)"),
    "(loop $rounds",
    ...round(),
    set("round", `(i32.add ${get("round")} (i32.const 8))`),
    `(br_if $rounds (i32.lt_u ${get("round")} (i32.const ${constantBytes}))))`,
    ...[0, 1, 2, 3].map((lane) => `(i64.store offset=${lane * 8} ${get("output")} ${get(`a${lane}`)})`),
  ];
}

const last = `(i64.const ${-(1n << 63n)})`;
const locals = [
  ...lanes.flatMap((lane) => [`(local $a${lane} i64)`, `(local $b${lane} i64)`]),
  ...columns.map((x) => `(local $c${x} i64)`),
  ...["(local $d i64)", "(local $round i32)"],
];
const step = (name: string, by: string) => set(name, `(i32.add ${get(name)} ${by})`);

/** `hash(input, length, output, count)`: messages of `length` bytes (a multiple of 8, 120 at most), one after the other. */
function hash(): string[] {
  const lane = (index: number) => {
    const [at, length] = [`(i32.const ${index * 8})`, get("length")];
    const padding = `(i64.extend_i32_u (i32.eq ${length} ${at}))`;
    return `(if (result i64) (i32.gt_u ${length} ${at}) (then (i64.load offset=${index * 8} ${get("input")})) (else ${padding}))`;
  };
  return [
    `(func (export "hash") (param $input i32) (param $length i32) (param $output i32) (param $count i32)`,
    ...locals,
    `(if (i32.eqz ${get("count")}) (then (return)))`,
    "(loop $messages",
    ...lanes.map((index) =>
      set(`a${index}`, index < 16 ? lane(index) : index === 16 ? last : "(i64.const 0)"),
    ),
    ...permute(),
    step("input", get("length")),
    step("output", "(i32.const 32)"),
    set("count", `(i32.sub ${get("count")} (i32.const 1))`),
    `(br_if $messages ${get("count")})))`,
  ];
}

/**
 * `hashPairs(children, output, count)`: walks downwards from the last pair: each node is the hash of its two children, the
 * smaller one first. `children` and `output` point to the first pair's left child and to its parent.
 */
function hashPairs(): string[] {
  const byteOf = (name: string) => `(i32.load8_u (i32.add ${get(name)} ${get("k")}))`;
  const children = [0, 1, 2, 3];
  const from = (name: string, index: number) => `(i64.load offset=${index * 8} ${get(name)})`;
  return [
    `(func (export "hashPairs") (param $children i32) (param $output i32) (param $count i32)`,
    ...locals,
    "(local $k i32) (local $left i32) (local $right i32)",
    `(if (i32.eqz ${get("count")}) (then (return)))`,
    "(loop $pairs",
    set("left", get("children")),
    set("right", `(i32.add ${get("children")} (i32.const 32))`),
    set("k", "(i32.const 0)"),
    `(block $compared (loop $bytes
      (br_if $compared (i32.ne ${byteOf("left")} ${byteOf("right")}))
      ${step("k", "(i32.const 1)")}
      (br_if $bytes (i32.lt_u ${get("k")} (i32.const 32)))
      ${set("k", "(i32.const 31)")}))`,
    `(if (i32.gt_u ${byteOf("left")} ${byteOf("right")}) (then
      ${set("left", get("right"))} ${set("right", get("children"))}))`,
    ...children.map((index) => set(`a${index}`, from("left", index))),
    ...children.map((index) => set(`a${index + 4}`, from("right", index))),
    ...lanes
      .slice(8)
      .map((index) =>
        set(`a${index}`, index === 8 ? "(i64.const 1)" : index === 16 ? last : "(i64.const 0)"),
      ),
    ...permute(),
    step("children", "(i32.const 64)"),
    step("output", "(i32.const 32)"),
    set("count", `(i32.sub ${get("count")} (i32.const 1))`),
    `(br_if $pairs ${get("count")})))`,
  ];
}

/** The module's text; it takes a shared memory, so that several threads can work on one tree. */
export function kernelText(): string {
  const bytes = roundConstants().flatMap((constant) =>
    Array.from({ length: 8 }, (_, index) => Number((constant >> BigInt(8 * index)) & 0xffn)),
  );
  const data = bytes.map((byte) => `\\${byte.toString(16).padStart(2, "0")}`).join("");
  return [
    "(module",
    '(import "keccak" "memory" (memory 1 65536 shared))',
    `(data (i32.const 0) "${data}")`,
    ...hash(),
    ...hashPairs(),
    ")",
  ].join("\n");
}
