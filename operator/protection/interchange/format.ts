import { encodeAbiParameters, type Hex, keccak256, toBytes } from "viem";
import { z } from "zod";
import { NektarError } from "../../../lib/errors/NektarError.ts";
import type { TaskDomain } from "../ProtectedSigner.ts";

/** The file is no interchange file of this domain, or contradicts what is recorded. Nothing of it was imported. */
export class InterchangeRefusedError extends NektarError {
  readonly code = "INTERCHANGE_REFUSED";
}

const highestSlot = 2n ** 256n;

const entrySchema = z.object({
  slot: z
    .string()
    .regex(/^\d{1,78}$/)
    .transform(BigInt)
    .refine((slot) => slot < highestSlot),
  signing_root: z
    .string()
    .regex(/^0x[0-9a-fA-F]{64}$/)
    .transform((value) => value.toLowerCase() as Hex)
    .optional(),
});

const interchangeSchema = z.object({
  metadata: z.object({
    interchange_format_version: z.literal("5"),
    genesis_validators_root: z
      .string()
      .regex(/^0x[0-9a-fA-F]{64}$/)
      .transform((value) => value.toLowerCase()),
  }),
  data: z.array(
    z.object({
      pubkey: z
        .string()
        .regex(/^0x[0-9a-fA-F]{96}$/)
        .transform((value) => value.toLowerCase() as Hex),
      signed_blocks: z.array(entrySchema),
      signed_attestations: z.array(z.unknown()),
    }),
  ),
});

export type Interchange = z.infer<typeof interchangeSchema>;

/** What stands for the genesis validators root: a name of the chain and the TaskManager. */
export function domainRoot({ chainId, taskManager }: TaskDomain): Hex {
  const type = keccak256(toBytes("NektarSigningDomain(uint256 chainId,address taskManager)"));
  return keccak256(
    encodeAbiParameters(
      [{ type: "bytes32" }, { type: "uint256" }, { type: "address" }],
      [type, BigInt(chainId), taskManager],
    ),
  );
}

/**
 * Reads an interchange file.
 *
 * @throws {InterchangeRefusedError} when it is none, belongs to another domain, or holds attestations, which are not ours.
 */
export function parseInterchange(text: string, root: Hex): Interchange {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new InterchangeRefusedError("The file is not JSON.", {}, { cause });
  }
  const parsed = interchangeSchema.safeParse(json);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join(".") ?? "";
    throw new InterchangeRefusedError(`The file has not EIP-3076's form, version 5 (at "${where}").`);
  }
  if (parsed.data.metadata.genesis_validators_root !== root)
    throw new InterchangeRefusedError("The file belongs to another chain or TaskManager.");
  if (parsed.data.data.some((each) => each.signed_attestations.length > 0))
    throw new InterchangeRefusedError("The file holds attestations: it is a validator's, not an operator's.");
  return parsed.data;
}
