import { encodeAbiParameters, type Hex, numberToHex, stringToHex } from "viem";
import { createTask, respond } from "../../../indexer/testing/actions.ts";
import type { Simulation } from "../simulation.ts";
import { assignedTo, isOpen, openNetworks, type TaskState, tasks } from "./knowledge.ts";
import type { Move } from "./Move.ts";

const word = (value: bigint) => encodeAbiParameters([{ type: "uint256" }], [value]);

const creation: Move = {
  name: "create a task",
  weight: 12,
  async play(simulation) {
    const { random, protocol } = simulation;
    const network = random.pick(openNetworks(simulation))?.address;
    if (!network || !isOpen(simulation, "tasks") || !(await hasOperators(simulation, network))) return false;
    const times = random.chance(0.8) ? 1 : 2;
    for (let time = 0; time < times; time++) {
      const from = random.pick([protocol.requester, ...protocol.delegators]);
      await protocol.done(createTask(protocol, from, payloadFor(simulation, network), network));
    }
    return true;
  },
};

/** As many as it wants, with weight now. */
async function hasOperators({ protocol }: Simulation, network: Hex): Promise<boolean> {
  const { client, stakeRegistry, networkRegistry, operators } = protocol;
  const [parameters] = await client.readContract({
    ...networkRegistry,
    functionName: "parametersOf",
    args: [network],
  });
  const weights = await Promise.all(
    operators.map((operator) =>
      client.readContract({ ...stakeRegistry, functionName: "weightOf", args: [network, operator] }),
    ),
  );
  return weights.filter((weight) => weight > 0n).length >= Math.max(1, parameters.minimumOperators);
}

function payloadFor({ random, protocol }: Simulation, network: Hex): Hex {
  if (random.chance(0.1)) return numberToHex(random.amount(0n, 2n ** 64n), { size: random.integer(9, 80) });
  if (network === protocol.network) return word(random.amount(2n, 5_000n));
  const types = [{ type: "bytes32" }, { type: "uint64" }] as const;
  return encodeAbiParameters(types, [stringToHex("ETH/USD", { size: 32 }), BigInt(random.integer(1, 1e9))]);
}

const response: Move = {
  name: "respond",
  weight: 14,
  async play(simulation) {
    const { random, protocol, now } = simulation;
    const open = tasks(simulation).filter(({ status, deadline }) => status === "OPEN" && deadline >= now);
    const task = random.pick(open);
    if (!task || !isOpen(simulation, "tasks")) return false;
    const nonSigners = await absent(simulation, task);
    if (!nonSigners) return false;
    await respond(protocol, task.id, responseTo(simulation, task), nonSigners);
    return true;
  },
};

/** Some of the assigned, by place, so few that the others reach the quorum; undefined when nobody is assigned. */
async function absent(simulation: Simulation, task: TaskState): Promise<number[] | undefined> {
  const { random, protocol } = simulation;
  const { client, taskManager } = protocol;
  const assigned = await assignedTo(simulation, task);
  if (assigned.length === 0) return undefined;
  const of = { ...taskManager, args: [task.id] } as const;
  const { quorumBps } = await client.readContract({ ...of, functionName: "taskOf" });
  const total = assigned.reduce((sum, { weight }) => sum + weight, 0n);
  const chosen = random.chance(0.4) ? [] : random.some(assigned);
  const missing = chosen.reduce((sum, { weight }) => sum + weight, 0n);
  const isQuorum = (total - missing) * 10_000n >= total * BigInt(quorumBps) && missing < total;
  return isQuorum ? chosen.map(({ index }) => index) : [];
}

function responseTo({ random, protocol }: Simulation, { network, payload }: TaskState): Hex {
  if (network === protocol.network) {
    const isRight = random.chance(0.55);
    const factors = payload.length === 66 ? factorsOf(BigInt(payload)) : [];
    return encodeAbiParameters([{ type: "uint256[]" }], [isRight ? factors : [...factors, 7n]]);
  }
  // Of another length a price is wrong without anybody's ruling.
  return random.chance(0.15) ? "0xbad0" : word(random.amount(1n, 10n ** 12n));
}

/** Prime factors, ascending; none of a number that the network does not take. */
function factorsOf(number: bigint): bigint[] {
  if (number < 2n || number >= 2n ** 64n) return [];
  const factors: bigint[] = [];
  let left = number;
  for (let factor = 2n; factor * factor <= left; factor++) {
    while (left % factor === 0n) {
      factors.push(factor);
      left /= factor;
    }
  }
  return left > 1n ? [...factors, left] : factors;
}

const finalisation: Move = {
  name: "finalize tasks",
  weight: 6,
  async play(simulation) {
    const { random, protocol, now } = simulation;
    if (!isOpen(simulation, "tasks") || !isOpen(simulation, "slashing")) return false;
    const due = tasks(simulation).filter(
      ({ status, challengeDeadline }) => status === "RESPONDED" && challengeDeadline < now,
    );
    await close(protocol, "finalize", random.some(due).slice(0, 3));
    return due.length > 0;
  },
};

const expiry: Move = {
  name: "expire tasks",
  weight: 5,
  async play(simulation) {
    const { random, protocol, now } = simulation;
    const late = tasks(simulation).filter(({ status, deadline }) => status === "OPEN" && deadline < now);
    await close(protocol, "expire", random.some(late).slice(0, 2));
    return late.length > 0;
  },
};

async function close(
  { client, done, taskManager, reporter }: Simulation["protocol"],
  functionName: "finalize" | "expire",
  some: readonly TaskState[],
): Promise<void> {
  for (const { id } of some) {
    await done(client.writeContract({ ...taskManager, account: reporter, functionName, args: [id] }));
  }
}

export const taskMoves: readonly Move[] = [creation, response, finalisation, expiry];
