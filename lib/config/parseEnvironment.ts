import { z } from "zod";
import { ConfigError } from "../errors/NektarError.ts";

/**
 * Parses environment variables by a schema, once, at a process's start.
 * Empty strings count as unset. Values are never echoed, so that secrets stay out of logs.
 *
 * @returns the typed configuration.
 * @throws {ConfigError} naming every faulty variable at once, a line each.
 */
export function parseEnvironment<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: NodeJS.ProcessEnv = process.env,
): z.infer<z.ZodObject<Shape>> {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const result = z.object(shape).safeParse(set);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new ConfigError(`The environment is not valid (see .env.example):\n${lines.join("\n")}`, {
    variables: result.error.issues.map((issue) => issue.path.join(".")),
  });
}
