import { fileURLToPath } from "node:url";
import { outputOf } from "./outputOf.ts";

export type PollOptions = {
  readonly url: string;
  /** A file with a body on each line: one for each client. */
  readonly bodies: string;
  readonly seconds: number;
};

export type PollResult = {
  readonly requests: number;
  /** Answers 304. */
  readonly notModified: number;
  readonly failures: number;
};

const program = fileURLToPath(new URL("./pollProcess.ts", import.meta.url));

/** Every client sends its body once a second, with the tag of its last answer. */
export async function poll(options: PollOptions): Promise<PollResult> {
  const output = await outputOf(process.execPath, ["--import", "tsx", program, JSON.stringify(options)]);
  return JSON.parse(output) as PollResult;
}
