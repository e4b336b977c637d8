import { concatHex, encodeAbiParameters, encodeEventTopics, type Hex, zeroAddress, zeroHash } from "viem";
import { priceAttestationNetworkAbi } from "../../contracts/generated/priceAttestationNetwork.ts";
import type { Protocol } from "./protocol.ts";

const hostile: Hex = `0x${"bad0".repeat(10)}`;

/**
 * Emits `LOG2` with the calldata: two topics of 32 bytes, then the log's data.
 * calldatacopy(0, 0, calldatasize) log2(0x40, calldatasize - 0x40, mload(0), mload(0x20))
 */
export const emitter: Hex = "0x365f5f376020515f51604036036040a200";

/**
 * A network that comes late and whose contract says what it likes, under the name of the event by which arbiters rule:
 * on a task of another network, numbers that are no ruling, the same again, and data that nothing can decode.
 */
export async function ruleFromHostileNetwork(protocol: Protocol, taskId: Hex): Promise<void> {
  const { client, networkRegistry, network, done } = protocol;
  await client.impersonateAccount({ address: hostile });
  await client.setBalance({ address: hostile, value: 10n ** 18n });
  const [parameters] = await client.readContract({
    ...networkRegistry,
    functionName: "parametersOf",
    args: [network],
  });
  const args = [hostile, "", { ...parameters, slashSink: 0, slashRecipient: zeroAddress }] as const;
  await done(
    client.writeContract({ ...networkRegistry, account: hostile, functionName: "registerNetwork", args }),
  );
  await client.setCode({ address: hostile, bytecode: emitter });

  for (const data of sayings) await emitRuling(protocol, hostile, taskId, data);
}

const says = (verdict: bigint, reason: string): Hex =>
  encodeAbiParameters(
    [{ type: "bytes32" }, { type: "uint256" }, { type: "string" }],
    [zeroHash, verdict, reason],
  );

/** What a ruling's data may be: numbers that are no verdict, nothing, what nothing can decode, one, and another one. */
export const sayings: readonly Hex[] = [
  ...[says(0n, ""), says(2n ** 200n, "")],
  ...(["0x", "0xff"] as const),
  ...[says(1n, "mine"), says(2n, "again")],
];

/** Lets a contract with the code of `emitter` say this of a task. */
export async function emitRuling(
  { client, done, requester }: Protocol,
  network: Hex,
  taskId: Hex,
  data: Hex,
): Promise<void> {
  const topics = encodeEventTopics({
    abi: priceAttestationNetworkAbi,
    eventName: "Ruled",
    args: { taskId },
  }) as Hex[];
  const call = { account: requester, to: network, data: concatHex([...topics, data]), chain: null };
  await done(client.sendTransaction({ ...call, gas: 200_000n }));
}
