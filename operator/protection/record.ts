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
  /** Null when it was imported without its digest: then nothing is signed for the task. */
  readonly digest: Hex | null;
  /** The response that the digest covers, kept so that it can be handed in again; null when it was imported. */
  readonly response: Hex | null;
};

/** Of which tasks a quarantine keeps the key away: all of a TaskManager whose reference block is not after `block`. */
export type Quarantine = Omit<TaskIdentity, "taskId"> & { readonly block: bigint };

/** What a line of the journal says. */
export type Entry =
  | { readonly kind: "record"; readonly record: SigningRecord }
  | { readonly kind: "quarantine"; readonly quarantine: Quarantine };

const bytes = (length: number) =>
  z
    .string()
    .regex(new RegExp(`^0x[0-9a-f]{${length * 2}}$`))
    .transform((value) => value as Hex);

const domainFields = {
  publicKey: bytes(128),
  chainId: z.number().int().positive(),
  taskManager: bytes(20),
};
const response = z
  .string()
  .regex(/^0x([0-9a-f]{2})*$/)
  .transform((value) => value as Hex);
const recordSchema = z.strictObject({
  ...domainFields,
  taskId: bytes(32),
  digest: bytes(32).nullable(),
  response: response.nullable(),
  checksum: z.string(),
});
const quarantineSchema = z.strictObject({
  ...domainFields,
  quarantineBlock: z
    .string()
    .regex(/^\d{1,20}$/)
    .transform(BigInt),
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

/** A name of the key and the TaskManager alone. */
export function domainOf({ publicKey, chainId, taskManager }: Omit<TaskIdentity, "taskId">): string {
  return `${publicKey}:${chainId}:${taskManager}`.toLowerCase();
}

/** The journal's line for a record: JSON with a checksum, ended by a line feed. */
export function encodeRecord(record: SigningRecord): string {
  return line(normalised(record));
}

/** The journal's line for a quarantine. */
export function encodeQuarantine(quarantine: Quarantine): string {
  return line(quarantineFields(quarantine));
}

/**
 * Reads one line of the journal, without its line feed.
 *
 * @returns undefined when the line says nothing: not JSON, a field missing, or a checksum that does not fit.
 */
export function decodeEntry(text: string): Entry | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const asRecord = recordSchema.safeParse(json);
  if (asRecord.success) {
    const { checksum, ...record } = asRecord.data;
    return checksum === checksumOf(normalised(record)) ? { kind: "record", record } : undefined;
  }
  const asQuarantine = quarantineSchema.safeParse(json);
  if (!asQuarantine.success) return undefined;
  const { checksum, quarantineBlock: block, ...domain } = asQuarantine.data;
  const quarantine = { ...domain, block };
  return checksum === checksumOf(quarantineFields(quarantine))
    ? { kind: "quarantine", quarantine }
    : undefined;
}

function line(fields: object): string {
  return `${JSON.stringify({ ...fields, checksum: checksumOf(fields) })}\n`;
}

/** Fields in a fixed order and in lowercase: the same record is always the same bytes. */
function normalised(record: SigningRecord): SigningRecord {
  return {
    publicKey: lower(record.publicKey),
    chainId: record.chainId,
    taskManager: lower(record.taskManager),
    taskId: lower(record.taskId),
    digest: record.digest === null ? null : lower(record.digest),
    response: record.response === null ? null : lower(record.response),
  };
}

function quarantineFields({ publicKey, chainId, taskManager, block }: Quarantine): object {
  return {
    publicKey: lower(publicKey),
    chainId,
    taskManager: lower(taskManager),
    quarantineBlock: block.toString(),
  };
}

function lower(value: Hex): Hex {
  return value.toLowerCase() as Hex;
}

/** Guards against flipped bits, not against an attacker: who can write the file can sign anyway. */
function checksumOf(fields: object): string {
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex").slice(0, 16);
}
