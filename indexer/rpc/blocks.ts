import { type Hex, numberToHex } from "viem";
import { blockAnswer, type RpcBlock, transactionHashes } from "./answers.ts";
import { askPatiently, type Endpoint, NoAnswer } from "./endpoint.ts";
import { hashOfHeader } from "./proof/blockHash.ts";
import { Recent } from "./recent.ts";

/** What of a block its logs are held against, and which endpoint gave it. */
export type KnownBlock = {
  readonly hash: Hex;
  readonly number: bigint;
  readonly logsBloom: Hex;
  readonly receiptsRoot: Hex;
  readonly transactions: readonly Hex[];
  readonly from: Endpoint;
};
type Given = { readonly block: RpcBlock; readonly from: Endpoint };
export type Blocks = ReturnType<typeof createBlocks>;

const rememberedBlocks = 5_000;
/** What was agreed on is asked for again by every filter of a range. */
const agreedForMs = 30_000;
/** Every filter of a range asks for the range's last block, all at about the same time. */
const lastForMs = 2_000;

/** Blocks whose header gives their hash; on chains with headers that cannot be hashed here, those that two endpoints give. */
export function createBlocks(endpoints: readonly Endpoint[]) {
  const known = new Recent<Hex, KnownBlock>(rememberedBlocks);
  const agreed = new Recent<bigint, { readonly block: KnownBlock; readonly until: number }>(rememberedBlocks);
  const lasts = new Recent<string, { readonly given: Promise<Given | null>; readonly until: number }>(100);
  let turn = 0;
  /** Once a header of this chain has given its hash, every one must. */
  let chainProves = false;

  function isProven(block: RpcBlock): boolean {
    const proven = hashOfHeader(block) === block.hash;
    chainProves ||= proven;
    return proven;
  }

  function remember({ block, from }: Given): RpcBlock {
    const { hash, number, logsBloom, receiptsRoot } = block;
    const transactions = transactionHashes(block);
    known.set(hash, { hash, number: BigInt(number), logsBloom, receiptsRoot, transactions, from });
    return block;
  }

  async function give(from: Endpoint, params: readonly [Hex | "latest", boolean]): Promise<Given | null> {
    const [at, full] = params;
    const method = at.length === 66 ? "eth_getBlockByHash" : "eth_getBlockByNumber";
    const answer = await askPatiently(from, method, [at, full]);
    if (answer === null) return null;
    const block = blockAnswer.safeParse(answer).data;
    const isWanted = block && (at === "latest" || block.hash === at || BigInt(block.number) === BigInt(at));
    if (!isWanted) throw new NoAnswer(`${from.name} gave another block than ${at}`);
    if (!isProven(block) && chainProves) throw new NoAnswer(`${from.name} altered block ${at}`);
    return { block, from };
  }

  function lastOfRange(from: Endpoint, number: bigint): Promise<Given | null> {
    const key = `${endpoints.indexOf(from)} ${number}`;
    const before = lasts.get(key);
    if (before && before.until > Date.now()) return before.given;
    const given = give(from, [numberToHex(number), false]);
    lasts.set(key, { given, until: Date.now() + lastForMs });
    // Only a block is remembered: one that is missing, or a fault, may be there a moment later.
    const forget = () => lasts.delete(key);
    given.then((answer) => answer ?? forget(), forget);
    return given;
  }

  async function read(at: Hex, full: boolean, first?: Endpoint): Promise<RpcBlock | null> {
    const faults: unknown[] = [];
    const unproven: Given[] = [];
    let absent = 0;
    for (const endpoint of inTurn(first)) {
      const given = await give(endpoint, [at, full]).catch((error: unknown) => {
        faults.push(error);
      });
      if (given === null) absent += 1;
      if (!given) continue;
      if (hashOfHeader(given.block) === given.block.hash || endpoints.length === 1) return remember(given);
      if (unproven.some((other) => isSame(other.block, given.block))) return remember(given);
      unproven.push(given);
    }
    if (absent === endpoints.length) return null;
    throw new NoAnswer(`no endpoint vouches for block ${at}`, { cause: faults[0] });
  }

  function inTurn(first?: Endpoint): Endpoint[] {
    turn = (turn + 1) % endpoints.length;
    const order = [...endpoints.slice(turn), ...endpoints.slice(0, turn)];
    const rank = (endpoint: Endpoint) => (endpoint === first ? 0 : endpoint.isUp() ? 1 : 2);
    return order.sort((a, b) => rank(a) - rank(b));
  }

  async function knownBlock(hash: Hex): Promise<KnownBlock> {
    if (!known.get(hash)) await read(hash, false);
    const block = known.get(hash);
    if (!block) throw new NoAnswer(`no endpoint has block ${hash}`);
    return block;
  }

  async function agreedBlock(number: bigint): Promise<KnownBlock> {
    const before = agreed.get(number);
    if (before && before.until > Date.now()) return before.block;
    const at: Hex = `0x${number.toString(16)}`;
    const answers = await Promise.allSettled(endpoints.map((endpoint) => give(endpoint, [at, false])));
    const given = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
    const [first, ...others] = given.filter((answer) => answer !== null);
    if (!first || others.some(({ block }) => block.hash !== first.block.hash)) {
      throw new NoAnswer(`endpoints do not agree on block ${number}`);
    }
    remember(first);
    const block = await knownBlock(first.block.hash);
    agreed.set(number, { block, until: Date.now() + agreedForMs });
    return block;
  }

  return {
    /** A block by number or hash; null when every endpoint says that there is none. @throws {NoAnswer} */
    read,
    /** One endpoint's answer, whose header gives its hash; null when it has no such block. @throws {NoAnswer} */
    give,
    /**
     * What one endpoint has at the end of a range, or had within the last two seconds: a block whose header gives its hash;
     * null when it has none. @throws {NoAnswer}
     */
    lastOfRange,
    /** The endpoints, each first in its turn; those that rest are last, so that they fail at once. */
    inTurn,
    /** Whether a block of this hash has been served. */
    isKnown: (hash: Hex) => known.get(hash) !== undefined,
    /** A block by hash, in short. @throws {NoAnswer} when no endpoint has it, or none can be asked. */
    knownBlock,
    /** The block that all endpoints which answer have at this height. @throws {NoAnswer} on different forks. */
    agreedBlock,
  };
}

function isSame(one: RpcBlock, other: RpcBlock): boolean {
  const told = (block: RpcBlock) =>
    JSON.stringify([
      ...[block.hash, block.parentHash, block.number, block.timestamp, block.logsBloom, block.receiptsRoot],
      ...transactionHashes(block),
    ]);
  return told(one) === told(other);
}
