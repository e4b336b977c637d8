import type { Hex } from "viem";
import { emitRuling, sayings } from "../../../indexer/testing/hostileNetwork.ts";
import { poisonedText } from "../../../indexer/testing/scenario.ts";
import { challenge, resolveChallenge, rule, slashSigners } from "../../../indexer/testing/slashActions.ts";
import type { Simulation } from "../simulation.ts";
import { isOpen, lower, networks, signersOf, type TaskState, tasks, upheld } from "./knowledge.ts";
import type { Move } from "./Move.ts";
import { deposit, openPool } from "./stake.ts";

/** Tasks whose network has a contract that can decide. */
const decidable = ({ protocol }: Simulation, { network }: TaskState) =>
  network === protocol.network || network === protocol.priceNetwork;

const raising: Move = {
  name: "challenge",
  weight: 9,
  async play(simulation) {
    const { random, protocol, now } = simulation;
    if (!isOpen(simulation, "slashing")) return false;
    const task = random.pick(
      tasks(simulation).filter(
        (one) => one.status === "RESPONDED" && one.challengeDeadline >= now && decidable(simulation, one),
      ),
    );
    if (!task) return false;
    const signers = await signersOf(simulation, task);
    // Deposits of the same block, before and after a slash of several operators in one transaction.
    const pool = random.chance(0.5) ? await openPool(simulation, signers[0]) : undefined;
    if (pool) await deposit(simulation, pool);
    const from = random.pick([...protocol.delegators, protocol.reporter]);
    const slashed = random.chance(0.8) ? random.some(signers) : [];
    await protocol.done(challenge(protocol, from, task.id, slashed));
    if (pool) await deposit(simulation, pool);
    return true;
  },
};

const lateSlash: Move = {
  name: "slash signers that a challenge left",
  weight: 8,
  async play(simulation) {
    const { random, ledger, protocol } = simulation;
    if (!isOpen(simulation, "slashing")) return false;
    const won = ledger.of("ChallengeResolved").filter(({ outcome }) => outcome === upheld);
    for (const { challengeId, taskId } of random.shuffled(won)) {
      const task = tasks(simulation).find(({ id }) => id === taskId);
      const left = task ? await unpunished(simulation, task) : [];
      if (left.length === 0) continue;
      await slashSigners(protocol, challengeId, taskId, random.some(left));
      return true;
    }
    return false;
  },
};

async function unpunished(simulation: Simulation, task: TaskState): Promise<Hex[]> {
  const slashed = simulation.ledger
    .of("OperatorSlashed")
    .filter(({ taskId, offence }) => taskId === task.id && offence === 0)
    .map(({ operator }) => lower(operator));
  return (await signersOf(simulation, task)).filter((signer) => !slashed.includes(signer));
}

const ruling: Move = {
  name: "rule",
  weight: 5,
  async play(simulation) {
    const { random, ledger, protocol } = simulation;
    const ruled = new Set(ledger.of("Ruled").map(({ taskId, responseHash }) => `${taskId}${responseHash}`));
    const task = random.pick(
      tasks(simulation).filter(
        ({ network, status, id, responseHash }) =>
          network === protocol.priceNetwork &&
          (status === "CHALLENGED" || (status === "RESPONDED" && random.chance(0.2))) &&
          !ruled.has(`${id}${responseHash}`),
      ),
    );
    if (!task?.response) return false;
    const reason = random.chance(0.3) ? poisonedText : "";
    await rule(protocol, task.id, task.response, random.chance(0.4) ? "RIGHT" : "WRONG", reason);
    return true;
  },
};

const resolution: Move = {
  name: "resolve a challenge",
  weight: 8,
  async play(simulation) {
    const { random, ledger, protocol, now } = simulation;
    if (!isOpen(simulation, "slashing")) return false;
    const resolved = new Set(ledger.of("ChallengeResolved").map(({ challengeId }) => challengeId));
    const rulings = new Map(ledger.of("Ruled").map((event) => [event.taskId, event.verdict]));
    const pending = ledger
      .of("ChallengeRaised")
      .filter(
        (event) => !resolved.has(event.challengeId) && (rulings.has(event.taskId) || event.resolveBy < now),
      );
    const chosen = random.pick(pending);
    const task = tasks(simulation).find(({ id }) => id === chosen?.taskId);
    if (!chosen || !task) return false;
    const isWrong = rulings.get(task.id) === 2 && chosen.resolveBy >= now;
    const signers = isWrong ? random.some(await signersOf(simulation, task)) : [];
    // A bond that cannot be paid now is kept.
    if (random.chance(0.25)) await simulation.refuse(protocol.rewardToken);
    await resolveChallenge(protocol, chosen.challengeId, task.id, signers);
    return true;
  },
};

const saying: Move = {
  name: "a network says what it likes",
  weight: 2,
  async play(simulation) {
    const { random, protocol, stage } = simulation;
    const task = random.pick(tasks(simulation));
    const isRegistered = networks(simulation).some(({ address }) => address === stage.hostileNetwork);
    if (!task || !isRegistered) return false;
    await emitRuling(protocol, stage.hostileNetwork, task.id, random.pick(sayings) ?? "0x");
    return true;
  },
};

const settlement: Move = {
  name: "settle a bond",
  weight: 4,
  async play({ random, ledger, protocol }) {
    const { client, done, challengeManager, requester } = protocol;
    const settled = new Set(ledger.of("BondSettled").map(({ challengeId }) => challengeId));
    const held = random.pick(ledger.of("BondHeld").filter(({ challengeId }) => !settled.has(challengeId)));
    if (!held) return false;
    const call = { ...challengeManager, account: requester, args: [held.challengeId] } as const;
    await done(client.writeContract({ ...call, functionName: "settleBond" }));
    return true;
  },
};

export const challengeMoves: readonly Move[] = [
  ...[raising, lateSlash, ruling, resolution],
  ...[saying, settlement],
];
