import type { Writable } from "node:stream";
import { z } from "zod";
import { ConfigError } from "../../lib/errors/NektarError.ts";

const nodeSchema = z.object({
  version: z.string(),
  operator: z.string(),
  chainId: z.number(),
  phase: z.string(),
  headBlock: z.string().nullable(),
  signedTasks: z.number().nullable(),
});
const healthSchema = z.object({ health: z.string(), faults: z.array(z.string()) });
const servicesSchema = z.object({ services: z.array(z.object({ id: z.string(), status: z.string() })) });

/**
 * Prints a small table about a running client.
 *
 * @returns the exit code: 0 healthy, 1 otherwise.
 * @throws {ConfigError} when nothing answers there.
 */
export async function showStatus(url: string, output: Writable): Promise<number> {
  const [node, { health, faults }, { services }] = await Promise.all([
    read(url, "/nektar/node", nodeSchema),
    read(url, "/nektar/node/health", healthSchema),
    read(url, "/nektar/node/services", servicesSchema),
  ]);
  const rows: [string, string][] = [
    ["health", health],
    ...faults.map((fault): [string, string] => ["", fault]),
    ["phase", node.phase],
    ["operator", node.operator],
    ["chain", String(node.chainId)],
    ["head block", node.headBlock ?? "unknown"],
    ["signed tasks", String(node.signedTasks ?? "unknown")],
    ...services.map(({ id, status }): [string, string] => ["network", `${id} ${status}`]),
    ["version", node.version],
  ];
  for (const [name, value] of rows) output.write(`${name.padEnd(14)}${value}\n`);
  return health === "healthy" ? 0 : 1;
}

async function read<Answer>(url: string, path: string, schema: z.ZodType<Answer>): Promise<Answer> {
  const target = URL.canParse(path, url) ? new URL(path, url) : undefined;
  try {
    if (target === undefined) throw new Error("no address");
    const response = await fetch(target, { signal: AbortSignal.timeout(5_000) });
    return schema.parse(await response.json());
  } catch (cause) {
    throw new ConfigError(
      `No operator client answers at ${url}. Is it running? --url sets the address.`,
      {},
      { cause },
    );
  }
}
