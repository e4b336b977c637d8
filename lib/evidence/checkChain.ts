import { type Hex, keccak256, type PublicClient, parseEventLogs } from "viem";
import { operatorRegistryAbi } from "../../contracts/generated/operatorRegistry.ts";
import { slashingManagerAbi } from "../../contracts/generated/slashingManager.ts";
import { stakeRegistryAbi } from "../../contracts/generated/stakeRegistry.ts";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import { ask, checkIdentity } from "./ask.ts";
import type { EvidenceBundle } from "./bundle.ts";
import type { Check } from "./Check.ts";
import { encodeProof, equivocationOf, proofArguments } from "./equivocationOf.ts";
import { simulate } from "./simulate.ts";

/**
 * What a bundle says of the chain, compared with the chain. The contracts are those that the bundle names: whether they are
 * the network's is for the caller to know.
 * @throws an error of the node when it does not answer at all.
 */
export async function checkChain(bundle: EvidenceBundle, chain: PublicClient): Promise<Check[]> {
  const ours = await checkIdentity(bundle, chain);
  if (!ours.holds) return [ours];
  return [
    ours,
    ...(await Promise.all([
      checkContracts(bundle, chain),
      checkTask(bundle, chain),
      checkKey(bundle, chain),
      checkRegistration(bundle, chain),
      checkWeights(bundle, chain),
      checkEvidenceHash(bundle, chain),
      checkSimulation(bundle, chain),
      checkNow(bundle, chain),
    ])),
  ];
}

function checkContracts({ contracts }: EvidenceBundle, chain: PublicClient): Promise<Check> {
  const slashing = { address: contracts.slashingManager, abi: slashingManagerAbi } as const;
  const facts = {
    name: "contracts",
    yes: "the slashing manager works with these contracts",
    no: "the slashing manager works with other contracts",
  };
  return ask(facts, async () => {
    const named = await Promise.all([
      chain.readContract({ ...slashing, functionName: "taskManager" }),
      chain.readContract({ ...slashing, functionName: "operatorRegistry" }),
      chain.readContract({ ...slashing, functionName: "stakeRegistry" }),
    ]);
    const { taskManager, operatorRegistry, stakeRegistry } = contracts;
    return named.join().toLowerCase() === [taskManager, operatorRegistry, stakeRegistry].join();
  });
}

function checkTask({ contracts, task }: EvidenceBundle, chain: PublicClient): Promise<Check> {
  const facts = {
    name: "task",
    yes: "network, payload and reference block are the task's",
    no: "network, payload or reference block are not the task's, or there is no such task",
  };
  return ask(facts, async () => {
    const call = { address: contracts.taskManager, abi: taskManagerAbi, functionName: "taskOf" } as const;
    const { network, payloadHash, referenceBlock } = await chain.readContract({ ...call, args: [task.id] });
    return (
      network.toLowerCase() === task.network &&
      payloadHash === keccak256(task.payload) &&
      referenceBlock === task.referenceBlock
    );
  });
}

function checkKey({ contracts, operator }: EvidenceBundle, chain: PublicClient): Promise<Check> {
  const facts = {
    name: "key",
    yes: "the key is registered for the operator",
    no: "the operator has another key, or none",
  };
  return ask(facts, async () => {
    const call = { address: contracts.operatorRegistry, abi: operatorRegistryAbi } as const;
    const args = [operator.address] as const;
    return (await chain.readContract({ ...call, functionName: "blsKeyOf", args })) === operator.blsKey;
  });
}

function checkRegistration({ contracts, operator }: EvidenceBundle, chain: PublicClient): Promise<Check> {
  const facts = {
    name: "registration",
    yes: "the transaction registered the operator with this key",
    no: "the transaction registered no such operator with this key",
  };
  return ask(facts, async () => {
    const { logs } = await chain.getTransactionReceipt({ hash: operator.registeredTx });
    const own = logs.filter((log) => log.address.toLowerCase() === contracts.operatorRegistry);
    return parseEventLogs({ abi: operatorRegistryAbi, eventName: "OperatorRegistered", logs: own }).some(
      ({ args }) => args.operator.toLowerCase() === operator.address && args.blsKey === operator.blsKey,
    );
  });
}

function checkWeights({ contracts, task, operator, weights }: EvidenceBundle, chain: PublicClient) {
  const facts = {
    name: "weights",
    yes: "the operator had this weight at the reference block, and the network this total",
    no: "the operator or the network had another weight at the reference block",
  };
  return ask(facts, async () => {
    const call = { address: contracts.stakeRegistry, abi: stakeRegistryAbi } as const;
    const [own, total] = await Promise.all([
      chain.readContract({
        ...call,
        functionName: "weightAt",
        args: [task.network, operator.address, task.referenceBlock],
      }),
      chain.readContract({
        ...call,
        functionName: "totalWeightAt",
        args: [task.network, task.referenceBlock],
      }),
    ]);
    return own > 0n && own === weights.operator && total === weights.total;
  });
}

function checkEvidenceHash(bundle: EvidenceBundle, chain: PublicClient): Promise<Check> {
  const facts = {
    name: "evidence hash on chain",
    yes: "the contract computes the same hash",
    no: "the contract computes another hash",
  };
  return ask(facts, async () => {
    const call = { address: bundle.contracts.slashingManager, abi: slashingManagerAbi } as const;
    const args = proofArguments(equivocationOf(bundle));
    return (
      (await chain.readContract({ ...call, functionName: "evidenceHashOf", args })) === bundle.evidenceHash
    );
  });
}

/** Repeats the simulation that the bundle reports. Nodes forget old states: then nothing follows. */
async function checkSimulation({ simulation, slash }: EvidenceBundle, chain: PublicClient): Promise<Check> {
  const name = "simulation";
  try {
    const block = await chain.getBlock({ blockNumber: simulation.block });
    if (block.hash !== simulation.blockHash)
      return { name, holds: false, detail: `block ${simulation.block} of this chain has another hash` };
    const outcome = await simulate(chain, slash, simulation.block);
    const holds = outcome === simulation.outcome;
    return { name, holds, detail: `at block ${simulation.block}: ${outcome}` };
  } catch {
    return { name, holds: null, detail: `the node no longer has the state of block ${simulation.block}` };
  }
}

/** Either the offence is punished, or the contract would slash for it now. */
async function checkNow(bundle: EvidenceBundle, chain: PublicClient): Promise<Check> {
  const name = "slashable";
  const { slashingManager: address } = bundle.contracts;
  const data: Hex = encodeProof(equivocationOf(bundle));
  const outcome = await simulate(chain, { to: address, data }, undefined);
  if (outcome === "slashed") return { name, holds: true, detail: "the contract slashes for it now" };
  const isPunished = outcome.startsWith("AlreadySlashed");
  const detail = isPunished ? "the operator is slashed for this offence" : `the contract says ${outcome}`;
  return { name, holds: isPunished, detail };
}
