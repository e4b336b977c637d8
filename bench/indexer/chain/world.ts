import { type Abi, decodeEventLog, type Hex, keccak256, toHex } from "viem";
import { accessManagerAbi } from "../../../contracts/generated/accessManager.ts";
import { allocationManagerAbi } from "../../../contracts/generated/allocationManager.ts";
import { challengeManagerAbi } from "../../../contracts/generated/challengeManager.ts";
import { delegationManagerAbi } from "../../../contracts/generated/delegationManager.ts";
import { networkRegistryAbi } from "../../../contracts/generated/networkRegistry.ts";
import { operatorRegistryAbi } from "../../../contracts/generated/operatorRegistry.ts";
import { priceAttestationNetworkAbi } from "../../../contracts/generated/priceAttestationNetwork.ts";
import { rewardsCoordinatorAbi } from "../../../contracts/generated/rewardsCoordinator.ts";
import { slashingManagerAbi } from "../../../contracts/generated/slashingManager.ts";
import { stakeRegistryAbi } from "../../../contracts/generated/stakeRegistry.ts";
import { taskManagerAbi } from "../../../contracts/generated/taskManager.ts";
import type { Deployment } from "../../../lib/chain/deployment.ts";
import type { Contract } from "./blockWriter.ts";
import type { RecordedBlock, RpcLog } from "./recording.ts";

const lower = (hex: string) => hex.toLowerCase() as Hex;
const addressOf = (name: string) => `0x${keccak256(toHex(name)).slice(-40)}` as Hex;

export type Contracts = ReturnType<typeof contractsOf>;

/** The protocol's contracts, and those of its networks that have events. */
export function contractsOf({ contracts, demo }: Deployment) {
  if (!demo) throw new Error("the demonstration networks are needed");
  const at = (address: Hex, abi: Abi): Contract => ({ address: lower(address), abi });
  return {
    accessManager: at(contracts.accessManager, accessManagerAbi),
    allocationManager: at(contracts.allocationManager, allocationManagerAbi),
    challengeManager: at(contracts.challengeManager, challengeManagerAbi),
    delegationManager: at(contracts.delegationManager, delegationManagerAbi),
    networkRegistry: at(contracts.networkRegistry, networkRegistryAbi),
    operatorRegistry: at(contracts.operatorRegistry, operatorRegistryAbi),
    priceNetwork: at(demo.priceAttestationNetwork, priceAttestationNetworkAbi),
    rewardsCoordinator: at(contracts.rewardsCoordinator, rewardsCoordinatorAbi),
    slashingManager: at(contracts.slashingManager, slashingManagerAbi),
    stakeRegistry: at(contracts.stakeRegistry, stakeRegistryAbi),
    taskManager: at(contracts.taskManager, taskManagerAbi),
  };
}

export type Task = {
  readonly id: Hex;
  readonly network: Hex;
  readonly payload: Hex;
  readonly referenceBlock: bigint;
  readonly deadline: number;
  /** Who has weight at the reference block, and the sum of their keys. */
  readonly members: ReadonlyMap<Hex, bigint>;
  readonly aggregateKey: Hex;
};
export type Answered = Task & {
  readonly response: Hex;
  readonly nonSigners: readonly Hex[];
  readonly challengeDeadline: number;
};
export type Pending = Answered & { readonly challengeId: Hex };

/** What of the chain the next blocks rest on, taken from its logs. */
export class World {
  readonly contracts: Contracts;
  readonly operators: readonly Hex[] = Array.from({ length: 100 }, (_, index) =>
    addressOf(`operator ${index}`),
  );
  readonly delegators: readonly Hex[] = Array.from({ length: 400 }, (_, index) =>
    addressOf(`delegator ${index}`),
  );
  readonly requesters: readonly Hex[] = Array.from({ length: 10 }, (_, index) =>
    addressOf(`requester ${index}`),
  );
  /** Active shares by `delegator operator asset`, and the keys. */
  readonly shares = new Map<string, bigint>();
  readonly positions: string[] = [];
  readonly withdrawals: { id: Hex; delegator: Hex; unlockAt: number }[] = [];
  readonly open: Task[] = [];
  readonly answered: Answered[] = [];
  readonly pending: Pending[] = [];
  readonly members = new Map<Hex, Map<Hex, bigint>>();
  readonly aggregateKeys = new Map<Hex, Hex>();
  /** When an operator may change its allocation again, by `operator network asset`. */
  readonly allocations = new Map<string, { effectiveAt: number; next: bigint }>();
  /** Operators whose stake has moved since their weight was recorded. */
  readonly moved = new Map<Hex, Set<Hex>>();
  block = 0n;
  timestamp = 0;
  events = 0;

  constructor(deployment: Deployment) {
    this.contracts = contractsOf(deployment);
  }

