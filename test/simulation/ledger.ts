import { type Hex, parseEventLogs } from "viem";
import { accessManagerAbi } from "../../contracts/generated/accessManager.ts";
import { allocationManagerAbi } from "../../contracts/generated/allocationManager.ts";
import { challengeManagerAbi } from "../../contracts/generated/challengeManager.ts";
import { delegationManagerAbi } from "../../contracts/generated/delegationManager.ts";
import { networkRegistryAbi } from "../../contracts/generated/networkRegistry.ts";
import { operatorRegistryAbi } from "../../contracts/generated/operatorRegistry.ts";
import { priceAttestationNetworkAbi } from "../../contracts/generated/priceAttestationNetwork.ts";
import { rewardsCoordinatorAbi } from "../../contracts/generated/rewardsCoordinator.ts";
import { slashingManagerAbi } from "../../contracts/generated/slashingManager.ts";
import { stakeRegistryAbi } from "../../contracts/generated/stakeRegistry.ts";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import type { Protocol } from "../../indexer/testing/protocol.ts";

/** Every event of our contracts on the chain as it is now, decoded once: what a simulated user knows. */
export class Ledger {
  readonly #protocol: Protocol;
  readonly #contracts: readonly Hex[];
  #events: LedgerEvent[] = [];
  #lastBlock = -1n;

  constructor(protocol: Protocol) {
    this.#protocol = protocol;
    this.#contracts = [
      ...[protocol.accessManager, protocol.operatorRegistry, protocol.networkRegistry],
      ...[protocol.delegationManager, protocol.allocationManager, protocol.stakeRegistry],
      ...[protocol.taskManager, protocol.challengeManager, protocol.slashingManager],
      ...[protocol.rewardsCoordinator, protocol.arbitrated],
    ].map(({ address }) => address);
  }

  /** Reads the blocks that came since. */
  async readUpTo(block: bigint): Promise<void> {
    if (block <= this.#lastBlock) return;
    const range = { fromBlock: this.#lastBlock + 1n, toBlock: block };
    const logs = await this.#protocol.client.getLogs({ address: [...this.#contracts], ...range });
    this.#events.push(...decode(logs));
    this.#lastBlock = block;
  }

  /** Forgets what a reorganisation took back. */
  cutAbove(block: bigint): void {
    this.#events = this.#events.filter(({ blockNumber }) => blockNumber <= block);
    this.#lastBlock = block;
  }

  get names(): ReadonlySet<string> {
    return new Set(this.#events.map(({ eventName }) => eventName));
  }

  /** The arguments of all events of a name, oldest first. */
  of<Name extends LedgerEvent["eventName"]>(name: Name): ArgsOf<Name>[] {
    return this.#events.flatMap((event) => (event.eventName === name ? [event.args as ArgsOf<Name>] : []));
  }
}

type LedgerEvent = ReturnType<typeof decode>[number];
type ArgsOf<Name> = Extract<LedgerEvent, { eventName: Name }>["args"];

const abi = [
  ...[...operatorRegistryAbi, ...networkRegistryAbi, ...delegationManagerAbi, ...allocationManagerAbi],
  ...[...stakeRegistryAbi, ...taskManagerAbi, ...challengeManagerAbi, ...slashingManagerAbi],
  ...[...rewardsCoordinatorAbi, ...priceAttestationNetworkAbi, ...accessManagerAbi],
] as const;

/** OpenZeppelin's, of roles that are given at deployment. */
const notPlayed = /^(Role|Target|Operation|Authority)/;

/** Every event that moves can cause. */
export const playedEvents: readonly string[] = [
  ...new Set(abi.flatMap((item) => (item.type === "event" && !notPlayed.test(item.name) ? [item.name] : []))),
].sort();

function decode(logs: Parameters<typeof parseEventLogs>[0]["logs"]) {
  return parseEventLogs({ abi, logs });
}
