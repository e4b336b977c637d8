import { encodeAbiParameters, type Hex, keccak256, parseEventLogs } from "viem";
import { createTask, signatureOf, tasksOf } from "./actions.ts";
import type { Protocol } from "./protocol.ts";

/** Two responses that an operator signed for one task. */
type Equivocation = readonly [Hex, Hex, Hex, Hex, Hex, Hex];

/** The arguments of `proveEquivocation`, with signatures that the operator really made. */
export async function equivocation(protocol: Protocol, taskId: Hex, index: number): Promise<Equivocation> {
  const [one, other] = ["0x01", "0x02"] as const;
  return [
    taskId,
    protocol.operators[index] ?? "0x",
    keccak256(one),
    await signatureOf(protocol, taskId, index, one),
    keccak256(other),
    await signatureOf(protocol, taskId, index, other),
  ];
}

export async function proveEquivocation(protocol: Protocol, from: Hex, proof: Equivocation): Promise<Hex> {
  const { client, slashingManager } = protocol;
  const call = { ...slashingManager, account: from, functionName: "proveEquivocation", args: proof } as const;
  return client.writeContract(call);
}

/** A new task, and an operator that signs two responses to it and is slashed for that. */
export async function slashOnNewTask(protocol: Protocol, index: number, payload: Hex): Promise<void> {
  const { done, requester } = protocol;
  const created = await createTask(protocol, requester, payload);
  const [taskId = "0x"] = await tasksOf(protocol, created);
  await done(proveEquivocation(protocol, requester, await equivocation(protocol, taskId, index)));
}

/** Announces a proof, so that the reporter earns its share. */
export async function commitReport(protocol: Protocol, from: Hex, proof: Equivocation): Promise<void> {
  const { client, done, slashingManager } = protocol;
  const evidenceHash = await client.readContract({
    ...slashingManager,
    functionName: "evidenceHashOf",
    args: proof,
  });
  const types = [{ type: "address" }, { type: "bytes32" }] as const;
  const commitment = keccak256(encodeAbiParameters(types, [from, evidenceHash]));
  const args = [commitment] as const;
  await done(client.writeContract({ ...slashingManager, account: from, functionName: "commitReport", args }));
}

/** What a challenge of an accepted response must show, as the task's own events say it. */
async function evidenceOf(protocol: Protocol, taskId: Hex, signers: readonly Hex[]) {
  const { client, taskManager } = protocol;
  const logs = await client.getLogs({ address: taskManager.address, fromBlock: 0n, toBlock: "latest" });
  const of = { abi: taskManager.abi, logs, args: { taskId } };
  const [created] = parseEventLogs({ ...of, eventName: "TaskCreated" });
  const [responded] = parseEventLogs({ ...of, eventName: "TaskResponded" });
  if (!created || !responded) throw new Error(`${taskId} has no response`);
  const { response, nonSigners } = responded.args;
  return { payload: created.args.payload, response, nonSigners, signers };
}

/** Posts the bond and challenges; if the verifier agrees at once, `signers` are slashed in the same transaction. */
export async function challenge(
  protocol: Protocol,
  from: Hex,
  taskId: Hex,
  signers: readonly Hex[] = [],
): Promise<Hex> {
  const { client, challengeManager } = protocol;
  const args = [taskId, await evidenceOf(protocol, taskId, signers)] as const;
  return client.writeContract({ ...challengeManager, account: from, functionName: "challenge", args });
}

/** The id of the challenge that a transaction raised. */
export async function challengeIn(protocol: Protocol, hash: Hex): Promise<Hex> {
  const { logs } = await protocol.client.waitForTransactionReceipt({ hash });
  const { abi } = protocol.challengeManager;
  const [raised] = parseEventLogs({ abi, eventName: "ChallengeRaised", logs });
  return raised?.args.challengeId ?? "0x";
}

export async function resolveChallenge(
  protocol: Protocol,
  challengeId: Hex,
  taskId: Hex,
  signers: readonly Hex[] = [],
): Promise<void> {
  const { client, done, challengeManager, requester } = protocol;
  const args = [challengeId, await evidenceOf(protocol, taskId, signers)] as const;
  await done(
    client.writeContract({ ...challengeManager, account: requester, functionName: "resolve", args }),
  );
}

/** Slashes signers that the challenge itself left over. */
export async function slashSigners(
  protocol: Protocol,
  challengeId: Hex,
  taskId: Hex,
  signers: readonly Hex[],
): Promise<void> {
  const { client, done, challengeManager, requester } = protocol;
  const { nonSigners } = await evidenceOf(protocol, taskId, signers);
  const args = [challengeId, nonSigners, signers] as const;
  await done(
    client.writeContract({ ...challengeManager, account: requester, functionName: "slashSigners", args }),
  );
}

/** The arbiter, who is the governor here, rules. */
export async function rule(
  protocol: Protocol,
  taskId: Hex,
  response: Hex,
  verdict: "RIGHT" | "WRONG",
  reason: string,
): Promise<void> {
  const { client, done, arbitrated, governor } = protocol;
  const args = [taskId, keccak256(response), verdict === "RIGHT" ? 1 : 2, reason] as const;
  await done(client.writeContract({ ...arbitrated, account: governor, functionName: "rule", args }));
}
