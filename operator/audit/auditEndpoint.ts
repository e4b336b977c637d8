import { decodeG1, decompressG2 } from "../../lib/bls/points.ts";
import { hashToG2, verifyHashed } from "../../lib/bls/signatures.ts";
import { NektarError } from "../../lib/errors/NektarError.ts";
import { responseDigest } from "../../lib/protocol/messages.ts";
import type { ApiEndpoint } from "../api/ApiEndpoint.ts";
import { fetchOwnResponses, type OwnResponse } from "../api/fetchOwnResponses.ts";
import { SigningRefusedError } from "../protection/journal.ts";
import type { OperatorContext } from "../tasks/OperatorContext.ts";
import { enterQuarantine } from "./auditChain.ts";

/**
 * Compares the journal with the signed responses that an API has, once for each API. It cannot lie about them: only what
 * verifies under this operator's key counts. A response without a record means that the journal is an older copy: the
 * response is recorded, so that it alone can be released again, and all other tasks up to now are refused.
 *
 * @throws {ApiError} when the API gives no usable answer; ask it again later. @throws {JournalBrokenError}
 */
export async function auditEndpoint(endpoint: ApiEndpoint, context: OperatorContext): Promise<void> {
  if (endpoint.audited) return;
  const { operator, signer, head, signal, log } = context;
  const own = await fetchOwnResponses(endpoint.url, operator, signal);
  for (const claimed of own) {
    const record = await signer.recorded(claimed.taskId);
    // A record without a digest (an import's) lets nothing be signed: there is nothing to learn about its task.
    if (record?.response === claimed.response || record?.digest === null) continue;
    if (!isOurs(claimed, context)) continue;
    const evidence = { taskId: claimed.taskId, source: endpoint.label };
    try {
      await signer.adopt(claimed);
    } catch (error) {
      if (!(error instanceof SigningRefusedError)) throw error;
      log.fatal(evidence, "this key signed two responses to one task: somebody else uses it");
    }
    if (record === undefined) await enterQuarantine(context, (await head.latest(0)).number, evidence);
  }
  endpoint.audited = true;
}

function isOurs({ signature, ...task }: OwnResponse, { signer }: OperatorContext): boolean {
  const digest = responseDigest({ ...signer.domain, ...task });
  try {
    return verifyHashed(decompressG2(signature), hashToG2(digest), decodeG1(signer.publicKey));
  } catch (error) {
    if (error instanceof NektarError) return false; // no point of the curve
    throw error;
  }
}
