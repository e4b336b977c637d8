import { once } from "node:events";
import type { ServerResponse } from "node:http";

/** Where an epoch's bundle is given out. */
const bundlePath = /^\/bundles\/(\d{1,20})$/;

/** The epoch whose bundle a path names; undefined for any other path. */
export function bundleEpochOf(path: string): bigint | undefined {
  const epoch = bundlePath.exec(path)?.[1];
  return epoch === undefined ? undefined : BigInt(epoch);
}

/**
 * Sends a gzipped bundle part by part, no faster than the client takes it.
 * @returns false, and sends nothing, when there is no such bundle.
 */
export async function sendBundle(
  response: ServerResponse,
  epoch: bigint,
  parts: AsyncIterable<Buffer>,
): Promise<boolean> {
  for await (const part of parts) {
    if (response.destroyed) return true;
    if (!response.headersSent)
      response.writeHead(200, {
        "content-type": "application/gzip",
        "content-disposition": `attachment; filename="epoch-${epoch}.json.gz"`,
      });
    if (!response.write(part)) await Promise.race([once(response, "drain"), once(response, "close")]);
  }
  if (response.headersSent) response.end();
  return response.headersSent;
}
