import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/**
 * What answering from memory costs `node:http` at least: reads a request, parses it, and sends the answer that MEMORY_ANSWERS
 * (a file of pairs, body and answer) has for it.
 */
const answers = new Map(
  JSON.parse(readFileSync(process.env.MEMORY_ANSWERS ?? "", "utf8")) as (readonly [string, string])[],
);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const body = Buffer.concat(chunks).toString();
    const { query } = JSON.parse(body) as { query?: string };
    const text = (query && answers.get(body)) ?? "{}";
    response.writeHead(200, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(text),
    });
    response.end(text);
  });
});
server.listen(Number(process.env.PORT), "127.0.0.1");
