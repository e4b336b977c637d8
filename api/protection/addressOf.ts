import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/**
 * The address that a request counts for: the client's, or the network that it can choose addresses from (an IPv6 /64).
 *
 * @param proxies that stand before this server and are ours. Each appends to `x-forwarded-for` whom it was asked by; what stands
 * before those is the client's own word.
 */
export function addressOf(request: Pick<IncomingMessage, "headers" | "socket">, proxies: number): string {
  const direct = request.socket.remoteAddress ?? "";
  if (proxies === 0) return networkOf(direct);
  const given = [request.headers["x-forwarded-for"] ?? []].flat().join(",");
  const hops = given.split(",").map((part) => part.trim());
  return networkOf(hops.at(-proxies) || hops[0] || direct);
}

function networkOf(address: string): string {
  const text = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
  if (!isIPv6(text)) return text.slice(0, 45);
  const [head = "", tail] = text.split("%", 1)[0]?.split("::") ?? [];
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => "0");
  return `${[...left, ...zeros, ...right].slice(0, 4).join(":")}::/64`;
}
