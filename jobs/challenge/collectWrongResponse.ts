import type { Hex } from "viem";
import { contentHashOf } from "../../lib/evidence/bundle.ts";
import { challengeEvidence, encodeChallenge, nonSignersOf } from "../../lib/evidence/encodeChallenge.ts";
import { readVerdict } from "../../lib/evidence/readVerdict.ts";
import { makeWrongResponse, wrongResponseText } from "../../lib/evidence/wrongResponse.ts";
import type { SendingContext } from "../context.ts";
import { listParticipants, type Work } from "./queries.ts";

/** Puts together what shows that an accepted response is wrong, and what the network's verifier says to it at the newest block. */
export async function collectWrongResponse(
  context: SendingContext,
  work: Work,
  computed: Hex,
): Promise<{ readonly text: string; readonly contentHash: Hex }> {
  const { db, sender, deployment } = context;
  const { taskManager, challengeManager, stakeRegistry } = deployment.contracts;
  const participants = await listParticipants(db, work.task_id);
  const { number, hash } = await sender.chain.getBlock();
  const bundle = makeWrongResponse({
    chain: { chainId: BigInt(deployment.chainId), genesisHash: deployment.genesisHash },
    contracts: { taskManager, challengeManager, stakeRegistry },
    task: {
      ...{ id: work.task_id, network: work.network, payload: work.payload },
      ...{ referenceBlock: work.reference_block, createdTx: work.created_tx },
    },
    accepted: {
      ...{ response: work.response, responseHash: work.response_hash },
      ...{ respondedTx: work.responded_tx ?? "0x", nonSigners: nonSignersOf(participants) },
    },
    computed,
    signers: participants
      .filter(({ signed }) => signed)
      .map(({ operator, weight }) => ({ operator, weight })),
    totalWeight: work.total_weight,
    verdict: { block: number, blockHash: hash, outcome: await readVerdict(sender.chain, work, number) },
    challenge: {
      to: challengeManager,
      data: encodeChallenge(work.task_id, challengeEvidence(work, participants)),
    },
  });
  const text = wrongResponseText(bundle);
  return { text, contentHash: contentHashOf(text) };
}
