import {
  decodeEventLog,
  type GetEventArgs,
  type Hex,
  type PublicClient,
  type RpcLog,
  toEventSelector,
  toHex,
} from "viem";
import { delegationManagerAbi } from "../../../contracts/generated/delegationManager.ts";
import { networkRegistryAbi } from "../../../contracts/generated/networkRegistry.ts";
import { operatorRegistryAbi } from "../../../contracts/generated/operatorRegistry.ts";
import { rewardsCoordinatorAbi } from "../../../contracts/generated/rewardsCoordinator.ts";
import { slashingManagerAbi } from "../../../contracts/generated/slashingManager.ts";
import { stakeRegistryAbi } from "../../../contracts/generated/stakeRegistry.ts";
import { taskManagerAbi } from "../../../contracts/generated/taskManager.ts";
import type { Deployment } from "../../../lib/chain/deployment.ts";

/** Every event that rewards depend on. */
const abi = [
  ...rewardsCoordinatorAbi,
  ...stakeRegistryAbi,
  ...delegationManagerAbi,
  ...taskManagerAbi,
  ...networkRegistryAbi,
  ...operatorRegistryAbi,
  ...slashingManagerAbi,
] as const;
const names = [
  "RewardsScheduled",
  "RewardsAccrued",
  "WeightUpdated",
  "Delegated",
  "WithdrawalQueued",
  "TaskCreated",
  "TaskResponded",
  "OperatorRegistered",
  "CommissionScheduled",
  "NetworkParametersSet",
  "OperatorSlashed",
] as const;
type Name = (typeof names)[number];

type Decoded = {
  [EventName in Name]: {
    readonly eventName: EventName;
    readonly args: GetEventArgs<
      typeof abi,
      EventName,
      { EnableUnion: false; IndexedOnly: false; Required: true }
    >;
  };
}[Name];
/** A log of the contracts, and where it stands. */
export type ChainEvent = Decoded & { readonly block: bigint; readonly timestamp: bigint };

const events = abi.filter(
  (item) => item.type === "event" && (names as readonly string[]).includes(item.name),
);
const topics: Hex[] = events.map((event) => toEventSelector(event as never));

/** Blocks per request at first; halved when a node refuses, since some allow few. */
const firstRange = 10_000n;

/** Every log of `[from, to]` that rewards depend on, in the order of the chain, from the node alone. */
export async function* readEvents(
  chain: PublicClient,
  { contracts }: Pick<Deployment, "contracts">,
  from: bigint,
  to: bigint,
): AsyncGenerator<ChainEvent> {
  const address = Object.values(contracts);
  let range = firstRange;
  for (let at = from; at <= to; ) {
    const last = at + range - 1n < to ? at + range - 1n : to;
    const params = [{ address, topics: [topics], fromBlock: toHex(at), toBlock: toHex(last) }] as const;
    const logs = await chain.request({ method: "eth_getLogs", params } as never).catch((error: unknown) => {
      if (range === 1n) throw error;
      range /= 2n;
      return undefined;
    });
    if (!logs) continue;
    yield* decode(chain, logs as RpcLog[]);
    at = last + 1n;
  }
}

async function* decode(chain: PublicClient, logs: readonly RpcLog[]): AsyncGenerator<ChainEvent> {
  let known: { block: bigint; timestamp: bigint } | undefined;
  for (const log of logs) {
    const block = BigInt(log.blockNumber ?? 0);
    if (known?.block !== block)
      known = { block, timestamp: (await chain.getBlock({ blockNumber: block })).timestamp };
    const { topics, data } = log;
    const decoded = decodeEventLog({ abi: events as never, topics, data }) as unknown as Decoded;
    yield { ...decoded, ...known };
  }
}
