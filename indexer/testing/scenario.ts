import { type Hex, zeroAddress } from "viem";
import { buildRewardTree } from "../../lib/merkle/rewardTree.ts";
import {
  allocate,
  completeWithdrawal,
  createTask,
  delegate,
  optIn,
  queueWithdrawal,
  registerOperator,
  respond,
  submitRoot,
  syncWeights,
  tasksOf,
  waitForAllocations,
} from "./actions.ts";
import type { Protocol } from "./protocol.ts";

const one = 10n ** 18n;
const plenty = 10n ** 24n;

/** Text that Postgres, or a COPY into it, could stumble over. */
export const poisonedText = "a\0b\tc\nd\\N\\.e\"f'g{,}\u{1F41D}";

/** Operators register and join the network with stake. */
export async function bringOperators(protocol: Protocol): Promise<void> {
  const { client, done, delegators, operators, requester, governor, network } = protocol;
  const { stake, reward, delegationManager, taskManager, rewardsCoordinator } = protocol;
  for (const account of delegators) {
    await done(client.writeContract({ ...stake, account, functionName: "mint", args: [account, plenty] }));
    const args = [delegationManager.address, plenty] as const;
    await done(client.writeContract({ ...stake, account, functionName: "approve", args }));
  }
  for (const account of [...delegators, requester, governor]) {
    await done(client.writeContract({ ...reward, account, functionName: "mint", args: [account, plenty] }));
    for (const spender of [taskManager.address, rewardsCoordinator.address]) {
      await done(
        client.writeContract({ ...reward, account, functionName: "approve", args: [spender, plenty] }),
      );
    }
  }
  for (const [index, operator] of operators.entries()) {
    await registerOperator(protocol, index, index === 0 ? poisonedText : `ipfs://operator-${index}`);
    await done(delegate(protocol, delegators[0], operator, BigInt(index + 1) * 100n * one));
    await done(allocate(protocol, operator, network, (6n * one) / 10n));
  }
  await waitForAllocations(protocol);
  for (const operator of operators) await done(optIn(protocol, operator, network));
}

/**
 * Weights that change in a task's own block, a response without one operator, one with all, and a task left alone.
 *
 * @returns the first task.
 */
export async function runTasks(protocol: Protocol): Promise<Hex> {
  const { client, done, delegators, operators, requester, taskManager, inOneBlock, passTime } = protocol;
  const [delegator] = delegators;
  const hashes: Hex[] = [];
  await inOneBlock(async () => {
    hashes.push(await delegate(protocol, delegator, operators[0], 7n * one));
    hashes.push(await syncWeights(protocol, delegator, operators));
    hashes.push(await createTask(protocol, delegator, "0x1234"));
    hashes.push(await delegate(protocol, delegator, operators[0], 5n * one));
    hashes.push(await delegate(protocol, delegator, operators[1], 3n * one));
    hashes.push(await syncWeights(protocol, delegator, operators));
    hashes.push(await createTask(protocol, delegator, "0x"));
    return hashes;
  });
  const [first, second] = (await Promise.all(hashes.map((hash) => tasksOf(protocol, hash)))).flat();
  await respond(protocol, first ?? "0x", "0xc0ffee", [0]);
  await respond(protocol, second ?? "0x", "0x");
  await done(createTask(protocol, requester, `0x${"ff".repeat(40)}`));
  const [late] = await tasksOf(protocol, await createTask(protocol, requester, "0x01"));
  await passTime(61);
  await done(
    client.writeContract({
      ...taskManager,
      account: requester,
      functionName: "expire",
      args: [late ?? "0x"],
    }),
  );
  const args = [first ?? "0x"] as const;
  await done(client.writeContract({ ...taskManager, account: requester, functionName: "finalize", args }));
  return first ?? "0x";
}

