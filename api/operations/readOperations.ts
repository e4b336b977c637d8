import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSchema, GraphQLError, type GraphQLSchema, parse, validate } from "graphql";
import { z } from "zod";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { schemaText } from "../schemaText.ts";

/** Texts of operations that may always be asked for by their SHA-256, in hex. */
export type RegisteredOperations = ReadonlyMap<string, string>;

/** As Apollo's tools write it, so that clients built with them bring theirs. */
const manifest = z.object({
  format: z.literal("apollo-persisted-query-manifest"),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), name: z.string(), body: z.string().min(1) })),
});

/** The operations of our own client and of the operator's: `npm run generate` writes them. */
const ownFile = fileURLToPath(new URL("../generated/operations.json", import.meta.url));

/**
 * Our own operations, and those of a file.
 *
 * @param path of an Apollo persisted query manifest.
 * @throws {ConfigError} when it is none, when an id is not the SHA-256 of its body, or when an operation does not fit the schema.
 */
export function readRegisteredOperations(path?: string): RegisteredOperations {
  const schema = buildSchema(schemaText);
  const paths = path === undefined ? [ownFile] : [ownFile, path];
  return new Map(paths.flatMap((file) => readOperations(file, schema)));
}

function readOperations(path: string, schema: GraphQLSchema): (readonly [string, string])[] {
  const parsed = manifest.safeParse(readJson(path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(`${path} (API_OPERATIONS_FILE): ${issue?.path.join(".")} ${issue?.message}`, {
      path,
    });
  }
  return parsed.data.operations.map(({ id, name, body }) => {
    const fault = id === hash("sha256", body, "hex") ? faultOf(body, schema) : "its id is not its SHA-256";
    if (fault !== undefined)
      throw new ConfigError(`${path} (API_OPERATIONS_FILE): the operation ${name}: ${fault}.`, {
        path,
        name,
      });
    return [id, body] as const;
  });
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new ConfigError(
      `The file of API_OPERATIONS_FILE cannot be read as JSON: ${path}`,
      { path },
      { cause },
    );
  }
}

function faultOf(text: string, schema: GraphQLSchema): string | undefined {
  try {
    return validate(schema, parse(text))[0]?.message.replace(/\.$/, "");
  } catch (error) {
    if (error instanceof GraphQLError) return error.message.replace(/\.$/, "");
    throw error;
  }
}
