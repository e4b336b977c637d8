import { getAddress, type Hex } from "viem";
import { z } from "zod";
import { flag } from "../../lib/config/variables.ts";
import type { ParsedSettings, Setting } from "./parseSettings.ts";
import { address, file, runSettings } from "./settings.ts";

/** viem wants addresses with their checksum. */
const checksummed = address.transform((value) => getAddress(value));
const basisPoints = z.coerce.number("must be a number of basis points").int().min(0).max(10_000);
const magnitude = z
  .string()
  .regex(/^\d{1,19}$/, "must be a whole number: 1000000000000000000 is all of the pool")
  .transform((value) => BigInt(value))
  .refine((value) => value <= 10n ** 18n, "must not be above 1000000000000000000");
const taskId = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/, "must be a task's id: 0x and 64 hex digits")
  .transform((value) => value.toLowerCase() as Hex);

/** What every command that sends transactions needs. */
export const accountSettings = {
  "account-key-file": {
    value: "<file>",
    description: "file that holds the private key of the operator's account, hex",
    schema: file,
  },
  rpc: runSettings.rpc,
  addresses: runSettings.addresses,
  yes: { description: "sends without asking", schema: flag },
} satisfies Record<string, Setting>;

const network = { value: "<address>", description: "the network", schema: checksummed };

export const registerSettings = {
  ...accountSettings,
  keystore: { ...runSettings.keystore, schema: file },
  "password-file": runSettings["password-file"],
  "commission-bps": {
    value: "<number>",
    description: "part of gross rewards that is kept, of 10000",
    schema: basisPoints,
  },
  payout: {
    value: "<address>",
    description: "receives the commission (the account)",
    schema: checksummed.optional(),
  },
  "metadata-uri": {
    value: "<uri>",
    description: "where the operator describes itself",
    schema: z.string().default(""),
  },
} satisfies Record<string, Setting>;

export const memberSettings = { ...accountSettings, network } satisfies Record<string, Setting>;

export const allocateSettings = {
  ...memberSettings,
  asset: { value: "<address>", description: "the asset of the pool", schema: checksummed },
  magnitude: {
    value: "<number>",
    description: "part of the pool that the network may slash; 1000000000000000000 is all of it",
    schema: magnitude,
  },
} satisfies Record<string, Setting>;

export const commissionSettings = {
  ...accountSettings,
  bps: { value: "<number>", description: "the new commission, of 10000", schema: basisPoints },
} satisfies Record<string, Setting>;

export const claimSettings = {
  ...accountSettings,
  api: runSettings.api,
  earner: {
    value: "<address>",
    description: "whose rewards (the account's)",
    schema: checksummed.optional(),
  },
  recipient: { value: "<address>", description: "who is paid (the account)", schema: checksummed.optional() },
} satisfies Record<string, Setting>;

export const aggregateSettings = {
  ...accountSettings,
  api: runSettings.api,
  task: { value: "<id>", description: "the task to answer", schema: taskId },
} satisfies Record<string, Setting>;

export type AccountSettings = ParsedSettings<typeof accountSettings>;
