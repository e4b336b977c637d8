import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export type Received = { readonly headers: IncomingHttpHeaders; readonly body: string };

/** An endpoint that keeps what it gets and answers what `answer` says; undefined: never. */
export async function startReceiver(answer: (count: number) => number | undefined = () => 200) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    received.push({ headers: request.headers, body });
    const status = answer(received.length);
    if (status !== undefined) response.writeHead(status).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    received,
    url: `http://127.0.0.1:${port}/hooks/pathisasecret`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
