import { type Hex, padHex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import { bundleText, contentHashOf, makeBundle } from "../../lib/evidence/bundle.ts";
import { equivocationOf } from "../../lib/evidence/equivocationOf.ts";
import { equivocationHash } from "../../lib/protocol/messages.ts";
import { addressOf, blsKeyOf, hashOf } from "./identities.ts";
import { slashId } from "./slashingWorld.ts";
import { assets, delegators, genesis, networks, operators, origin, taskId, unit } from "./world.ts";

/** Who is slashed last in the small world, for two responses to task 22. */
export const equivocator = operators[1];
/** By our own clock, which here goes with the blocks. */
export const timeOf = (block: bigint) => new Date(Number(genesis + block * 10n) * 1000);

const signed = (name: string) => ({
  response: "0x01" as Hex,
  responseHash: hashOf(`response ${name}`),
  digest: hashOf(`digest ${name}`),
  signature: padHex(hashOf(`signature ${name}`), { size: 256 }),
});
export const responses: [ReturnType<typeof signed>, ReturnType<typeof signed>] = [signed("a"), signed("b")];
const blsKey = padHex(blsKeyOf(equivocator), { size: 128 });
const parts = {
  task: {
    ...{ id: taskId(22), network: networks[0], payload: "0x16" as Hex, referenceBlock: 506n, counter: 22n },
    createdTx: hashOf("transaction 507"),
  },
  operator: { address: equivocator, blsKey, registeredTx: hashOf("transaction 11") },
  responses,
};
export const evidenceHash = equivocationHash(equivocationOf(parts));
export const bundle = bundleText(
  makeBundle({
    ...parts,
    ...{ evidenceHash, chain: { chainId: 31337n, genesisHash: hashOf("genesis") } },
    contracts: {
      ...{ taskManager: addressOf("TaskManager"), slashingManager: addressOf("SlashingManager") },
      ...{ operatorRegistry: addressOf("OperatorRegistry"), stakeRegistry: addressOf("StakeRegistry") },
    },
    weights: { operator: 300n * unit, total: 900n * unit },
    slash: { to: addressOf("SlashingManager"), data: "0x1234" },
    simulation: { block: 538n, blockHash: hashOf("block 538"), outcome: "slashed" },
  }),
);
export const contentHash = contentHashOf(bundle);
/** Two withdrawals that waited when the equivocator was slashed at block 540; one that came later; one that had gone. */
const queued = [
  { name: "waits", created: 500n, completed: null, shares: 3n * unit + 1n },
  { name: "went later", created: 530n, completed: 545n, shares: 2n * unit },
  { name: "came later", created: 541n, completed: null, shares: unit },
  { name: "had gone", created: 500n, completed: 539n, shares: unit },
];

/** What this backend has of the small world's equivocation: responses, bundle, transactions; and withdrawals that its slash hit. */
export async function fillEvidence(db: Database): Promise<void> {
  await db
    .updateTable("indexer.slash")
    .set({ evidence_hash: evidenceHash })
    .where("id", "=", slashId(2))
    .execute();
  const offence = { task_id: taskId(22), operator: equivocator };
  await db
    .insertInto("nektar.evidence")
    .values({
      ...{ ...offence, source: "API", state: "final", known_at: timeOf(536n), slash_id: slashId(2) },
      ...{ evidence_hash: evidenceHash, bundle, content_hash: contentHash, reporter: addressOf("reporter") },
    })
    .execute();
  for (const [place, { response, responseHash, signature }] of responses.entries())
    await db
      .insertInto("nektar.response")
      .values({
        ...{ ...offence, response, response_hash: responseHash, signature, reference_block: 506n },
        received_at: timeOf(place === 0 ? 535n : 536n),
      })
      .execute();
  const intent = (purpose: string, nonce: number, block: bigint) => ({
    ...{ purpose, nonce, sender: addressOf("reporter"), to: addressOf("SlashingManager"), data: "0x" as Hex },
    ...{ hash: hashOf(purpose), raw: "0x" as Hex, state: "final" as const, block, error: null },
    created_at: timeOf(block),
  });
  await db
    .insertInto("nektar.transaction")
    .values([
      intent(`report:${evidenceHash}:${addressOf("reporter")}`, 1, 537n),
      intent(`equivocation:${taskId(22)}:${equivocator}`, 2, 539n),
    ])
    .execute();
  for (const { name, created, completed, shares } of queued)
    await db
      .insertInto("indexer.withdrawal")
      .values({
        ...{
          id: hashOf(`withdrawal ${name}`),
          delegator: delegators[0],
          operator: equivocator,
          asset: assets[0],
        },
        ...{ shares, unlock_at: genesis + 9_000n, assets_paid: null, assets_lost_to_slashing: null },
        ...origin(created),
        completed_block: completed,
        completed_at: completed === null ? null : genesis + completed * 10n,
        completed_tx: completed === null ? null : hashOf(`transaction ${completed}`),
      })
      .execute();
}