  /** Takes over what a block's logs say; returns how many are the protocol's. */
  follow({ block, receipts }: RecordedBlock): number {
    this.block = BigInt(block.number);
    this.timestamp = Number(block.timestamp);
    const abis = new Map(Object.values(this.contracts).map(({ address, abi }) => [address, abi]));
    const logs = receipts
      .flatMap((receipt) => receipt.logs)
      .filter(({ address }) => abis.has(lower(address)));
    const created: Task[] = [];
    for (const log of logs) this.#take(log, abis.get(lower(log.address)) ?? [], created);
    // The reference is the block before: with its members, which these tasks were given, not with this block's.
    this.open.push(...created);
    this.#membersBefore = new Map([...this.members].map(([network, members]) => [network, new Map(members)]));
    this.#keysBefore = new Map(this.aggregateKeys);
    this.events += logs.length;
    return logs.length;
  }

  #membersBefore = new Map<Hex, Map<Hex, bigint>>();
  #keysBefore = new Map<Hex, Hex>();

  #take(log: RpcLog, abi: Abi, created: Task[]): void {
    const { eventName, args: untyped } = decodeEventLog({
      abi,
      topics: log.topics as [Hex, ...Hex[]],
      data: log.data,
    });
    // biome-ignore lint/suspicious/noExplicitAny: the event's name says which arguments it has
    const args = untyped as any;
    if (eventName === "Delegated") {
      const key = `${lower(args.delegator)} ${lower(args.operator)} ${lower(args.asset)}`;
      if (!this.shares.has(key)) this.positions.push(key);
      this.shares.set(key, (this.shares.get(key) ?? 0n) + args.shares);
      this.#moves(lower(args.operator));
    } else if (eventName === "WithdrawalQueued") {
      const key = `${lower(args.delegator)} ${lower(args.operator)} ${lower(args.asset)}`;
      this.shares.set(key, (this.shares.get(key) ?? 0n) - args.shares);
      this.withdrawals.push({
        id: args.withdrawalId,
        delegator: lower(args.delegator),
        unlockAt: Number(args.unlockAt),
      });
      this.#moves(lower(args.operator));
    } else if (eventName === "AllocationScheduled") {
      const key = `${lower(args.operator)} ${lower(args.network)} ${lower(args.asset)}`;
      this.allocations.set(key, { effectiveAt: Number(args.effectiveAt), next: args.newMagnitude });
    } else if (eventName === "WeightUpdated") {
      const members = this.#of(this.members, lower(args.network), () => new Map<Hex, bigint>());
      if (args.operatorTotal > 0n) members.set(lower(args.operator), args.operatorTotal);
      else members.delete(lower(args.operator));
    } else if (eventName === "AggregateKeyUpdated") {
      this.aggregateKeys.set(lower(args.network), args.aggregateKey);
    } else if (eventName === "TaskCreated") {
      const network = lower(args.network);
      const members = this.#membersBefore.get(network) ?? new Map();
      const aggregateKey = this.#keysBefore.get(network) ?? "0x";
      const { taskId: id, payload, referenceBlock, deadline } = args;
      created.push({
        id,
        network,
        payload,
        referenceBlock,
        deadline: Number(deadline),
        members,
        aggregateKey,
      });
    } else if (eventName === "TaskResponded") {
      const at = this.open.findIndex(({ id }) => id === args.taskId);
      const [task] = this.open.splice(at, 1);
      const { response, nonSigners } = args;
      if (at < 0 || !task) throw new Error("a response to no open task");
      this.answered.push({
        ...task,
        response,
        nonSigners,
        challengeDeadline: Number(args.challengeDeadline),
      });
    } else if (eventName === "TaskExpired") {
      this.open.splice(
        this.open.findIndex(({ id }) => id === args.taskId),
        1,
      );
    } else if (eventName === "TaskFinalized") {
      this.answered.splice(
        this.answered.findIndex(({ id }) => id === args.taskId),
        1,
      );
    } else if (eventName === "ChallengeRaised") {
      const [task] = this.answered.splice(
        this.answered.findIndex(({ id }) => id === args.taskId),
        1,
      );
      if (task) this.pending.push({ ...task, challengeId: args.challengeId });
    } else if (eventName === "ChallengeResolved") {
      const [task] = this.pending.splice(
        this.pending.findIndex(({ challengeId }) => challengeId === args.challengeId),
        1,
      );
      // One that was upheld is rejected; any other may become final.
      if (task && args.outcome !== 1) this.answered.push(task);
    }
  }

  #moves(operator: Hex): void {
    for (const moved of this.moved.values()) moved.add(operator);
  }

  #of<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
    const value = map.get(key) ?? make();
    map.set(key, value);
    return value;
  }
}
