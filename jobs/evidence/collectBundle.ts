import { type Hex, keccak256, type PublicClient } from "viem";
import { taskManagerAbi } from "../../contracts/generated/taskManager.ts";
import { decompressG2, encodeG2 } from "../../lib/bls/points.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import type { Database } from "../../lib/database/createDatabase.ts";
import { RetryableError } from "../../lib/errors/NektarError.ts";
import { type EvidenceBundle, makeBundle } from "../../lib/evidence/bundle.ts";
import { encodeProof, equivocationOf } from "../../lib/evidence/equivocationOf.ts";
import { simulate } from "../../lib/evidence/simulate.ts";
import { equivocationHash, responseDigest, taskIdOf } from "../../lib/protocol/messages.ts";
import { findSubject, listTwoResponses, type Offence } from "./queries.ts";

type Subject = NonNullable<Awaited<ReturnType<typeof findSubject>>>;
type Sources = { readonly db: Database; readonly chain: PublicClient; readonly deployment: Deployment };

/**
 * Puts together what proves an equivocation, and what the contract says to it at the chain's newest block.
 * @throws {RetryableError} while indexer or node do not have all of it.
 */
export async function collectBundle(sources: Sources, offence: Offence): Promise<EvidenceBundle> {
  const { db, chain, deployment } = sources;
  const { contracts } = deployment;
  const [subject, stored] = await Promise.all([findSubject(db, offence), listTwoResponses(db, offence)]);
  const [a, b] = stored;
  if (!subject || !a || !b) throw new RetryableError("The evidence is not complete yet.", offence);
  const counter = await findCounter(chain, deployment, subject);

  const signed = ({ response, signature }: typeof a) => {
    const { taskManager } = contracts;
    const task = { taskId: subject.id, referenceBlock: subject.reference_block };
    const digest = responseDigest({ chainId: deployment.chainId, taskManager, ...task, response });
    const responseHash = keccak256(response);
    return { response, responseHash, digest, signature: encodeG2(decompressG2(signature)) };
  };
  const task = {
    ...{ id: subject.id, network: subject.network, payload: subject.payload },
    ...{ referenceBlock: subject.reference_block, counter, createdTx: subject.created_tx },
  };
  const { bls_key: blsKey, registered_tx: registeredTx } = subject;
  const operator = { address: offence.operator, blsKey, registeredTx };
  const responses: EvidenceBundle["responses"] = [signed(a), signed(b)];
  const evidence = equivocationOf({ task, operator, responses });
  const slash = { to: contracts.slashingManager, data: encodeProof(evidence) };
  return makeBundle({
    evidenceHash: equivocationHash(evidence),
    chain: { chainId: BigInt(deployment.chainId), genesisHash: deployment.genesisHash },
    contracts: {
      taskManager: contracts.taskManager,
      slashingManager: contracts.slashingManager,
      operatorRegistry: contracts.operatorRegistry,
      stakeRegistry: contracts.stakeRegistry,
    },
    ...{ task, operator, responses, slash },
    weights: { operator: subject.weight, total: subject.total_weight },
    simulation: await simulateNow(chain, slash),
  });
}

/** At the newest block, named by its hash, so that anyone may repeat it while a node has that state. */
async function simulateNow(chain: PublicClient, slash: EvidenceBundle["slash"]) {
  const { number, hash } = await chain.getBlock({ blockTag: "latest" });
  const outcome = await simulate(chain, slash, number);
  return { block: number, blockHash: hash, outcome };
}

/** No event tells how many tasks there were before one: the id does. The newest are tried first. */
async function findCounter(chain: PublicClient, deployment: Deployment, subject: Subject): Promise<bigint> {
  const { taskManager } = deployment.contracts;
  const call = { address: taskManager, abi: taskManagerAbi, functionName: "taskCount" } as const;
  const newest: bigint = await chain.readContract(call);
  // The state after the task's own block bounds it closely; nodes that forgot it leave the long way.
  const bound = await chain.readContract({ ...call, blockNumber: subject.created_block }).catch(() => newest);
  const { network, payload, reference_block: referenceBlock } = subject;
  const domain = { chainId: deployment.chainId, taskManager };
  const idOf = (counter: bigint): Hex => taskIdOf({ ...domain, counter, network, payload, referenceBlock });
  for (let counter = bound; counter > 0n; counter--)
    if (idOf(counter - 1n) === subject.id) return counter - 1n;
  throw new RetryableError(
    "The task's place among the tasks is not found: the node lags behind the indexer.",
    {
      taskId: subject.id,
    },
  );
}
