import type { Hex } from "viem";
import type { Simulation } from "../simulation.ts";
import { groups } from "./Move.ts";

export const one = 10n ** 18n;
export const lower = (address: Hex): Hex => address.toLowerCase() as Hex;

export type Operator = { readonly address: Hex; readonly index: number };

/** All that are registered, with their places among `protocol.operators`. */
export function registeredOperators({ ledger, protocol }: Simulation): Operator[] {
  const registered = new Set(ledger.of("OperatorRegistered").map(({ operator }) => lower(operator)));
  return protocol.operators
    .map((address, index) => ({ address, index }))
    .filter(({ address }) => registered.has(address));
}

export function listedAssets({ ledger }: Simulation): Hex[] {
  return ledger.of("AssetListed").map(({ asset }) => lower(asset));
}

export function isOpen({ ledger }: Simulation, group: keyof typeof groups): boolean {
  const last = ledger.of("PauseSet").findLast((event) => event.group === groups[group]);
  return !last?.paused;
}

export type NetworkState = {
  readonly address: Hex;
  readonly status: number;
  readonly assets: readonly Hex[];
};
export const whitelisted = 2;
export const suspended = 3;

export function networks({ ledger }: Simulation): NetworkState[] {
  const statuses = ledger.of("NetworkStatusChanged");
  const multipliers = ledger.of("NetworkAssetSet");
  return ledger.of("NetworkRegistered").map(({ network }) => {
    const of = <Event extends { network: Hex }>(events: Event[]) =>
      events.filter((event) => event.network === network);
    const accepted = new Map(of(multipliers).map(({ asset, multiplier }) => [lower(asset), multiplier]));
    return {
      address: lower(network),
      status: of(statuses).at(-1)?.status ?? 0,
      assets: [...accepted].flatMap(([asset, multiplier]) => (multiplier > 0n ? [asset] : [])),
    };
  });
}

/** Those that take tasks and members. */
export const openNetworks = (simulation: Simulation): NetworkState[] =>
  networks(simulation).filter(({ status }) => status === whitelisted);

export function isMember({ ledger }: Simulation, network: Hex, operator: Hex): boolean {
  const count = (events: { network: Hex; operator: Hex }[]) =>
    events.filter((event) => lower(event.network) === network && lower(event.operator) === operator).length;
  return count(ledger.of("OperatorOptedIn")) > count(ledger.of("OperatorOptedOut"));
}

export function epochOf({ protocol, now }: Simulation): bigint {
  const { genesis, lengthSeconds } = protocol.deployment.epoch;
  return (now - BigInt(genesis)) / BigInt(lengthSeconds);
}

export type TaskState = {
  readonly id: Hex;
  readonly network: Hex;
  readonly payload: Hex;
  readonly referenceBlock: bigint;
  readonly deadline: bigint;
  status: "OPEN" | "RESPONDED" | "CHALLENGED" | "REJECTED" | "FINAL" | "EXPIRED";
  response?: Hex;
  responseHash?: Hex;
  nonSigners: readonly Hex[];
  challengeDeadline: bigint;
};

export function tasks({ ledger }: Simulation): TaskState[] {
  const all = new Map<Hex, TaskState>();
  for (const { taskId, network, payload, referenceBlock, deadline } of ledger.of("TaskCreated")) {
    const fixed = { id: taskId, network: lower(network), payload, referenceBlock, deadline };
    all.set(taskId, { ...fixed, status: "OPEN", nonSigners: [], challengeDeadline: 0n });
  }
  const set = (taskId: Hex, changed: Partial<TaskState>) => {
    const task = all.get(taskId);
    if (task) all.set(taskId, { ...task, ...changed });
  };
  for (const { taskId, response, responseHash, nonSigners, challengeDeadline } of ledger.of(
    "TaskResponded",
  )) {
    const missing = nonSigners.map(lower);
    set(taskId, { status: "RESPONDED", response, responseHash, nonSigners: missing, challengeDeadline });
  }
  for (const { taskId } of ledger.of("ChallengeRaised")) set(taskId, { status: "CHALLENGED" });
  for (const { taskId, outcome } of ledger.of("ChallengeResolved")) {
    // Of several challenges of one task only the last may be open, and an upheld one is the last.
    const raised = ledger.of("ChallengeRaised").filter((event) => event.taskId === taskId).length;
    const resolved = ledger.of("ChallengeResolved").filter((event) => event.taskId === taskId).length;
    if (outcome === upheld) set(taskId, { status: "REJECTED" });
    else if (raised === resolved) set(taskId, { status: "RESPONDED" });
  }
  for (const { taskId } of ledger.of("TaskFinalized")) set(taskId, { status: "FINAL" });
  for (const { taskId } of ledger.of("TaskExpired")) set(taskId, { status: "EXPIRED" });
  return [...all.values()];
}

/** `IChallengeManager.Outcome`. */
export const upheld = 1;

/** Operators with weight at a task's reference block, with it. */
export async function assignedTo(
  { protocol }: Simulation,
  { network, referenceBlock }: Pick<TaskState, "network" | "referenceBlock">,
): Promise<(Operator & { readonly weight: bigint })[]> {
  const { client, stakeRegistry, operators } = protocol;
  const weights = await Promise.all(
    operators.map((operator) =>
      client.readContract({
        ...stakeRegistry,
        functionName: "weightAt",
        args: [network, operator, referenceBlock],
      }),
    ),
  );
  return operators
    .map((address, index) => ({ address, index, weight: weights[index] ?? 0n }))
    .filter(({ weight }) => weight > 0n);
}

/** Who signed a task's response. */
export async function signersOf(simulation: Simulation, task: TaskState): Promise<Hex[]> {
  const assigned = await assignedTo(simulation, task);
  return assigned.map(({ address }) => address).filter((address) => !task.nonSigners.includes(address));
}
