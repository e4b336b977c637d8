import { resolve } from "node:path";
import type { Hex } from "viem";
import { z } from "zod";
import { addressesFile, flag, httpUrl, logLevel, port, rpcUrls } from "../../lib/config/variables.ts";
import { moduleSettings } from "../../lib/modules/moduleSetting.ts";
import type { ParsedSettings, Setting } from "./parseSettings.ts";

export const address = z
  .string()
  .trim()
  .regex(/^0x[0-9a-fA-F]{40}$/, "must be an address: 0x and 40 hex digits")
  .transform((value) => value.toLowerCase() as Hex);

const publicKey = z
  .string()
  .trim()
  .regex(/^(0x)?[0-9a-fA-F]{96}$/, "must be a BLS public key: 96 hex digits")
  .transform((value) => `0x${value.replace(/^0x/, "").toLowerCase()}` as Hex);

export const file = z.string().transform((value) => resolve(value));

/** How many of the client's memory and of the node's patience a setting may take is bounded here, once. */
const mostEndpoints = 16;

export const runSettings = {
  operator: {
    value: "<address>",
    description: "the operator's address, as registered on chain",
    schema: address,
  },
  keystore: { value: "<file>", description: "the BLS key: an EIP-2335 keystore", schema: file.optional() },
  "password-file": {
    value: "<file>",
    description: "file that holds the keystore's password; asked on the terminal if not given",
    schema: file.optional(),
  },
  "remote-signer": {
    value: "<url>",
    description: "instead of a keystore: a signer that speaks Web3Signer's API",
    schema: httpUrl.optional(),
  },
  "public-key": {
    value: "<hex>",
    description: "the key that the remote signer must sign with, 48 bytes compressed",
    schema: publicKey.optional(),
  },
  "data-dir": {
    value: "<dir>",
    description: "directory of the signing journal: one per key, never shared, to be backed up",
    schema: file,
  },
  restored: {
    description: "the data directory is an older copy: refuse every task up to now that it has no record of",
    schema: flag,
  },
  api: {
    value: "<url>",
    description: "GraphQL endpoint of a Nektar API; several: repeat it or separate by commas",
    many: true,
    schema: rpcUrls.pipe(z.array(z.string()).max(mostEndpoints)),
  },
  rpc: {
    value: "<url>",
    description: "JSON-RPC endpoint of the chain; several: repeat it or separate by commas",
    many: true,
    schema: rpcUrls.pipe(z.array(z.string()).max(mostEndpoints)),
  },
  addresses: {
    value: "<file>",
    description: "addresses file that the deployment wrote (.nektar/addresses.json)",
    schema: addressesFile.transform((value) => resolve(value)),
  },
  port: { value: "<number>", description: "port of the node API (4011)", schema: port.default(4011) },
  host: {
    value: "<host>",
    description: "address that the node API listens on (127.0.0.1)",
    schema: z.string().default("127.0.0.1"),
  },
  module: {
    value: "<network=command>",
    description:
      "the program, or the URL of an endpoint, that answers a network's tasks; repeat it for several networks",
    many: true,
    separator: "\n",
    schema: moduleSettings,
  },
  "log-level": {
    value: "<level>",
    description: "fatal, error, warn, info, debug or trace (info)",
    schema: logLevel,
  },
} satisfies Record<string, Setting>;

export type RunSettings = ParsedSettings<typeof runSettings>;
