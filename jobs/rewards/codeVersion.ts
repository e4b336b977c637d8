import { readFileSync } from "node:fs";

/** The version of this program, which a bundle names as the one that made it. */
export const codeVersion: string = (
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }
).version;
