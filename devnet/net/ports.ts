import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Whether nothing listens on a port, neither on loopback nor on all addresses. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen({ port, host: "127.0.0.1" })) && (await canListen({ port }));
}

/** A port that this user may not use (below 1024) counts as taken. */
function canListen(where: { port: number; host?: string }): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ ...where, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Below the range from which systems take ports for outgoing connections, which could take ours between two starts. */
const firstPort = 15_000;
const lastPort = 32_000;

/**
 * So many loopback ports in a row that are free now. Another program may take one before it is used, so this serves tests;
 * `npm start` has fixed ports.
 */
export async function freePorts(count: number): Promise<number[]> {
  for (;;) {
    const first = randomInt(firstPort, lastPort - count);
    const ports = Array.from({ length: count }, (_, index) => first + index);
    const free = await Promise.all(ports.map(isPortFree));
    if (free.every(Boolean)) return ports;
  }
}

/** One free loopback port. */
export async function freePort(): Promise<number> {
  const [port] = await freePorts(1);
  if (port === undefined) throw new Error("no free port");
  return port;
}
