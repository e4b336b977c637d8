import { NoAnswerError } from "../../lib/http/postBounded.ts";

export type ServerSentEvent = { readonly event: string; readonly data: string };
export type EventBounds = {
  /** Longest event in characters; what sends a longer one is not read on. */
  readonly mostCharacters: number;
  /** Longest silence: servers send a comment now and then. */
  readonly silentMs: number;
  readonly signal: AbortSignal;
};

/**
 * The events of a `text/event-stream` (WHATWG HTML, "Server-sent events"), as far as GraphQL needs it: `event` and `data`.
 * Comments only show that the line stands.
 *
 * @throws {NoAnswerError} when an event is too long or the line is silent for too long.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  bounds: EventBounds,
): AsyncGenerator<ServerSentEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  try {
    for (;;) {
      const { done, value } = await orSilent(reader.read(), bounds);
      if (done) return;
      text = (text + decoder.decode(value, { stream: true })).replaceAll("\r\n", "\n");
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const event = parse(text.slice(0, end));
        text = text.slice(end + 2);
        if (event.data !== "" || event.event !== "") yield event;
      }
      if (text.length > bounds.mostCharacters) throw new NoAnswerError("An event is too long.");
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function parse(block: string): ServerSentEvent {
  const fields = block.split("\n").map((line) => /^(event|data): ?(.*)$/.exec(line));
  const of = (name: string) => fields.flatMap((match) => (match?.[1] === name ? [match[2] ?? ""] : []));
  return { event: of("event").at(-1) ?? "", data: of("data").join("\n") };
}

async function orSilent<Result>(work: Promise<Result>, { silentMs, signal }: EventBounds): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  let onAbort = () => {};
  const cut = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new NoAnswerError("The line is silent.")), silentMs);
    onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
  try {
    return await Promise.race([work, cut]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
  }
}
