/** What an endpoint says that is not so. */
export type Falsehoods = {
  /** It knows no block above the newest but this many. */
  readonly lag: number;
  /** Share of the logs that `eth_getLogs` and `eth_getBlockReceipts` leave out; 1 leaves out all. */
  readonly missingShare: number;
  /** Share of the logs there that have other data, or another last topic where they have no data. */
  readonly alteredShare: number;
  /** Share of the blocks that are given another hash than their own; not block 0, by which a chain is known. */
  readonly wrongHashShare: number;
};

type Call = { readonly method: string; readonly params: readonly unknown[] };
type Reply = { readonly result?: unknown; readonly error?: unknown };
type Forward = (method: string, params: readonly unknown[]) => Promise<Reply>;
type Log = { readonly data: string; readonly topics: readonly string[] };
type Block = { readonly hash: string; readonly number: string };
type Range = { readonly fromBlock?: string; readonly toBlock?: string };

/** The node's answer to a call, as an endpoint of these falsehoods gives it. */
export async function alterAnswer(
  call: Call,
  { lag = 0, missingShare = 0, alteredShare = 0, wrongHashShare = 0 }: Partial<Falsehoods>,
  forward: Forward,
  random: () => number,
): Promise<Reply> {
  const falsify = (logs: readonly Log[]) =>
    logs.filter(() => random() >= missingShare).map((log) => (random() < alteredShare ? altered(log) : log));
  const reply = lag > 0 ? await behind(call, lag, forward) : await forward(call.method, call.params);
  if (!reply.result) return reply;
  if (call.method === "eth_getLogs") return { result: falsify(reply.result as Log[]) };
  if (call.method === "eth_getBlockReceipts") {
    const receipts = reply.result as { logs: Log[] }[];
    return { result: receipts.map((receipt) => ({ ...receipt, logs: falsify(receipt.logs) })) };
  }
  const isBlock = call.method.startsWith("eth_getBlockBy") && call.params[0] !== "0x0";
  if (isBlock && random() < wrongHashShare) {
    return { result: { ...(reply.result as Block), hash: `0x${"bad0".repeat(16)}` } };
  }
  return reply;
}

/** The answer of a node that has not come further than `lag` blocks below the newest. */
async function behind({ method, params }: Call, lag: number, forward: Forward): Promise<Reply> {
  const newest = Number((await forward("eth_blockNumber", [])).result);
  const head = Math.max(newest - lag, 0);
  const [first, ...others] = params;
  if (method === "eth_blockNumber") return { result: toHex(head) };
  if (method === "eth_getBlockByNumber") {
    if (first !== "latest" && Number(first) > head) return { result: null };
    return forward(method, [first === "latest" ? toHex(head) : first, ...others]);
  }
  if (method === "eth_getLogs") {
    const { toBlock, fromBlock } = first as Range;
    // Many nodes say so little of blocks which they do not have: no logs.
    if (fromBlock && Number(fromBlock) > head) return { result: [] };
    const asked = toBlock ? { ...(first as Range), toBlock: toHex(Math.min(Number(toBlock), head)) } : first;
    return forward(method, [asked]);
  }
  const reply = await forward(method, params);
  const isAbove = (reply.result as Block | null)?.number && Number((reply.result as Block).number) > head;
  return isAbove ? { result: null } : reply;
}

function altered(log: Log): Log {
  if (log.data.length > 2) return { ...log, data: flipLast(log.data) };
  return { ...log, topics: [...log.topics.slice(0, -1), flipLast(log.topics.at(-1) ?? "0x00")] };
}

/** Another last hex digit. */
function flipLast(hex: string): string {
  return `${hex.slice(0, -1)}${hex.endsWith("1") ? "2" : "1"}`;
}

function toHex(number: number): string {
  return `0x${number.toString(16)}`;
}
