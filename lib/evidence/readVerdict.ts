import { type Address, type Hex, type PublicClient, parseAbi } from "viem";

const abi = parseAbi(["function verify(bytes32, bytes, bytes) view returns (uint8)"]);
const verdicts = ["undecided", "right", "wrong"] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * What a network's verifier says to a response now, or at the end of a block: what a challenge would be decided by.
 * @throws an error of the node, or of a network that has no verifier.
 */
export async function readVerdict(
  chain: PublicClient,
  task: { readonly network: Address; readonly task_id: Hex; readonly payload: Hex; readonly response: Hex },
  blockNumber?: bigint,
): Promise<Verdict> {
  const verdict = await chain.readContract({
    address: task.network,
    abi,
    functionName: "verify",
    args: [task.task_id, task.payload, task.response],
    ...(blockNumber === undefined ? {} : { blockNumber }),
  });
  return verdicts[verdict] ?? "undecided";
}