/** Every setting that may change, changes. */
export async function changeSettings(protocol: Protocol): Promise<void> {
  const { client, done, operators, operatorRegistry, networkRegistry, network, governor, stakeToken } =
    protocol;
  const [operator, , leaver] = operators;
  const asOperator = { ...operatorRegistry, account: operator };
  await done(client.writeContract({ ...asOperator, functionName: "scheduleCommission", args: [900] }));
  await done(client.writeContract({ ...asOperator, functionName: "updatePayout", args: [governor] }));
  await done(
    client.writeContract({ ...asOperator, functionName: "updateMetadata", args: [`${poisonedText}2`] }),
  );

  const asOwner = { ...networkRegistry, account: governor };
  const [parameters] = await client.readContract({
    ...networkRegistry,
    functionName: "parametersOf",
    args: [network],
  });
  const changed = {
    ...parameters,
    baseFee: parameters.baseFee * 2n,
    performanceBps: 7_000,
    reporterShareBps: 2_500,
    slashSink: 2,
    slashRecipient: governor,
  };
  await done(client.writeContract({ ...asOwner, functionName: "setParameters", args: [network, changed] }));
  await done(
    client.writeContract({ ...asOwner, functionName: "setAsset", args: [network, stakeToken, 2n * one] }),
  );
  await done(client.writeContract({ ...asOwner, functionName: "setStatus", args: [network, 3] }));
  await done(client.writeContract({ ...asOwner, functionName: "setStatus", args: [network, 2] }));
  await done(syncWeights(protocol, governor, operators));

  const asLeaver = { ...networkRegistry, account: leaver };
  await done(client.writeContract({ ...asLeaver, functionName: "optOut", args: [network] }));
  await done(client.writeContract({ ...asLeaver, functionName: "optIn", args: [network] }));
  await done(client.writeContract({ ...asLeaver, functionName: "optOut", args: [network] }));
}

/** Two withdrawals, one of them completed. */
export async function withdraw(protocol: Protocol): Promise<void> {
  const { done, delegators, operators, passTime } = protocol;
  const [account] = delegators;
  const { logs } = await done(queueWithdrawal(protocol, account, operators[1], 10n * one));
  await done(queueWithdrawal(protocol, account, operators[1], one));
  await passTime(11);
  await done(completeWithdrawal(protocol, account, logs[0]?.topics[1] ?? "0x"));
}

/** A funded schedule, a root that is disabled and replaced, a claimer, and a claim through it. */
export async function payRewards(protocol: Protocol): Promise<void> {
  const { client, done, delegators, guardian, governor, network, rewardToken, rewardsCoordinator, passTime } =
    protocol;
  const { lengthSeconds } = protocol.deployment.epoch;
  const funding = [network, rewardToken, 50n * one, 1_000n, 3n] as const;
  await done(
    client.writeContract({
      ...rewardsCoordinator,
      account: governor,
      functionName: "fundSchedule",
      args: funding,
    }),
  );
  await passTime(2 * lengthSeconds);
  const [earner, claimer] = delegators;
  const tree = buildRewardTree([
    { earner, token: rewardToken, cumulative: 5n * one },
    { earner: governor, token: rewardToken, cumulative: one },
  ]);
  await submitRoot(protocol, 0n, `0x${"bd".repeat(32)}`, one);
  await done(
    client.writeContract({
      ...rewardsCoordinator,
      account: guardian,
      functionName: "disableRoot",
      args: [0n],
    }),
  );
  await submitRoot(protocol, 0n, tree.root, 6n * one);
  await submitRoot(protocol, 1n, tree.root, 6n * one);
  await passTime(6);
  const naming = {
    ...rewardsCoordinator,
    account: earner,
    functionName: "setClaimer",
    args: [claimer],
  } as const;
  await done(client.writeContract(naming));
  const proof = tree.proofOf(earner, rewardToken) ?? [];
  const args = [1n, earner, rewardToken, 5n * one, proof, claimer] as const;
  await done(client.writeContract({ ...rewardsCoordinator, account: claimer, functionName: "claim", args }));
  await done(client.writeContract({ ...naming, args: [zeroAddress] }));
  // An operator without a claimer: its payout address may claim for it.
  await done(client.writeContract({ ...naming, account: protocol.operators[0], args: [zeroAddress] }));
}

/** Groups of functions are paused, one of them twice, and one is resumed. */
export async function pauseGroups(protocol: Protocol): Promise<void> {
  const { client, done, accessManager, guardian, governor } = protocol;
  const [slashing, claims] = [4, 5] as const;
  for (const group of [slashing, claims, claims]) {
    const call = { ...accessManager, account: guardian, functionName: "pause", args: [group] } as const;
    await done(client.writeContract(call));
  }
  const call = { ...accessManager, account: governor, functionName: "resume", args: [slashing] } as const;
  await done(client.writeContract(call));
}
