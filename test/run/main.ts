import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Counts, forgeCounts, sum, vitestCounts, vitestFailures } from "./counts.ts";

/**
 * `npm test`: vitest (unit, database and flow tests), then forge (the contracts' own tests), then a line that counts both.
 * Arguments go to vitest, to choose tests by file or name; the contracts' tests are then left out, and this is said.
 */
type Outcome = {
  readonly name: string;
  readonly exitCode: number;
  readonly counts: Counts | undefined;
  /** What failed, to be said again at the end: the tests' own output may be long. */
  readonly failures: readonly string[];
};

/** Runs a program, shows what it says and returns that too. */
function run(program: string, args: readonly string[]): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { stdio: ["inherit", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      process.stdout.write(chunk);
    });
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    process.on("SIGINT", pass).on("SIGTERM", pass);
    child.once("error", reject);
    child.once("close", (code) => {
      process.off("SIGINT", pass).off("SIGTERM", pass);
      resolve({ exitCode: code ?? 1, output });
    });
  });
}

async function runVitest(args: readonly string[]): Promise<Outcome> {
  const directory = mkdtempSync(join(tmpdir(), "nektar-test-"));
  const report = join(directory, "report.json");
  const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
  const color = process.stdout.isTTY ? ["--color"] : [];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  try {
    const { exitCode } = await run(process.execPath, [vitest, "run", ...color, ...reporters, ...args]);
    const text = existsSync(report) ? readFileSync(report, "utf8") : undefined;
    return {
      name: "vitest",
      exitCode,
      counts: vitestCounts(text),
      failures: text === undefined ? [] : vitestFailures(text),
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function runForge(): Promise<Outcome> {
  const { exitCode, output } = await run(process.execPath, [
    "--import",
    "tsx",
    "contracts/forge/main.ts",
    "test",
  ]);
  const failures = output.split("\n").filter((line) => line.startsWith("[FAIL"));
  return { name: "forge", exitCode, counts: forgeCounts(output), failures: [...new Set(failures)] };
}

function describeOutcome({ name, exitCode, counts }: Outcome): string {
  if (!counts) return `${name}: no tests ran (exit code ${exitCode})`;
  const notRun = counts.notRun === 0 ? "" : `, ${counts.notRun} not run`;
  return `${name}: ${counts.passed} passed, ${counts.failed} failed${notRun}`;
}

const args = process.argv.slice(2);
const startedAt = Date.now();
const outcomes = [await runVitest(args)];
if (args.length === 0) outcomes.push(await runForge());
const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
const total = sum(outcomes.flatMap(({ counts }) => counts ?? []));

for (const failure of outcomes.flatMap(({ failures }) => failures)) console.log(`\nFAILED ${failure}`);
console.log(`\n${outcomes.map(describeOutcome).join("\n")}`);
if (args.length > 0) console.log("forge: not run, because tests were chosen by arguments");
if (total.notRun > 0)
  console.log(
    `${total.notRun} not run: each is marked as skipped above, with its reason in its title or in a line "NOT RUN".`,
  );
console.log(`${total.passed} passed, ${total.failed} failed (${seconds} s)`);
process.exitCode = outcomes.some(({ exitCode, counts }) => exitCode !== 0 || counts === undefined) ? 1 : 0;
