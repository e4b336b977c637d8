#!/usr/bin/env node
// The executable that forge takes for a native solc: npm's `solc` (WebAssembly), so that contracts build offline and
// from the lockfile alone. forge asks `--version` and sends standard JSON on stdin.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const solc = createRequire(import.meta.url)("solc");
const options = process.argv.slice(2);

if (options.includes("--version")) {
  // forge parses the line that begins with "Version:" and wants a platform it knows at its end.
  const version = solc.version().replace(/Emscripten.*$/, "Linux.g++");
  process.stdout.write(`solc, the solidity compiler commandline interface\nVersion: ${version}\n`);
} else if (options.includes("--standard-json")) {
  process.stdout.write(solc.compile(readFileSync(0, "utf8")));
} else {
  process.stderr.write("This wrapper answers --version and --standard-json only.\n");
  process.exitCode = 1;
}
