import { type Hex, numberToHex } from "viem";
import { compressG1, decodeG1, decompressG1, encodeG1 } from "../../../lib/bls/points.ts";
import { NektarError } from "../../../lib/errors/NektarError.ts";
import { type Journal, SigningRefusedError } from "../journal.ts";
import type { TaskDomain } from "../ProtectedSigner.ts";
import type { SigningRecord } from "../record.ts";
import { domainRoot, InterchangeRefusedError, parseInterchange } from "./format.ts";

/**
 * The journal's records of one domain in EIP-3076's interchange form (complete: every record, since tasks come out of
 * order): the domain's name as genesis validators root, a task's id as slot, its digest as signing root. Ids have 256 bits
 * where slots have 64; responses are not in the form, so after an import they are computed again.
 */
export async function exportInterchange(journal: Journal, domain: TaskDomain): Promise<string> {
  const byKey = new Map<Hex, { slot: string; signing_root?: Hex }[]>();
  for await (const record of journal.all()) {
    if (!isOf(record, domain)) continue;
    const blocks = byKey.get(record.publicKey) ?? [];
    const root = record.digest === null ? {} : { signing_root: record.digest };
    blocks.push({ slot: BigInt(record.taskId).toString(), ...root });
    byKey.set(record.publicKey, blocks);
  }
  const interchange = {
    metadata: { interchange_format_version: "5", genesis_validators_root: domainRoot(domain) },
    data: [...byKey].map(([publicKey, signed_blocks]) => ({
      pubkey: compressG1(decodeG1(publicKey)),
      signed_blocks,
      signed_attestations: [],
    })),
  };
  return `${JSON.stringify(interchange, null, 2)}\n`;
}

/**
 * Records everything that an interchange file says was signed: all of it or nothing.
 *
 * @returns how many tasks the file names.
 * @throws {InterchangeRefusedError} when the file does not fit, or says that a task was signed otherwise than is recorded.
 * @throws {JournalBrokenError}
 */
export async function importInterchange(journal: Journal, text: string, domain: TaskDomain): Promise<number> {
  const { data } = parseInterchange(text, domainRoot(domain));
  const records = data.flatMap(({ pubkey, signed_blocks }): SigningRecord[] => {
    const publicKey = readKey(pubkey);
    return signed_blocks.map(({ slot, signing_root }) => ({
      publicKey,
      ...domain,
      taskId: numberToHex(slot, { size: 32 }),
      digest: signing_root ?? null,
      response: null,
    }));
  });
  try {
    await journal.recordAll(records);
  } catch (cause) {
    if (!(cause instanceof SigningRefusedError)) throw cause;
    const { taskId } = cause.details;
    throw new InterchangeRefusedError(
      `The file says that task ${String(taskId)} was signed otherwise than is recorded: nothing was imported.`,
      { taskId },
      { cause },
    );
  }
  return records.length;
}

function isOf(record: SigningRecord, { chainId, taskManager }: TaskDomain): boolean {
  return record.chainId === chainId && record.taskManager === taskManager.toLowerCase();
}

function readKey(compressed: Hex): Hex {
  try {
    return encodeG1(decompressG1(compressed));
  } catch (cause) {
    if (!(cause instanceof NektarError)) throw cause;
    throw new InterchangeRefusedError(`${compressed} is no public key.`, {}, { cause });
  }
}
