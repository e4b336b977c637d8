import {
  type AbiEvent,
  type AbiParameter,
  concatHex,
  decodeAbiParameters,
  encodeAbiParameters,
  type Hex,
  keccak256,
  numberToHex,
  toEventSelector,
  zeroAddress,
  zeroHash,
} from "viem";
import type { Deployment } from "../../../lib/chain/deployment.ts";
import type { RpcLog } from "../chain/recording.ts";
import { contractsOf } from "../chain/world.ts";

/** How much later a part of a long chain is than the recorded one. */
export type Shift = { readonly blocks: number; readonly epochs: number; readonly seconds: number };

/** What an integer of up to 64 bits between them means is a moment: the years 2001 to 2096. */
const moments = { from: 1_000_000_000n, until: 4_000_000_000n };

/**
 * What moves the protocol's logs into part `part` of a long chain. The protocol's contracts and its demonstration tokens stay;
 * other addresses and 32-byte values become others, always the same ones; epochs, blocks and moments are shifted.
 */
export function createMove(deployment: Deployment, part: number, shift: Shift) {
  const hashOf = (hash: Hex): Hex =>
    hash === zeroHash ? hash : keccak256(concatHex([hash, numberToHex(part)]));
  const addressOf = createAddressMove(deployment, hashOf);
  const events = new Map<Hex, AbiEvent>();
  for (const { abi } of Object.values(contractsOf(deployment))) {
    for (const item of abi) if (item.type === "event") events.set(toEventSelector(item), item);
  }

  function move(value: unknown, parameter: AbiParameter): unknown {
    const { type } = parameter;
    if (type.endsWith("[]")) {
      const item = { ...parameter, type: type.slice(0, -2) };
      return (value as unknown[]).map((element) => move(element, item));
    }
    if ("components" in parameter) {
      const values = value as Record<string, unknown>;
      const moved = parameter.components.map((field) => [field.name, move(values[field.name ?? ""], field)]);
      return Object.fromEntries(moved);
    }
    if (type === "address") return addressOf(value as Hex);
    if (type === "bytes32") return hashOf(value as Hex);
    return type.startsWith("uint") ? moveInteger(BigInt(value as bigint | number), parameter, shift) : value;
  }

  return {
    hashOf,
    /** @returns undefined of what is not the protocol's, and of what is about nobody, as a listed asset: one of it is enough. */
    moveLog({ address, topics, data }: RpcLog): Pick<RpcLog, "address" | "topics" | "data"> | undefined {
      const [selector = "0x", ...indexedTopics] = topics;
      const event = events.get(selector);
      if (!event) return undefined;
      const indexed = event.inputs.filter((input) => input.indexed);
      const others = event.inputs.filter((input) => !input.indexed);
      const movedTopics = indexed.map((input, at) => {
        const [value] = decodeAbiParameters([input], indexedTopics[at] ?? "0x");
        return encodeAbiParameters([input], [move(value, input)]);
      });
      const values = decodeAbiParameters(others, data);
      const movedData = encodeAbiParameters(
        others,
        others.map((input, at) => move(values[at], input)),
      );
      const isAboutNobody =
        movedData === data && movedTopics.every((topic, at) => topic === indexedTopics[at]);
      if (isAboutNobody) return undefined;
      return { address: addressOf(address), topics: [selector, ...movedTopics], data: movedData };
    },
  };
}

function createAddressMove({ contracts, demo }: Deployment, hashOf: (hash: Hex) => Hex) {
  const known = new Map<string, Hex>();
  for (const address of [zeroAddress, ...Object.values(contracts)]) known.set(address, address);
  for (const token of [demo?.stakeToken, demo?.rewardToken]) if (token) known.set(token, token);
  return (mixedCase: Hex): Hex => {
    const address = mixedCase.toLowerCase() as Hex;
    const moved = known.get(address) ?? (`0x${hashOf(address).slice(-40)}` as Hex);
    known.set(address, moved);
    return moved;
  };
}

function moveInteger(value: bigint, { type, name = "" }: AbiParameter, shift: Shift): bigint {
  if (Number(/\d+/.exec(type)?.[0]) > 64) return value;
  if (value >= moments.from && value < moments.until) return value + BigInt(shift.seconds);
  if (/epoch/i.test(name)) return value + BigInt(shift.epochs);
  return /block/i.test(name) ? value + BigInt(shift.blocks) : value;
}
