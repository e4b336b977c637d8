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

/**
 * `count` different loopback ports that are free now. Another program may take one before it is used,
 * so this serves tests; `npm start` has fixed ports.
 */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.once("error", reject);
          server.listen({ port: 0, host: "127.0.0.1" }, () => {
            const address = server.address();
            if (address === null || typeof address === "string") return reject(new Error("no TCP address"));
            resolve(address.port);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** One free loopback port. */
export async function freePort(): Promise<number> {
  const [port] = await freePorts(1);
  if (port === undefined) throw new Error("no free port");
  return port;
}
