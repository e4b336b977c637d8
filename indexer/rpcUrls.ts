const copies = 4;
const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * The gateway's URL, as often as Ponder is to name it: it limits its requests per URL (20 a second at first). Once for each
 * endpoint behind it, so that no provider is flooded, and four times for one on this machine, which needs no limit.
 */
export function gatewayUrls(gateway: string, endpoints: readonly string[]): string[] {
  const shares = endpoints.map((url) => (loopback.has(new URL(url).hostname) ? copies : 1));
  const count = shares.reduce((sum, share) => sum + share, 0);
  return Array.from({ length: count }, (_, index) => `${gateway}/?n=${index}`);
}
