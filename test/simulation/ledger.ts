import { type Hex, parseEventLogs } from "viem";
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
    this.#events.push(...decode(this.#protocol, logs));
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

function decode(protocol: Protocol, logs: Parameters<typeof parseEventLogs>[0]["logs"]) {
  const abi = [
    ...protocol.accessManager.abi,
    ...protocol.operatorRegistry.abi,
    ...protocol.networkRegistry.abi,
    ...protocol.delegationManager.abi,
    ...protocol.allocationManager.abi,
    ...protocol.stakeRegistry.abi,
    ...protocol.taskManager.abi,
    ...protocol.challengeManager.abi,
    ...protocol.slashingManager.abi,
    ...protocol.rewardsCoordinator.abi,
    ...protocol.arbitrated.abi,
  ] as const;
  return parseEventLogs({ abi, logs });
}
