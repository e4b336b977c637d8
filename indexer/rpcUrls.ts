const copies = 4;
const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Names a node on this machine several times: Ponder limits its requests per URL (20 a second at first), which an own
 * node does not need. A single remote URL is left as it is, so that no shared provider is flooded.
 */
export function withLocalParallelism(urls: readonly string[]): string[] {
  return urls.flatMap((url) => (loopback.has(new URL(url).hostname) ? numbered(url) : [url]));
}

function numbered(url: string): string[] {
  return Array.from({ length: copies }, (_, index) => {
    const copy = new URL(url);
    copy.searchParams.set("n", String(index));
    return copy.href;
  });
}
