import type { RawBuilder } from "kysely";
import { getContract, type PublicClient } from "viem";
import { allocationManagerAbi } from "../../contracts/generated/allocationManager.ts";
import { challengeManagerAbi } from "../../contracts/generated/challengeManager.ts";
import { delegationManagerAbi } from "../../contracts/generated/delegationManager.ts";
import { networkRegistryAbi } from "../../contracts/generated/networkRegistry.ts";
import { operatorRegistryAbi } from "../../contracts/generated/operatorRegistry.ts";
import { rewardsCoordinatorAbi } from "../../contracts/generated/rewardsCoordinator.ts";
import { stakeRegistryAbi } from "../../contracts/generated/stakeRegistry.ts";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { epochAt } from "../../lib/protocol/epochs.ts";

/** The block as of which rows and contracts are compared: at its end. `epoch` is the one that holds its timestamp. */
export type Point = { readonly block: bigint; readonly timestamp: bigint; readonly epoch: bigint };

/** What one row says, or what the contracts say in its place: by the field's name. */
export type Facts = Readonly<Record<string, unknown>>;

/** One sort of rows that a contract's views know too. */
export type Kind<Row> = {
  /** Plural, for people. */
  readonly name: string;
  /** Columns that tell rows apart. */
  readonly key: readonly (keyof Row & string)[];
  /** The rows as of a point: a `select`. */
  readonly rowsAt: (point: Point) => RawBuilder<Row>;
  readonly factsOf: (row: Row, point: Point) => Facts;
  /** Asked at the point's block. Addresses may come in any case. */
  readonly factsOnChain: (
    row: Row,
    contracts: Contracts,
    at: { readonly blockNumber: bigint },
  ) => Promise<Facts>;
};

/** The row type matters inside of a kind only. */
export type AnyKind = Kind<Record<string, unknown>>;
export const kind = <Row>(one: Kind<Row>): AnyKind => one as unknown as AnyKind;

export type Contracts = ReturnType<typeof openContracts>;

/** The contracts' views, and the epochs that they count in. */
export function openContracts(client: PublicClient, { contracts, epoch }: Deployment) {
  return {
    epochOf: (timestamp: bigint) => epochAt(epoch, timestamp),
    allocationManager: getContract({
      address: contracts.allocationManager,
      abi: allocationManagerAbi,
      client,
    }),
    challengeManager: getContract({ address: contracts.challengeManager, abi: challengeManagerAbi, client }),
    delegationManager: getContract({
      address: contracts.delegationManager,
      abi: delegationManagerAbi,
      client,
    }),
    networkRegistry: getContract({ address: contracts.networkRegistry, abi: networkRegistryAbi, client }),
    operatorRegistry: getContract({ address: contracts.operatorRegistry, abi: operatorRegistryAbi, client }),
    rewardsCoordinator: getContract({
      address: contracts.rewardsCoordinator,
      abi: rewardsCoordinatorAbi,
      client,
    }),
    stakeRegistry: getContract({ address: contracts.stakeRegistry, abi: stakeRegistryAbi, client }),
    taskManager: getContract({ address: contracts.taskManager, abi: taskManagerAbi, client }),
  };
}
