import { pino } from "pino";
import { type Address, createPublicClient, type Hex, http, keccak256, toBytes } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { createDatabase } from "../../../lib/database/createDatabase.ts";
import type { Sender, SenderSettings } from "../Sender.ts";

/** A sender for tests: an account of its own by `name`, on a local chain and a test database. */
export function openSender(
  options: { url: string; rpcUrl: string; name: string } & Partial<SenderSettings>,
): Sender & { close(): Promise<void> } {
  const { url, rpcUrl, name, ...settings } = options;
  const db = createDatabase({ connectionString: url, applicationName: "test" });
  return {
    db,
    chain: createPublicClient({ transport: http(rpcUrl), cacheTime: 0 }),
    account: privateKeyToAccount(keccak256(toBytes(name))),
    settings: { chainId: 31337, finalityDepth: 5n, replaceAfterMs: 60_000, ...settings },
    logger: pino({ level: process.env.TEST_LOG_LEVEL ?? "silent" }),
    close: () => db.destroy(),
  };
}

/** Adds 1 to its slot 0 on every call: what was done twice shows. */
export const counterCode: Hex = "0x60005460010160005500";
/** Sets its slot 0 on the first call and reverts on every other, as a task that is answered does. */
export const onceCode: Hex = "0x60005415600b57600080fd5b600160005500";

export const counter: Address = "0x00000000000000000000000000000000000c0de1";
export const once: Address = "0x00000000000000000000000000000000000c0de2";
