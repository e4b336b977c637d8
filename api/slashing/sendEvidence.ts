import type { ServerResponse } from "node:http";
import type { Hex } from "viem";
import type { Database } from "../../lib/database/createDatabase.ts";
import { contentHashOf, parseBundle } from "../../lib/evidence/bundle.ts";
import { equivocationOf } from "../../lib/evidence/equivocationOf.ts";
import { equivocationHash } from "../../lib/protocol/messages.ts";
import { evidencePath } from "./evidence.ts";

const hash = /^0x[0-9a-f]{64}$/;

/** The hash of the evidence that a path names; undefined for any other path. */
export function evidenceHashOf(path: string): Hex | undefined {
  if (!path.startsWith(evidencePath)) return undefined;
  const name = path
    .slice(evidencePath.length)
    .replace(/\.json$/, "")
    .toLowerCase();
  return hash.test(name) ? (name as Hex) : undefined;
}

type Bundle = { readonly text: string; readonly contentHash: Hex };

/**
 * The bundle of the evidence with a hash, such as an event on chain carries.
 *
 * @returns undefined when this backend has none.
 * @throws {Error} when what is stored has another hash: then it is given to nobody.
 */
export async function readEvidence(db: Database, evidenceHash: Hex): Promise<Bundle | undefined> {
  const row = await db
    .selectFrom("nektar.evidence")
    .select(["bundle", "content_hash"])
    .where("evidence_hash", "=", evidenceHash)
    .executeTakeFirst();
  const { bundle: text = null, content_hash: contentHash = null } = row ?? {};
  if (text === null || contentHash === null) return undefined;
  const found = equivocationHash(equivocationOf(parseBundle(text)));
  if (found !== evidenceHash) throw new Error(`The bundle of the evidence ${evidenceHash} is of ${found}.`);
  if (contentHashOf(text) !== contentHash) throw new Error(`The bundle ${contentHash} was changed.`);
  return { text, contentHash };
}

/** @returns false, and sends nothing, when there is no such bundle. */
export function sendEvidence(response: ServerResponse, bundle: Bundle | undefined): boolean {
  if (bundle === undefined) return false;
  response.writeHead(200, { "content-type": "application/json", etag: `"${bundle.contentHash}"` });
  response.end(bundle.text);
  return true;
}
