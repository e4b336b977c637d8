import { encodeFunctionData, type Hex } from "viem";
import { commitReport, equivocation, proveEquivocation } from "../../../indexer/testing/slashActions.ts";
import { batchAddress, batchOf } from "../batch.ts";
import type { Simulation } from "../simulation.ts";
import { assignedTo, isOpen, lower, type Operator, type TaskState, tasks } from "./knowledge.ts";
import type { Move } from "./Move.ts";
import { deposit, openPool } from "./stake.ts";

type Offence = { readonly task: TaskState; readonly operator: Operator };
const announcedKey = "announced";
type Announced = { readonly taskId: Hex; readonly index: number; readonly from: Hex };

/** Operators that could sign two responses to a task and be slashed for it, in any order; few are looked at. */
async function offences(simulation: Simulation): Promise<Offence[]> {
  const { random, ledger, protocol, now } = simulation;
  const { client, networkRegistry } = protocol;
  if (!isOpen(simulation, "slashing")) return [];
  const slashed = new Set(
    ledger
      .of("OperatorSlashed")
      .flatMap((event) => (event.offence === 1 ? [`${event.taskId}${lower(event.operator)}`] : [])),
  );
  const found: Offence[] = [];
  for (const task of random.shuffled(tasks(simulation)).slice(0, 4)) {
    for (const operator of await assignedTo(simulation, task)) {
      const args = [task.network, operator.address] as const;
      const until = await client.readContract({ ...networkRegistry, functionName: "slashableUntil", args });
      const isOpenYet = until > now && !slashed.has(`${task.id}${operator.address}`);
      if (isOpenYet) found.push({ task, operator });
    }
  }
  return random.shuffled(found);
}

async function prove({ protocol }: Simulation, { task, operator }: Offence, from: Hex): Promise<void> {
  const proof = await equivocation(protocol, task.id, operator.index);
  await protocol.done(proveEquivocation(protocol, from, proof));
}

const slashBetweenDeposits: Move = {
  name: "slash between deposits",
  weight: 4,
  async play(simulation) {
    const { random, protocol } = simulation;
    const [offence] = await offences(simulation);
    if (!offence) return false;
    const pools = [await openPool(simulation, offence.operator.address), await openPool(simulation)];
    const deposits = async () => {
      for (const pool of pools) if (pool && random.chance(0.7)) await deposit(simulation, pool);
    };
    await deposits();
    await prove(simulation, offence, random.pick([protocol.requester, ...protocol.delegators]));
    await deposits();
    return true;
  },
};

const twoSlashes: Move = {
  name: "two slashes in one transaction",
  weight: 3,
  async play(simulation) {
    const { protocol } = simulation;
    const { client, done, slashingManager, requester } = protocol;
    const [first, ...others] = await offences(simulation);
    // Of one operator on two tasks, if there are.
    const second = others.find(({ operator }) => operator.index === first?.operator.index) ?? others[0];
    if (!first || !second) return false;
    const calls = [];
    for (const { task, operator } of [first, second]) {
      const args = await equivocation(protocol, task.id, operator.index);
      const data = encodeFunctionData({ ...slashingManager, functionName: "proveEquivocation", args });
      calls.push({ address: slashingManager.address, data });
    }
    const transaction = { account: requester, to: batchAddress, data: batchOf(calls), chain: null } as const;
    await done(client.sendTransaction({ ...transaction, gas: 12_000_000n }));
    return true;
  },
};

const announcement: Move = {
  name: "announce a report",
  weight: 2,
  async play(simulation) {
    const { protocol, memory } = simulation;
    const [offence] = await offences(simulation);
    if (!offence) return false;
    const { task, operator } = offence;
    await commitReport(protocol, protocol.reporter, await equivocation(protocol, task.id, operator.index));
    const announced: Announced = { taskId: task.id, index: operator.index, from: protocol.reporter };
    memory.set(announcedKey, announced);
    return true;
  },
};

const announcedSlash: Move = {
  name: "slash what was announced",
  weight: 4,
  async play(simulation) {
    const { protocol, memory, ledger } = simulation;
    const announced = memory.get(announcedKey) as Announced | undefined;
    memory.delete(announcedKey);
    if (!announced || !isOpen(simulation, "slashing")) return false;
    const operator = protocol.operators[announced.index];
    const isSlashed = ledger
      .of("OperatorSlashed")
      .some(
        (event) =>
          event.taskId === announced.taskId && lower(event.operator) === operator && event.offence === 1,
      );
    if (isSlashed || !tasks(simulation).some(({ id }) => id === announced.taskId)) return false;
    const proof = await equivocation(protocol, announced.taskId, announced.index);
    await protocol.done(proveEquivocation(protocol, announced.from, proof));
    return true;
  },
};

const unpaidSlash: Move = {
  name: "slash while a token refuses",
  weight: 1.5,
  async play(simulation) {
    const { random, protocol, stage } = simulation;
    const [offence] = await offences(simulation);
    if (!offence) return false;
    await simulation.refuse(random.pick(stage.tokens));
    await prove(simulation, offence, protocol.reporter);
    return true;
  },
};

const distribution: Move = {
  name: "distribute what was slashed",
  weight: 4,
  async play({ random, ledger, protocol }) {
    const { client, done, slashingManager, requester } = protocol;
    const paid = new Set(ledger.of("SlashDistributed").map(({ slashId, asset }) => `${slashId}${asset}`));
    const deferred = ledger
      .of("SlashDistributionDeferred")
      .filter(({ slashId, asset }) => !paid.has(`${slashId}${asset}`));
    const chosen = random.pick(deferred);
    if (!chosen) return false;
    const args = [chosen.slashId, chosen.asset] as const;
    await done(
      client.writeContract({ ...slashingManager, account: requester, functionName: "distribute", args }),
    );
    return true;
  },
};

export const slashMoves: readonly Move[] = [
  ...[slashBetweenDeposits, twoSlashes, announcement],
  ...[announcedSlash, unpaidSlash, distribution],
];
