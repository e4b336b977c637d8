import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";

export type SseClient = {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  /** Payloads of `next` events so far. */
  readonly received: unknown[];
  /** Comments so far: the server's heartbeats. */
  readonly beats: () => number;
  readonly ended: () => boolean;
  /** Reads no more, so that the server's messages pile up. */
  pause(): void;
  close(): void;
};

/** Subscribes as any client of server-sent events does, on a connection of its own. */
export async function openSse(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
  onNext: (payload: unknown) => void = () => {},
): Promise<SseClient> {
  const sent = request(`${url}/graphql`, {
    method: "POST",
    agent: false,
    headers: { "content-type": "application/json", accept: "text/event-stream" },
  });
  sent.on("error", () => {});
  sent.end(JSON.stringify({ query, variables }));
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const received: unknown[] = [];
  let [beats, ended, text] = [0, false, ""];
  response.on("error", () => {});
  response.once("close", () => {
    ended = true;
  });
  response.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    const events = text.split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) {
      if (event.startsWith(":")) beats += 1;
      const data = /^event: next\ndata: (.*)$/s.exec(event)?.[1];
      if (data === undefined) continue;
      const payload: unknown = JSON.parse(data);
      received.push(payload);
      onNext(payload);
    }
  });
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    received,
    beats: () => beats,
    ended: () => ended,
    pause: () => response.pause(),
    close: () => sent.destroy(),
  };
}
