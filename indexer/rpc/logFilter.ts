import type { Hex } from "viem";
import { z } from "zod";
import type { RpcLog } from "./answers.ts";

const lowered = z.string().transform((text) => text.toLowerCase() as Hex);
const oneOrMore = z
  .union([lowered, z.array(lowered)])
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : [value].flat()));

const shape = z.object({
  address: oneOrMore,
  topics: z.array(oneOrMore).max(4).optional(),
  fromBlock: lowered.optional(),
  toBlock: lowered.optional(),
  blockHash: lowered.optional(),
});

/** What `eth_getLogs` is asked for; null takes any. */
export type LogFilter = {
  readonly addresses: readonly Hex[] | null;
  readonly topics: readonly (readonly Hex[] | null)[];
  readonly at:
    | { readonly kind: "block"; readonly hash: Hex }
    | { readonly kind: "range"; readonly from: bigint; readonly to: bigint };
};

/** Reads the parameters of `eth_getLogs`. Undefined for what is not verified: ranges by tags as `latest`. */
export function parseLogFilter(params: unknown): LogFilter | undefined {
  const parsed = z.tuple([shape]).safeParse(params);
  if (!parsed.success) return undefined;
  const [{ address, topics = [], fromBlock, toBlock, blockHash }] = parsed.data;
  const what = { addresses: address, topics };
  if (blockHash) return { ...what, at: { kind: "block", hash: blockHash } };
  if (!isNumber(fromBlock) || !isNumber(toBlock)) return undefined;
  return { ...what, at: { kind: "range", from: BigInt(fromBlock), to: BigInt(toBlock) } };
}

/** Whether the filter takes a log: its address, its topics and its place in the chain. */
export function takes({ addresses, topics, at }: LogFilter, log: RpcLog): boolean {
  const isThere =
    at.kind === "block"
      ? log.blockHash === at.hash
      : BigInt(log.blockNumber) >= at.from && BigInt(log.blockNumber) <= at.to;
  return (
    isThere &&
    (addresses === null || addresses.includes(log.address)) &&
    topics.every((set, place) => set === null || set.includes(log.topics[place] ?? "0x"))
  );
}

function isNumber(text: Hex | undefined): text is Hex {
  return text !== undefined && /^0x[0-9a-f]+$/.test(text);
}
