import type { z } from "zod";
import { ConfigError } from "../../lib/errors/NektarError.ts";

/** A setting of the client: an option of the command line, and a variable of the environment. */
export type Setting = {
  /** What stands for the value in the help; an option without one is a flag. */
  readonly value?: string;
  readonly description: string;
  /** The option may be repeated. */
  readonly many?: boolean;
  /** What joins repeated options into the form that the variable has; a comma unless said otherwise. */
  readonly separator?: string;
  readonly schema: z.ZodType;
};

/** What settings are once they were read. */
export type ParsedSettings<Settings extends Record<string, Setting>> = {
  [Name in keyof Settings]: z.output<Settings[Name]["schema"]>;
};

/** `--data-dir` can also be given as `NEKTAR_OPERATOR_DATA_DIR`. */
export function variableOf(name: string): string {
  return `NEKTAR_OPERATOR_${name.replaceAll("-", "_").toUpperCase()}`;
}

/**
 * Reads settings: options of the command line first, then the environment; an empty value counts as not given.
 *
 * @returns the typed settings, by option name.
 * @throws {ConfigError} naming every faulty setting at once, a sentence each. Values are never repeated: an endpoint's
 * address may hold a key.
 */
export function parseSettings<Settings extends Record<string, Setting>>(
  settings: Settings,
  options: Readonly<Record<string, string | string[] | boolean | undefined>>,
  environment: NodeJS.ProcessEnv = process.env,
): ParsedSettings<Settings> {
  const values: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const [name, setting] of Object.entries(settings)) {
    const option = options[name];
    const joined = Array.isArray(option) ? option.join(setting.separator ?? ",") : option;
    const given = (joined === true ? "true" : joined) || environment[variableOf(name)] || undefined;
    const result = setting.schema.safeParse(given);
    if (result.success) values[name] = result.data;
    else {
      const sentences =
        given === undefined ? ["is missing"] : result.error.issues.map((issue) => issue.message);
      faults.push(`  --${name} (or ${variableOf(name)}) ${[...new Set(sentences)].join(", ")}.`);
    }
  }
  if (faults.length > 0) throw new ConfigError(`These settings are not valid:\n${faults.join("\n")}`);
  return values as ParsedSettings<Settings>;
}
