import { type Hex, zeroAddress } from "viem";
import { submitRoot } from "../../../indexer/testing/actions.ts";
import { buildRewardTree, emptyRoot, type RewardLeaf } from "../../../lib/merkle/rewardTree.ts";
import type { Simulation } from "../simulation.ts";
import { epochOf, isOpen, lower, networks, one } from "./knowledge.ts";
import type { Move } from "./Move.ts";

const funding: Move = {
  name: "fund a schedule",
  weight: 2.5,
  async play(simulation) {
    const { random, protocol } = simulation;
    const { client, done, rewardsCoordinator, rewardToken, governor, requester } = protocol;
    const network = random.pick(networks(simulation))?.address;
    if (!network) return false;
    const first = epochOf(simulation) + BigInt(random.integer(1, 3));
    const perEpoch = random.amount(1n, 50n * one);
    const args = [network, rewardToken, perEpoch, first, BigInt(random.integer(1, 4))] as const;
    const call = { ...rewardsCoordinator, account: random.pick([governor, requester]), args } as const;
    await done(client.writeContract({ ...call, functionName: "fundSchedule" }));
    return true;
  },
};

/** The last root of each epoch, and whether it was disabled. */
function roots({ ledger }: Simulation) {
  const submitted = ledger
    .of("RootSubmitted")
    .filter((event, place, all) => all.findLastIndex(({ epoch }) => epoch === event.epoch) === place);
  const disabled = ledger.of("RootDisabled");
  return submitted.map((root) => ({
    ...root,
    // Submitted twice and disabled twice, or once and once.
    isDisabled:
      disabled.filter(({ epoch }) => epoch === root.epoch).length ===
      ledger.of("RootSubmitted").filter(({ epoch }) => epoch === root.epoch).length,
  }));
}

const submission: Move = {
  name: "submit a root",
  weight: 4,
  async play(simulation) {
    const { random, protocol, memory } = simulation;
    const { delegators, operators, rewardToken } = protocol;
    const standing = new Set(roots(simulation).flatMap((root) => (root.isDisabled ? [] : [root.epoch])));
    const ended = Array.from({ length: Number(epochOf(simulation)) }, (_, epoch) => BigInt(epoch));
    const epoch = random.pick(ended.filter((candidate) => !standing.has(candidate)).slice(0, 3));
    if (epoch === undefined) return false;
    const leaves: RewardLeaf[] = [];
    for (const earner of random.some([...delegators, ...operators])) {
      const claimed = await claimedBy(simulation, earner);
      leaves.push({ earner, token: rewardToken, cumulative: claimed + random.amount(1n, 3n * one) });
    }
    const root = random.chance(0.1) ? emptyRoot : buildRewardTree(leaves).root;
    memory.set(root, root === emptyRoot ? [] : leaves);
    await submitRoot(
      protocol,
      epoch,
      root,
      leaves.reduce((sum, { cumulative }) => sum + cumulative, 0n),
    );
    return true;
  },
};

function claimedBy({ protocol }: Simulation, earner: Hex): Promise<bigint> {
  const { client, rewardsCoordinator, rewardToken } = protocol;
  const args = [earner, rewardToken] as const;
  return client.readContract({ ...rewardsCoordinator, functionName: "claimedOf", args });
}

const disabling: Move = {
  name: "disable a root",
  weight: 1.5,
  async play(simulation) {
    const { random, protocol, now } = simulation;
    const { client, done, rewardsCoordinator, guardian } = protocol;
    const waiting = roots(simulation).filter((root) => !root.isDisabled && root.activatesAt > now);
    const chosen = random.pick(waiting);
    if (!chosen) return false;
    const call = { ...rewardsCoordinator, account: guardian, args: [chosen.epoch] } as const;
    await done(client.writeContract({ ...call, functionName: "disableRoot" }));
    return true;
  },
};

const claiming: Move = {
  name: "claim",
  weight: 8,
  async play(simulation) {
    const { random, protocol, memory, now } = simulation;
    const { client, done, rewardsCoordinator, rewardToken, delegators } = protocol;
    if (!isOpen(simulation, "claims")) return false;
    const active = roots(simulation).filter((root) => !root.isDisabled && root.activatesAt <= now);
    const funds = await client.readContract({
      ...rewardsCoordinator,
      functionName: "fundsOf",
      args: [rewardToken],
    });
    for (const { epoch, root } of random.shuffled(active)) {
      const leaves = (memory.get(root) ?? []) as RewardLeaf[];
      for (const { earner, cumulative } of random.shuffled(leaves)) {
        const claimed = await claimedBy(simulation, earner);
        if (cumulative <= claimed || cumulative - claimed > funds) continue;
        const proof = buildRewardTree(leaves).proofOf(earner, rewardToken) ?? [];
        const claimer = await client.readContract({
          ...rewardsCoordinator,
          functionName: "claimerOf",
          args: [earner],
        });
        const canClaim =
          protocol.delegators.includes(lower(claimer)) || protocol.operators.includes(lower(claimer));
        const account = canClaim && random.chance(0.5) ? lower(claimer) : earner;
        const recipient = random.pick(delegators) ?? earner;
        const args = [epoch, earner, rewardToken, cumulative, proof, recipient] as const;
        await done(client.writeContract({ ...rewardsCoordinator, account, functionName: "claim", args }));
        return true;
      }
    }
    return false;
  },
};

const naming: Move = {
  name: "name a claimer",
  weight: 1.5,
  async play({ random, protocol }) {
    const { client, done, rewardsCoordinator, delegators, operators } = protocol;
    const account = random.pick([...delegators, ...operators]);
    const claimer = random.chance(0.25) ? zeroAddress : random.pick(delegators);
    if (!account || !claimer) return false;
    const call = { ...rewardsCoordinator, account, args: [claimer] } as const;
    await done(client.writeContract({ ...call, functionName: "setClaimer" }));
    return true;
  },
};

export const rewardMoves: readonly Move[] = [funding, submission, disabling, claiming, naming];
