import { zeroAddress } from "viem";
import type { Simulation } from "../simulation.ts";
import { epochOf, isOpen, listedAssets, lower, networks, one, suspended, whitelisted } from "./knowledge.ts";
import { groups, type Move } from "./Move.ts";

async function changedParameters({ random, protocol }: Simulation, network: `0x${string}`) {
  const { client, networkRegistry, delegators } = protocol;
  const [now] = await client.readContract({
    ...networkRegistry,
    functionName: "parametersOf",
    args: [network],
  });
  const slashSink = random.integer(0, 2);
  return {
    ...now,
    minimumWeight: random.amount(0n, one),
    minimumOperators: random.integer(0, 2),
    quorumBps: random.integer(2_000, 8_000),
    performanceBps: random.integer(0, 10_000),
    responseWindow: BigInt(random.integer(20, 90)),
    challengeWindow: BigInt(random.integer(10, 60)),
    resolutionWindow: BigInt(random.integer(0, 60)),
    baseFee: random.chance(0.2) ? 0n : random.amount(0n, 2n * one),
    feePerByte: random.amount(0n, 10n ** 15n),
    bond: random.chance(0.2) ? 0n : random.amount(1n, 100n * one),
    wrongResponseSlashBps: random.integer(0, 3_000),
    // Now and then everything.
    equivocationSlashBps: random.chance(0.15) ? 10_000 : random.integer(100, 5_000),
    challengerShareBps: random.integer(0, 5_000),
    reporterShareBps: random.integer(0, 5_000),
    slashSink,
    slashRecipient: slashSink === 2 ? (random.pick(delegators) ?? zeroAddress) : zeroAddress,
  };
}

const parameters: Move = {
  name: "set parameters",
  weight: 2,
  async play(simulation) {
    const { random, ledger, protocol } = simulation;
    const { client, done, networkRegistry, governor } = protocol;
    const network = random.pick(
      networks(simulation).filter(({ address }) => isOurs(simulation, address)),
    )?.address;
    const last = ledger.of("NetworkParametersSet").findLast((event) => lower(event.network) === network);
    if (!network || (last && last.effectiveEpoch > epochOf(simulation))) return false;
    const args = [network, await changedParameters(simulation, network)] as const;
    const call = { ...networkRegistry, account: governor, args } as const;
    await done(client.writeContract({ ...call, functionName: "setParameters" }));
    return true;
  },
};

/** Whether the governor owns it. */
function isOurs({ ledger, protocol }: Simulation, network: `0x${string}`): boolean {
  const registered = ledger.of("NetworkRegistered").find((event) => lower(event.network) === network);
  return registered !== undefined && lower(registered.owner) === protocol.governor;
}

const assets: Move = {
  name: "set an asset of a network",
  weight: 1.5,
  async play(simulation) {
    const { random, protocol } = simulation;
    const { client, done, networkRegistry, governor } = protocol;
    const network = random.pick(networks(simulation).filter(({ address }) => isOurs(simulation, address)));
    const asset = random.pick(listedAssets(simulation));
    if (!network || !asset) return false;
    const isRemoved = network.assets.length > 1 && network.assets.includes(asset) && random.chance(0.15);
    const multiplier = isRemoved ? 0n : random.amount(one / 2n, 4n * one);
    const call = {
      ...networkRegistry,
      account: governor,
      args: [network.address, asset, multiplier],
    } as const;
    await done(client.writeContract({ ...call, functionName: "setAsset" }));
    return true;
  },
};

const status: Move = {
  name: "whitelist or suspend a network",
  weight: 3,
  async play(simulation) {
    const { random, protocol } = simulation;
    const { client, done, networkRegistry, governor } = protocol;
    const all = networks(simulation);
    const closed = all.filter((network) => network.status !== whitelisted);
    // A network that is suspended comes back soon: else little would happen.
    const network = random.pick(
      closed.length > 0 && random.chance(0.9) ? closed : random.chance(0.1) ? all : [],
    );
    if (!network) return false;
    const next = network.status === whitelisted ? suspended : whitelisted;
    const call = { ...networkRegistry, account: governor, args: [network.address, next] } as const;
    await done(client.writeContract({ ...call, functionName: "setStatus" }));
    return true;
  },
};

const registration: Move = {
  name: "register a network",
  weight: 1,
  async play(simulation) {
    const { random, protocol, stage } = simulation;
    const { client, done, networkRegistry, network: model, governor } = protocol;
    const known = networks(simulation).map(({ address }) => address);
    const account = stage.lateNetworks.find((address) => !known.includes(address));
    if (!account || !isOpen(simulation, "registration")) return false;
    const args = [
      governor,
      `late ${random.integer(0, 99)}`,
      await changedParameters(simulation, model),
    ] as const;
    await done(client.writeContract({ ...networkRegistry, account, functionName: "registerNetwork", args }));
    return true;
  },
};

const pause: Move = {
  name: "pause",
  weight: 0.7,
  async play({ random, protocol }) {
    const { client, done, accessManager, guardian } = protocol;
    const args = [random.integer(groups.registration, groups.claims)] as const;
    await done(client.writeContract({ ...accessManager, account: guardian, functionName: "pause", args }));
    return true;
  },
};

const resumption: Move = {
  name: "resume",
  weight: 12,
  async play(simulation) {
    const { random, protocol } = simulation;
    const { client, done, accessManager, governor } = protocol;
    const names = Object.keys(groups) as (keyof typeof groups)[];
    const paused = random.pick(names.filter((name) => !isOpen(simulation, name)));
    if (!paused) return false;
    const call = { ...accessManager, account: governor, args: [groups[paused]] } as const;
    await done(client.writeContract({ ...call, functionName: "resume" }));
    return true;
  },
};

const time: Move = {
  name: "time passes",
  weight: 12,
  async play(simulation) {
    const { random } = simulation;
    await simulation.mine(random.chance(0.1) ? random.integer(100, 900) : random.integer(2, 45));
    return true;
  },
};

export const networkMoves: readonly Move[] = [
  parameters,
  assets,
  status,
  registration,
  pause,
  resumption,
  time,
];
