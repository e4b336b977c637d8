import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import pg from "pg";

/**
 * The floor: the SQL of Nektar's API through `pg` with named statements behind `node:http`, nothing else. A request names
 * a query and brings its statements' values; FLOOR_STATEMENTS is a file with the statements of each query.
 */
type Request = { readonly query: string; readonly values: readonly unknown[][] };

const statements = JSON.parse(readFileSync(process.env.FLOOR_STATEMENTS ?? "", "utf8")) as Record<
  string,
  readonly string[]
>;
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

async function answer({ query, values }: Request): Promise<string> {
  const rows: unknown[] = [];
  for (const [index, text] of (statements[query] ?? []).entries()) {
    const name = `${query}_${index}`;
    const result = await pool.query({ name, text, values: values[index] ?? [], rowMode: "array" });
    rows.push(result.rows);
  }
  const [[[json] = []] = []] = rows as unknown[][][];
  // One statement that makes the whole answer is sent as it is.
  return rows.length === 1 && typeof json === "string" ? json : JSON.stringify(rows);
}

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => done(Buffer.concat(chunks).toString()));
  });
}

const server = createServer(async (request, response) => {
  const text = await answer(JSON.parse(await readBody(request)) as Request);
  response.writeHead(200, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
});
server.listen(Number(process.env.PORT), "127.0.0.1");
