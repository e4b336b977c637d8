import { fileURLToPath } from "node:url";
import type { IndexerConfig } from "../config.ts";
import { viewsSchema } from "./schemas.ts";

/** How the child ended, where its parent acts on it. */
export const exitCodes = {
  /** It lost its session in Postgres, and with it the right to write: start it again once Postgres answers. */
  lockLost: 81,
} as const;

/** The command line for Ponder: its own settings go by arguments, so that no stray variable changes them. */
export function ponderArguments({ port, host, logLevel }: IndexerConfig, schema: string): string[] {
  const root = fileURLToPath(new URL("../", import.meta.url));
  return [
    ["start"],
    ["--root", root],
    ["--schema", schema],
    ["--views-schema", viewsSchema],
    ["--port", String(port)],
    ["--hostname", host],
    ["--log-level", logLevel],
    ["--log-format", "json"],
  ].flat();
}
