import type { IncomingMessage } from "node:http";
import { maxBodyBytes } from "./limits.ts";

export const tooLarge = Symbol("too large");

/**
 * The whole body as text, or `tooLarge` as soon as it is known to be above the limit; undefined when the client ends before it
 * has sent it.
 */
export function readBody(request: IncomingMessage): Promise<string | typeof tooLarge | undefined> {
  return new Promise((done) => {
    if (Number(request.headers["content-length"]) > maxBodyBytes) return done(tooLarge);
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes <= maxBodyBytes) return;
      request.pause();
      done(tooLarge);
    });
    request.on("end", () => done(textOf(chunks)));
    request.on("error", () => done(undefined));
    request.on("close", () => done(undefined));
  });
}

function textOf(chunks: readonly Buffer[]): string {
  const [first] = chunks;
  return first !== undefined && chunks.length === 1 ? first.toString() : Buffer.concat(chunks).toString();
}
