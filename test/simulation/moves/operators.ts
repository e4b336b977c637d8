import { allocate, optIn, registerOperator } from "../../../indexer/testing/actions.ts";
import { poisonedText } from "../../../indexer/testing/scenario.ts";
import type { Simulation } from "../simulation.ts";
import {
  epochOf,
  isMember,
  isOpen,
  lower,
  networks,
  one,
  openNetworks,
  registeredOperators,
} from "./knowledge.ts";
import type { Move } from "./Move.ts";

const registration: Move = {
  name: "register an operator",
  weight: 1.5,
  async play(simulation) {
    const { protocol } = simulation;
    const registered = new Set(registeredOperators(simulation).map(({ index }) => index));
    const index = protocol.operators.findIndex((_, place) => !registered.has(place));
    if (index < 0 || !isOpen(simulation, "registration")) return false;
    await registerOperator(protocol, index, `ipfs://late-${index}`);
    return true;
  },
};

const allocation: Move = {
  name: "allocate",
  weight: 10,
  async play(simulation) {
    const { random, protocol, now } = simulation;
    const { client, allocationManager } = protocol;
    const operator = random.pick(registeredOperators(simulation))?.address;
    const network = random.pick(networks(simulation));
    const asset = random.pick(network?.assets ?? []);
    if (!operator || !network || !asset) return false;
    const args = [operator, network.address, asset] as const;
    const [current, free] = await Promise.all([
      client.readContract({ ...allocationManager, functionName: "allocationOf", args }),
      client.readContract({ ...allocationManager, functionName: "freeMagnitudeOf", args: [operator, asset] }),
    ]);
    if (now < current.effectiveAt) return false;
    const canRise = free > 0n && isOpen(simulation, "registration");
    const rises = random.chance(0.6) ? canRise : current.next === 0n && canRise;
    if (!rises && current.next === 0n) return false;
    const fallen = random.chance(0.25) ? 0n : random.amount(0n, current.next - 1n);
    const magnitude = rises ? current.next + random.amount(1n, free) : fallen;
    await protocol.done(allocate(protocol, operator, network.address, magnitude, asset));
    return true;
  },
};

const joining: Move = {
  name: "opt in",
  weight: 4,
  async play(simulation) {
    const { random, protocol } = simulation;
    if (!isOpen(simulation, "registration")) return false;
    const candidates = openNetworks(simulation).flatMap((network) =>
      registeredOperators(simulation)
        .filter(({ address }) => !isMember(simulation, network.address, address))
        .map(({ address }) => ({ network, operator: address })),
    );
    for (const { network, operator } of random.shuffled(candidates)) {
      if (!(await couldServe(simulation, network.assets, network.address, operator))) continue;
      await protocol.done(optIn(protocol, operator, network.address));
      return true;
    }
    return false;
  },
};

/** Whether it has stake that answers to the network; whether that is enough, the contract says. */
async function couldServe(
  { protocol }: Simulation,
  assets: readonly `0x${string}`[],
  network: `0x${string}`,
  operator: `0x${string}`,
): Promise<boolean> {
  const { client, allocationManager, delegationManager } = protocol;
  for (const asset of assets) {
    const [magnitude, active] = await Promise.all([
      client.readContract({
        ...allocationManager,
        functionName: "magnitudeOf",
        args: [operator, network, asset],
      }),
      client.readContract({ ...delegationManager, functionName: "activeAssetsOf", args: [operator, asset] }),
    ]);
    if (magnitude * active > 2n * one * one) return true;
  }
  return false;
}

const leaving: Move = {
  name: "opt out",
  weight: 1,
  async play(simulation) {
    const { random, protocol } = simulation;
    const { client, done, networkRegistry } = protocol;
    const members = networks(simulation).flatMap(({ address: network }) =>
      registeredOperators(simulation)
        .filter(({ address }) => isMember(simulation, network, address))
        .map(({ address }) => ({ network, account: address })),
    );
    const member = random.pick(members);
    if (!member) return false;
    const call = { ...networkRegistry, account: member.account, args: [member.network] } as const;
    await done(client.writeContract({ ...call, functionName: "optOut" }));
    return true;
  },
};

const synchronisation: Move = {
  name: "sync weights",
  weight: 10,
  async play(simulation) {
    const { random, protocol } = simulation;
    const { client, done, stakeRegistry, requester } = protocol;
    const network = random.pick(networks(simulation));
    if (!network) return false;
    const operators = random.some(protocol.operators);
    const call = { ...stakeRegistry, account: requester, args: [network.address, operators] } as const;
    await done(client.writeContract({ ...call, functionName: "syncWeights" }));
    return true;
  },
};

const commission: Move = {
  name: "schedule a commission",
  weight: 2,
  async play(simulation) {
    const { random, ledger, protocol } = simulation;
    const { client, done, operatorRegistry } = protocol;
    const operator = random.pick(registeredOperators(simulation))?.address;
    const last = ledger.of("CommissionScheduled").findLast((event) => lower(event.operator) === operator);
    if (!operator || (last && last.effectiveEpoch > epochOf(simulation))) return false;
    const call = { ...operatorRegistry, account: operator, args: [random.integer(0, 10_000)] } as const;
    await done(client.writeContract({ ...call, functionName: "scheduleCommission" }));
    return true;
  },
};

const profile: Move = {
  name: "change payout or metadata",
  weight: 1.5,
  async play(simulation) {
    const { random, protocol } = simulation;
    const { client, done, operatorRegistry, delegators } = protocol;
    const account = random.pick(registeredOperators(simulation))?.address;
    const payout = random.pick([...delegators, account]);
    if (!account || !payout) return false;
    const asOperator = { ...operatorRegistry, account } as const;
    if (random.chance(0.5)) {
      await done(client.writeContract({ ...asOperator, functionName: "updatePayout", args: [payout] }));
    } else {
      const text = random.chance(0.5) ? poisonedText : "";
      const args = [`${text}${random.integer(0, 99)}`] as const;
      await done(client.writeContract({ ...asOperator, functionName: "updateMetadata", args }));
    }
    return true;
  },
};

export const operatorMoves: readonly Move[] = [
  ...[registration, allocation, joining, leaving],
  ...[synchronisation, commission, profile],
];
