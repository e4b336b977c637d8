import { encodeAbiParameters, type Hex, keccak256, stringToHex } from "viem";
import { buildRewardTree, type RewardTree } from "../../../lib/merkle/rewardTree.ts";
import { equivocationHash, reportCommitment, responseDigest } from "../../../lib/protocol/messages.ts";
import { seededRandom } from "../../../test/support/seededRandom.ts";
import { type Call, callOf } from "./blockWriter.ts";
import { signTogether } from "./keys.ts";
import { deployer, one, type Setting } from "./setUp.ts";
import type { Answered, Task } from "./world.ts";

export const secondsPerBlock = 300;
const epochBlocks = (6 * 3600) / secondsPerBlock;
const activationBlocks = 3600 / secondsPerBlock;
const right = 1;
const wrong = 2;

const number = (value: bigint) => encodeAbiParameters([{ type: "uint256" }], [value]);
const factors = (...values: bigint[]) => encodeAbiParameters([{ type: "uint256[]" }], [values]);

/** The calls of one block after another: some hundred events each, of every kind that a living network has. */
export function createActivity({ world, networks, serving, assets, rewardToken }: Setting) {
  const random = seededRandom(1);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const amount = (tokens: number) => BigInt(1 + below(tokens * 1000)) * (one / 1000n);
  const { contracts, operators, delegators, requesters } = world;
  const roots: { epoch: number; tree: RewardTree; cumulative: bigint; at: number }[] = [];
  const announced: (() => Call)[] = [];
  let calls: Call[] = [];
  const call = (from: Hex, contract: keyof typeof contracts, name: string, ...args: unknown[]) =>
    calls.push(callOf(from, contracts[contract], name, args));

  function stake(): void {
    for (let count = 0; count < 32; count++) {
      const operator = random() < 0.7 ? pick(operators.slice(0, 55)) : pick(operators);
      const asset = random() < 0.75 ? assets[0] : assets[1];
      call(pick(delegators), "delegationManager", "delegate", operator, asset, amount(1000));
    }
    const queued = new Set<string>();
    for (let count = 0; count < 9; count++) {
      const key = pick(world.positions);
      const shares = world.shares.get(key) ?? 0n;
      if (shares < one || queued.has(key)) continue;
      queued.add(key);
      const [delegator, operator, asset] = key.split(" ") as [Hex, Hex, Hex];
      call(
        delegator,
        "delegationManager",
        "queueWithdrawal",
        operator,
        asset,
        (shares * BigInt(5 + below(40))) / 100n,
      );
    }
    const due = world.withdrawals.filter(({ unlockAt }) => unlockAt <= world.timestamp).slice(0, 12);
    world.withdrawals.splice(0, due.length);
    for (const { id, delegator } of due) call(delegator, "delegationManager", "completeWithdrawal", id);
  }

  function weights(height: number): void {
    networks.forEach((network, at) => {
      const moved = (serving[at] ?? []).filter((operator) => world.moved.get(network)?.has(operator));
      const chosen = moved.slice(0, at === 0 ? 8 : 4);
      for (const operator of chosen) world.moved.get(network)?.delete(operator);
      call(pick(requesters), "stakeRegistry", "syncWeights", network, chosen);
      const operator = pick(serving[at] ?? []);
      const asset = at === 0 ? pick(assets) : assets[0];
      const allocation = world.allocations.get(`${operator} ${network} ${asset.toLowerCase()}`);
      const magnitude = BigInt(20 + below(20)) * (one / 100n);
      if (allocation && allocation.effectiveAt <= world.timestamp && allocation.next !== magnitude) {
        call(operator, "allocationManager", "allocate", network, asset, magnitude);
      }
      const leaver = serving[at]?.[10 + (Math.floor(height / 30) % 8)] ?? "0x";
      if (height % 30 === 10) call(leaver, "networkRegistry", "optOut", network);
      if (height % 30 === 20) call(leaver, "networkRegistry", "optIn", network);
    });
    if (height % 2 === 0) {
      const [operator, about] = [pick(operators), `ipfs://operator-${below(1_000_000)}`];
      call(operator, "operatorRegistry", "updateMetadata", about);
    }
    if (height % 5 === 0) call(pick(operators), "operatorRegistry", "updatePayout", pick(delegators));
  }

  function createTasks(): void {
    for (let count = 0; count < 3; count++) {
      const payload =
        count < 2
          ? number(15n)
          : encodeAbiParameters(
              [{ type: "bytes32" }, { type: "uint64" }],
              [stringToHex("ETH/USD", { size: 32 }), BigInt(world.timestamp)],
            );
      call(pick(requesters), "taskManager", "createTask", networks[count < 2 ? 0 : 1], payload);
    }
  }

  const digestOf = (task: Task, response: Hex): Hex =>
    responseDigest({
      chainId: 31337,
      taskManager: contracts.taskManager.address,
      taskId: task.id,
      referenceBlock: task.referenceBlock,
      response,
    });
  const indexOf = (operator: Hex) => operators.indexOf(operator);

  function respond(height: number): void {
    for (const [at, task] of [...world.open].entries()) {
      if (task.deadline <= world.timestamp + secondsPerBlock) {
        if (task.deadline < world.timestamp) call(pick(requesters), "taskManager", "expire", task.id);
        continue;
      }
      // Some are never answered.
      if (BigInt(task.id) % 20n === 0n) continue;
      const isWrong = height % 20 === 0 && at === 0;
      const prices = task.network === networks[1];
      const response = prices
        ? number(BigInt(2_000 + below(1_000)))
        : isWrong
          ? factors(3n, 7n)
          : factors(3n, 5n);
      const members = [...task.members.keys()].sort();
      const total = [...task.members.values()].reduce((sum, weight) => sum + weight, 0n);
      let missing = 0n;
      const nonSigners = members.filter((operator) => {
        const weight = task.members.get(operator) ?? 0n;
        if (random() > 0.06 || (missing + weight) * 4n > total) return false;
        missing += weight;
        return true;
      });
      const signers = members.filter((operator) => !nonSigners.includes(operator)).map(indexOf);
      const signature = signTogether(signers, digestOf(task, response));
      call(
        pick(requesters),
        "taskManager",
        "respond",
        task.id,
        response,
        nonSigners,
        task.aggregateKey,
        signature,
      );
    }
  }

  function evidenceOf({ payload, response, nonSigners, members }: Answered, slashed: number) {
    const missing = new Set(nonSigners.map((operator) => operator.toLowerCase()));
    const signers = [...members.keys()].filter((operator) => !missing.has(operator)).slice(0, slashed);
    return { payload, response, nonSigners, signers };
  }

  function judge(height: number): void {
    const challenged = new Set<Hex>();
    const challengeOne = (task: Answered | undefined, slashed: number) => {
      if (!task) return;
      challenged.add(task.id);
      call(pick(requesters), "challengeManager", "challenge", task.id, evidenceOf(task, slashed));
    };
    const recent = world.answered.filter(
      ({ challengeDeadline }) => challengeDeadline >= world.timestamp + secondsPerBlock,
    );
    const isWrong = ({ response }: Answered) => response === factors(3n, 7n);
    const inFirst = ({ network }: Answered) => network === networks[0];
    challengeOne(recent.find(isWrong), 1 + below(3));
    if (height % 20 === 10) {
      challengeOne(
        recent.find((task) => inFirst(task) && !isWrong(task)),
        0,
      );
    }
    if (height % 25 === 0) {
      challengeOne(
        recent.find((task) => !inFirst(task)),
        0,
      );
    }
    for (const pending of world.pending) {
      const { id, response, challengeId } = pending;
      const verdict = BigInt(id) % 2n === 0n ? wrong : right;
      const reason = verdict === wrong ? "no exchange traded there" : "traded";
      call(deployer, "priceNetwork", "rule", id, keccak256(response), verdict, reason);
      const evidence = evidenceOf(pending, verdict === wrong ? 2 : 0);
      call(deployer, "challengeManager", "resolve", challengeId, evidence);
    }
    const closed = world.answered.filter(({ challengeDeadline }) => challengeDeadline < world.timestamp);
    for (const { id } of closed)
      if (!challenged.has(id)) call(pick(requesters), "taskManager", "finalize", id);
  }

  /** One operator signs two responses; every other time its reporter announces it a block before. */
  function equivocate(height: number): void {
    for (const report of announced.splice(0)) calls.push(report());
    const [task] = world.answered.filter(({ network }) => network === networks[0]);
    if (height % 40 !== 5 || !task) return;
    const operator = pick([...task.members.keys()].slice(20));
    const [first, second] = ["0x01", "0x02"] as const;
    const sign = (response: Hex) => signTogether([indexOf(operator)], digestOf(task, response));
    const proof = {
      taskId: task.id,
      operator,
      ...{ responseHashA: keccak256(first), signatureA: sign(first) },
      ...{ responseHashB: keccak256(second), signatureB: sign(second) },
    };
    const reporter = pick(delegators);
    call(reporter, "slashingManager", "commitReport", reportCommitment(reporter, equivocationHash(proof)));
    announced.push(() =>
      callOf(reporter, contracts.slashingManager, "proveEquivocation", Object.values(proof)),
    );
  }

  function rewards(height: number): void {
    const epoch = Math.floor(height / epochBlocks);
    if (height % 24 === 0) {
      const from = epoch + 3;
      call(
        deployer,
        "rewardsCoordinator",
        "fundSchedule",
        networks[below(2)],
        rewardToken,
        amount(100_000),
        from,
        4,
      );
    }
    if (epoch > 0 && height % epochBlocks === 2) {
      const cumulative = BigInt(epoch) * one;
      const earners = [...operators, ...delegators];
      const leaves = earners.map((earner) => ({ earner, token: rewardToken, cumulative }));
      const tree = buildRewardTree(leaves);
      const total = cumulative * BigInt(leaves.length);
      call(deployer, "rewardsCoordinator", "submitRoot", epoch - 1, tree.root, keccak256(tree.root), total);
      roots.push({ epoch: epoch - 1, tree, cumulative, at: height });
    }
    const active = roots.at(-1);
    const since = active ? height - active.at - activationBlocks - 1 : -1;
    if (!active || since < 0) return;
    const earners = [...operators, ...delegators].slice(since * 9, since * 9 + 9);
    for (const earner of earners) {
      const proof = active.tree.proofOf(earner, rewardToken) ?? [];
      const args = [active.epoch, earner, rewardToken, active.cumulative, proof, earner];
      call(earner, "rewardsCoordinator", "claim", ...args);
    }
    if (height % 3 === 0) call(pick(delegators), "rewardsCoordinator", "setClaimer", pick(delegators));
  }

  /** The calls for the block at `height`, counted from the first one made here. */
  return (height: number): readonly Call[] => {
    calls = [];
    rewards(height);
    stake();
    respond(height);
    judge(height);
    equivocate(height);
    weights(height);
    createTasks();
    return calls;
  };
}
