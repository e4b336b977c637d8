import type { Hex } from "viem";
import { z } from "zod";
import type { ModuleSetting, ModuleSource } from "./createModules.ts";
import { splitCommand } from "./splitCommand.ts";

/** `<network address>=<command or URL>`: the program, or the endpoint, that answers a network's tasks. */
export const moduleSetting = z.string().transform((value, context): ModuleSetting => {
  const separator = value.indexOf("=");
  const network = value.slice(0, Math.max(separator, 0)).trim();
  const program = value.slice(separator + 1).trim();
  const source = /^https?:\/\//.test(program) ? readEndpoint(program) : readCommand(program);
  if (/^0x[0-9a-fA-F]{40}$/.test(network) && source !== undefined)
    return { network: network.toLowerCase() as Hex, ...source };
  context.addIssue({ code: "custom", message: "must be <network address>=<command or URL>" });
  return z.NEVER;
});

/** Several of them, a line each. */
export const moduleSettings = z
  .string()
  .default("")
  .transform((value) => value.split("\n").filter((part) => part.trim() !== ""))
  .pipe(z.array(moduleSetting));

function readEndpoint(url: string): ModuleSource | undefined {
  return URL.canParse(url) ? { url } : undefined;
}

function readCommand(text: string): ModuleSource | undefined {
  const command = splitCommand(text);
  return command === undefined ? undefined : { command };
}
