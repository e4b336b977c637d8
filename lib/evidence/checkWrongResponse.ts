import { keccak256, type PublicClient } from "viem";
import { challengeManagerAbi } from "../../contracts/generated/challengeManager.ts";
import { stakeRegistryAbi } from "../../contracts/generated/stakeRegistry.ts";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import { nonSignersHash } from "../protocol/nonSignersHash.ts";
import { ask, checkIdentity } from "./ask.ts";
import type { Check } from "./Check.ts";
import { challengeEvidence, encodeChallenge } from "./encodeChallenge.ts";
import { readVerdict } from "./readVerdict.ts";
import type { WrongResponseBundle } from "./wrongResponse.ts";

/** What such a bundle says by itself: not yet that the response is wrong, which only module or verifier can say. */
export function checkWrongResponse(bundle: WrongResponseBundle): Check[] {
  const { accepted, computed, challenge, contracts, task } = bundle;
  const participants = participantsOf(bundle);
  const evidence = challengeEvidence({ payload: task.payload, response: accepted.response }, participants);
  const signed = bundle.signers.reduce((sum, { weight }) => sum + weight, 0n);
  const names = participants.map(({ operator }) => operator);
  return [
    check(
      "response hash",
      keccak256(accepted.response) === accepted.responseHash,
      "the hash is the accepted response's",
      "the hash is another response's",
    ),
    check(
      "two responses",
      computed !== accepted.response,
      "what was computed is another response",
      "what was computed is the accepted response",
    ),
    check(
      "signers",
      new Set(names).size === names.length && signed > 0n && signed <= bundle.totalWeight,
      "each operator signed or did not, with weights within the total",
      "an operator is named twice, or the weights are not within the total",
    ),
    check(
      "calldata",
      challenge.to === contracts.challengeManager && challenge.data === encodeChallenge(task.id, evidence),
      "the call challenges this response",
      "the call shows something else, or to somebody else",
    ),
  ];
}

/**
 * What it says of the chain, compared with the chain; and what the network's verifier says now.
 * @throws an error of the node when it does not answer at all.
 */
export async function checkWrongResponseOnChain(
  bundle: WrongResponseBundle,
  chain: PublicClient,
): Promise<Check[]> {
  const identity = await checkIdentity(bundle, chain);
  if (!identity.holds) return [identity];
  return [
    identity,
    ...(await Promise.all([
      checkContracts(bundle, chain),
      checkTask(bundle, chain),
      checkWeights(bundle, chain),
      checkVerdictThen(bundle, chain),
      checkVerdictNow(bundle, chain),
    ])),
  ];
}

/** Ascending by address, as the rows that it was made of. */
function participantsOf({ accepted, signers }: WrongResponseBundle) {
  const missing = accepted.nonSigners.map((operator) => ({ operator, signed: false }));
  return [...missing, ...signers.map(({ operator }) => ({ operator, signed: true }))].sort((one, other) =>
    one.operator < other.operator ? -1 : 1,
  );
}

function checkContracts({ contracts }: WrongResponseBundle, chain: PublicClient): Promise<Check> {
  const facts = {
    name: "contracts",
    yes: "the challenge manager works with these contracts",
    no: "the challenge manager works with other contracts",
  };
  const challenges = { address: contracts.challengeManager, abi: challengeManagerAbi } as const;
  return ask(facts, async () => {
    const named = await Promise.all([
      chain.readContract({ ...challenges, functionName: "taskManager" }),
      chain.readContract({ ...challenges, functionName: "stakeRegistry" }),
    ]);
    return named.join().toLowerCase() === [contracts.taskManager, contracts.stakeRegistry].join();
  });
}

function checkTask({ contracts, task, accepted }: WrongResponseBundle, chain: PublicClient): Promise<Check> {
  const facts = {
    name: "task",
    yes: "network, payload, reference block, accepted response and non-signers are the task's",
    no: "network, payload, reference block, accepted response or non-signers are not the task's",
  };
  return ask(facts, async () => {
    const call = { address: contracts.taskManager, abi: taskManagerAbi, functionName: "taskOf" } as const;
    const onChain = await chain.readContract({ ...call, args: [task.id] });
    return (
      onChain.network.toLowerCase() === task.network &&
      onChain.payloadHash === keccak256(task.payload) &&
      onChain.referenceBlock === task.referenceBlock &&
      onChain.responseHash === accepted.responseHash &&
      onChain.nonSignersHash === nonSignersHash(accepted.nonSigners)
    );
  });
}

function checkWeights(bundle: WrongResponseBundle, chain: PublicClient): Promise<Check> {
  const facts = {
    name: "weights",
    yes: "each signer had this weight at the reference block, and the network this total",
    no: "a signer or the network had another weight at the reference block",
  };
  const { contracts, task, signers, totalWeight } = bundle;
  const call = { address: contracts.stakeRegistry, abi: stakeRegistryAbi } as const;
  return ask(facts, async () => {
    const at = [task.network, task.referenceBlock] as const;
    const total = await chain.readContract({ ...call, functionName: "totalWeightAt", args: at });
    const weights = await Promise.all(
      signers.map(({ operator }) =>
        chain.readContract({
          ...call,
          functionName: "weightAt",
          args: [task.network, operator, task.referenceBlock],
        }),
      ),
    );
    return total === totalWeight && signers.every(({ weight }, index) => weight === weights[index]);
  });
}

const subjectOf = ({ task, accepted }: WrongResponseBundle) => ({
  ...{ network: task.network, task_id: task.id, payload: task.payload, response: accepted.response },
});

/** Repeats what the bundle reports. Nodes forget old states: then nothing follows. */
async function checkVerdictThen(bundle: WrongResponseBundle, chain: PublicClient): Promise<Check> {
  const name = "verdict then";
  const { block, blockHash, outcome } = bundle.verdict;
  try {
    if ((await chain.getBlock({ blockNumber: block })).hash !== blockHash)
      return { name, holds: false, detail: `block ${block} of this chain has another hash` };
    const said = await readVerdict(chain, subjectOf(bundle), block);
    return { name, holds: said === outcome, detail: `at block ${block} the verifier says ${said}` };
  } catch {
    return { name, holds: null, detail: `the node no longer has the state of block ${block}` };
  }
}

async function checkVerdictNow(bundle: WrongResponseBundle, chain: PublicClient): Promise<Check> {
  const said = await readVerdict(chain, subjectOf(bundle));
  const holds = said === "undecided" ? null : said === "wrong";
  return { name: "verdict now", holds, detail: `the network's verifier says ${said}` };
}

function check(name: string, holds: boolean, yes: string, no: string): Check {
  return { name, holds, detail: holds ? yes : no };
}
