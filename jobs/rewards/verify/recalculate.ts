import type { PublicClient } from "viem";
import type { Deployment } from "../../../lib/chain/deployment.ts";
import { NektarError } from "../../../lib/errors/NektarError.ts";
import { epochEnd, epochStart } from "../../../lib/protocol/epochs.ts";
import { calculateEpoch } from "../calculateEpoch.ts";
import type { Carry, Cumulative, EpochResult } from "../types.ts";
import { ChainFacts } from "./ChainFacts.ts";
import { readEvents } from "./readEvents.ts";

/** The chain has not reached the epoch's end. */
class EpochRunningError extends NektarError {
  readonly code = "EPOCH_RUNNING";
}

/**
 * Calculates every epoch up to `last` from the contracts' logs alone, without any database, and yields each. Memory holds the facts and one
 * epoch's lines; every epoch before is needed for what was carried and earned.
 *
 * @throws {EpochRunningError} when the newest block lies before the end of `last`.
 */
export async function* recalculate(
  chain: PublicClient,
  deployment: Deployment,
  last: bigint,
): AsyncGenerator<EpochResult> {
  const head = await chain.getBlock();
  if (head.timestamp < epochEnd(deployment.epoch, last))
    throw new EpochRunningError(`Epoch ${last} has not ended on this chain.`, { epoch: last });
  const facts = new ChainFacts();
  let epoch = 0n;
  let before: Before = { carries: [], earned: [] };
  const next = () => {
    const range = [epochStart(deployment.epoch, epoch), epochEnd(deployment.epoch, epoch)] as const;
    const result = calculateEpoch({ ...facts.inputOf(epoch, ...range), ...before });
    before = afterEpoch(result);
    epoch += 1n;
    return result;
  };
  for await (const event of readEvents(chain, deployment, BigInt(deployment.startBlock), head.number)) {
    // An epoch is calculated when the first log after its end shows that all of its own are there.
    while (epoch <= last && event.timestamp >= epochEnd(deployment.epoch, epoch)) yield next();
    if (epoch > last) return;
    facts.add(event);
  }
  while (epoch <= last) yield next();
}

type Before = { readonly carries: readonly Carry[]; readonly earned: readonly Cumulative[] };

function afterEpoch({ pots, leaves }: EpochResult): Before {
  const carries = pots
    .filter(({ carryOut }) => carryOut > 0n)
    .map(({ network, token, carryOut }) => ({ network, token, amount: carryOut }));
  return { carries, earned: leaves };
}
