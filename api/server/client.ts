import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";

/** Who sent a request, as far as limits care. */
export type Client = {
  /** Equal for requests that share their limits. */
  readonly id: string;
  /** Aborted when the connection to the client is closed. */
  readonly gone: AbortSignal;
  /** Closes the connection. */
  readonly drop: () => void;
};

const clients = new WeakMap<Socket, Client>();

/** The client at the other end of a request's connection: one for all requests of it. */
export function clientOf({ socket }: Pick<IncomingMessage, "socket">): Client {
  const known = clients.get(socket);
  if (known !== undefined) return known;
  const gone = new AbortController();
  socket.once("close", () => gone.abort());
  const client = { id: socket.remoteAddress ?? "", gone: gone.signal, drop: () => socket.destroy() };
  clients.set(socket, client);
  return client;
}
