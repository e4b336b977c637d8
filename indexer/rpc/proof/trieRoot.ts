import { type Hex, keccak256, size, toRlp } from "viem";

type Entry = { readonly path: string; readonly value: Hex };
type Node = readonly (Hex | Node)[] | Hex;

const emptyRoot = keccak256(toRlp("0x"));

/**
 * The root of the Merkle Patricia trie that a block header commits to its receipts with: keys are the RLP of each value's
 * place. Source: Ethereum's yellow paper, appendix D and section 4.3.2.
 */
export function orderedTrieRoot(values: readonly Hex[]): Hex {
  const entries = values.map((value, index) => ({ path: toRlp(indexBytes(index)).slice(2), value }));
  return entries.length === 0 ? emptyRoot : keccak256(toRlp(nodeOf(entries) as Hex));
}

/** The node below which these entries stand; their paths are what remains of them. */
function nodeOf(entries: readonly Entry[]): Node {
  const [first, ...others] = entries;
  if (!first) return "0x";
  if (others.length === 0) return [compactPath(first.path, true), first.value];
  const shared = sharedLength(entries);
  if (shared > 0)
    return [compactPath(first.path.slice(0, shared), false), reference(nodeOf(cut(entries, shared)))];
  const children = [...Array(16).keys()].map((nibble) => {
    const below = entries.filter(({ path }) => path[0] === nibble.toString(16));
    return below.length === 0 ? "0x" : reference(nodeOf(cut(below, 1)));
  });
  // No key is a prefix of another one, so that no branch holds a value of its own.
  return [...children, "0x"];
}

/** A node shorter than 32 bytes stands in its parent itself, a longer one by its hash. */
function reference(node: Node): Node {
  const encoded = toRlp(node as Hex);
  return size(encoded) < 32 ? node : keccak256(encoded);
}

function cut(entries: readonly Entry[], nibbles: number): Entry[] {
  return entries.map(({ path, value }) => ({ path: path.slice(nibbles), value }));
}

function sharedLength(entries: readonly Entry[]): number {
  const [first = { path: "" }] = entries;
  let length = 0;
  while (length < first.path.length && entries.every(({ path }) => path[length] === first.path[length])) {
    length += 1;
  }
  return length;
}

/** "Hex prefix" encoding: a flag for leaves, one for paths of odd length, then the nibbles. */
function compactPath(path: string, isLeaf: boolean): Hex {
  const flag = isLeaf ? 2 : 0;
  return path.length % 2 === 0 ? `0x${flag}0${path}` : `0x${flag + 1}${path}`;
}

function indexBytes(index: number): Hex {
  if (index === 0) return "0x";
  const digits = index.toString(16);
  return digits.length % 2 === 0 ? `0x${digits}` : `0x0${digits}`;
}
