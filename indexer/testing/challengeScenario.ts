import { encodeAbiParameters, type Hex, maxUint256, stringToHex } from "viem";
import { createTask, delegate, respond, tasksOf } from "./actions.ts";
import type { Protocol } from "./protocol.ts";
import { poisonedText } from "./scenario.ts";
import { challenge, challengeIn, resolveChallenge, rule, slashSigners } from "./slashActions.ts";

const one = 10n ** 18n;
export const number = (value: bigint) => encodeAbiParameters([{ type: "uint256" }], [value]);
export const factors = (...values: bigint[]) => encodeAbiParameters([{ type: "uint256[]" }], [values]);

/** Bonds come from the first delegator, who challenges. */
export async function approveBonds({ client, done, reward, delegators, challengeManager }: Protocol) {
  const args = [challengeManager.address, maxUint256] as const;
  await done(client.writeContract({ ...reward, account: delegators[0], functionName: "approve", args }));
}

export async function answeredTask(
  protocol: Protocol,
  network: Hex,
  payload: Hex,
  response: Hex,
  nonSigners: number[] = [],
): Promise<Hex> {
  const created = await createTask(protocol, protocol.requester, payload, network);
  const [taskId = "0x"] = await tasksOf(protocol, created);
  await respond(protocol, taskId, response, nonSigners);
  return taskId;
}

/**
 * A wrong response whose signers are slashed: two of them in the challenge's own transaction, between deposits of the
 * same block, the third by a later call. And a right one, which costs the challenger its bond and then becomes final.
 */
export async function challengeFactors(protocol: Protocol): Promise<void> {
  const { client, done, inOneBlock, passTime, delegators, operators, network } = protocol;
  const [account] = delegators;
  const wrong = await answeredTask(protocol, network, number(15n), factors(3n, 7n));
  const hashes: Hex[] = [];
  await inOneBlock(async () => {
    hashes.push(await delegate(protocol, account, operators[2], 2n * one));
    hashes.push(await challenge(protocol, account, wrong, [operators[0], operators[2]]));
    hashes.push(await delegate(protocol, account, operators[2], 3n * one));
    return hashes;
  });
  const challengeId = await challengeIn(protocol, hashes[1] ?? "0x");
  await slashSigners(protocol, challengeId, wrong, [operators[0], operators[1]]);

  const right = await answeredTask(protocol, network, number(15n), factors(3n, 5n));
  await done(challenge(protocol, account, right));
  await passTime(31);
  const { taskManager } = protocol;
  await done(client.writeContract({ ...taskManager, account, functionName: "finalize", args: [right] }));
}

type Undecided = { readonly taskId: Hex; readonly response: Hex; readonly challengeId: Hex };

/** Two challenges that wait for the arbiter of the other network. */
export async function challengePrices(protocol: Protocol): Promise<readonly [Undecided, Undecided]> {
  const { priceNetwork, delegators } = protocol;
  const types = [{ type: "bytes32" }, { type: "uint64" }] as const;
  const payload = encodeAbiParameters(types, [stringToHex("ETH/USD", { size: 32 }), 1_700_000_000n]);
  const undecided = async (price: bigint, nonSigners: number[]): Promise<Undecided> => {
    const response = number(price);
    const taskId = await answeredTask(protocol, priceNetwork, payload, response, nonSigners);
    const hash = await challenge(protocol, delegators[0], taskId);
    return { taskId, response, challengeId: await challengeIn(protocol, hash) };
  };
  return [await undecided(1n, [0]), await undecided(2n, [])];
}

/** The arbiter rules on one, which slashes its signers; the other is dismissed once its time has passed. */
export async function decidePrices(
  protocol: Protocol,
  [ruled, forgotten]: readonly [Undecided, Undecided],
): Promise<void> {
  const { operators, passTime } = protocol;
  await rule(protocol, ruled.taskId, ruled.response, "WRONG", poisonedText);
  await resolveChallenge(protocol, ruled.challengeId, ruled.taskId, [operators[1], operators[2]]);
  await passTime(121);
  await resolveChallenge(protocol, forgotten.challengeId, forgotten.taskId);
  await rule(protocol, forgotten.taskId, forgotten.response, "RIGHT", "");
}
