import { createHash } from "node:crypto";
import type { Hex } from "viem";
import { z } from "zod";
import { ConfigError } from "../../lib/errors/NektarError.ts";

/** What a record is unique on. */
export type TaskIdentity = {
  /** The signer's public key in G1, 128 bytes (EIP-2537). */
  readonly publicKey: Hex;
  readonly chainId: number;
  readonly taskManager: Hex;
  readonly taskId: Hex;
};

/** One decision to sign: this key, in this TaskManager's domain, for this task, signs this digest and never another. */
export type SigningRecord = TaskIdentity & {
  readonly digest: Hex;
  /** The response that the digest covers, kept so that it can be handed in again after a restart. */
  readonly response: Hex;
};

const bytes = (length: number) =>
  z
    .string()
    .regex(new RegExp(`^0x[0-9a-f]{${length * 2}}$`))
    .transform((value) => value as Hex);

const lineSchema = z.strictObject({
  publicKey: bytes(128),
  chainId: z.number().int().positive(),
  taskManager: bytes(20),
  taskId: bytes(32),
  digest: bytes(32),
  response: z
    .string()
    .regex(/^0x([0-9a-f]{2})*$/)
    .transform((value) => value as Hex),
  checksum: z.string(),
});

/** A journal that cannot be trusted any more. Nothing is signed until a person has looked at it. */
export class JournalCorruptError extends ConfigError {
  override readonly code = "JOURNAL_CORRUPT";
}

/** A short name of the identity, 128 bits of a hash: an index of a million tasks stays small. */
export function identityOf(task: TaskIdentity): string {
  const text = `${task.publicKey}:${task.chainId}:${task.taskManager}:${task.taskId}`.toLowerCase();
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

/** The journal's line for a record: JSON with a checksum, ended by a line feed. */
export function encodeRecord(record: SigningRecord): string {
  const fields = normalised(record);
  return `${JSON.stringify({ ...fields, checksum: checksumOf(fields) })}\n`;
}

/**
 * Reads one line of the journal, without its line feed.
 *
 * @returns undefined when the line is no record: not JSON, a field missing, or a checksum that does not fit.
 */
export function decodeRecord(line: string): SigningRecord | undefined {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return undefined;
  }
  const parsed = lineSchema.safeParse(json);
  if (!parsed.success) return undefined;
  const { checksum, ...record } = parsed.data;
  return checksum === checksumOf(record) ? record : undefined;
}

/** Fields in a fixed order and in lowercase: the same record is always the same bytes. */
function normalised(record: SigningRecord): SigningRecord {
  const lower = (value: Hex) => value.toLowerCase() as Hex;
  return {
    publicKey: lower(record.publicKey),
    chainId: record.chainId,
    taskManager: lower(record.taskManager),
    taskId: lower(record.taskId),
    digest: lower(record.digest),
    response: lower(record.response),
  };
}

/** Guards against flipped bits, not against an attacker: who can write the file can sign anyway. */
function checksumOf(record: SigningRecord): string {
  return createHash("sha256")
    .update(JSON.stringify(normalised(record)))
    .digest("hex")
    .slice(0, 16);
}
