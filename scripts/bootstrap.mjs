// What `npm start` and `npm test` run first, on a fresh clone too: so it uses nothing but Node itself.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statfsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const lockfile = join(project, "package-lock.json");
const stampFile = join(project, "node_modules", ".nektar-installed");
const neededBytes = 1024 ** 3;

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Whether `version` satisfies an alternative of package.json's `engines.node`: `^20.19.0`, `>=24.0.0`. */
function satisfies(version, alternative) {
  const [, sign, ...wanted] = /^(\^|>=)(\d+)\.(\d+)\.(\d+)$/.exec(alternative);
  const difference =
    wanted.map((part, index) => version[index] - Number(part)).find((part) => part !== 0) ?? 0;
  return difference >= 0 && (sign === ">=" || version[0] === Number(wanted[0]));
}

function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  const version = process.versions.node.split(".").map(Number);
  if (engines.node.split(" || ").some((alternative) => satisfies(version, alternative))) return;
  fail(
    `Node.js ${process.versions.node} is too old or untested here: install 20, 22 or 24 (${engines.node}).`,
  );
}

/** Of the lockfile and the platform: a directory that was copied from another system is installed anew. */
function stampOf() {
  const hash = createHash("sha256").update(readFileSync(lockfile));
  return hash.update(`${process.platform} ${process.arch}`).digest("hex");
}

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === stampOf();
}

function install() {
  if (isInstalled()) return;
  const { bavail, bsize } = statfsSync(project);
  if (bavail * bsize < neededBytes) {
    const free = Math.floor((bavail * bsize) / 1024 ** 2);
    fail(`The disk has ${free} MiB free; installing needs 1 GiB: free some.`);
  }
  const reason = existsSync(join(project, "node_modules")) ? "The lockfile has changed" : "First start";
  console.log(`${reason}: installing packages by the lockfile (npm ci; half a minute to two minutes) ...`);
  const startedAt = Date.now();
  const result = npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (result.status !== 0) {
    console.error(`${result.stdout ?? ""}${result.stderr ?? ""}${result.error?.message ?? ""}`);
    fail("npm could not install the packages: its own words stand above.");
  }
  writeFileSync(stampFile, stampOf());
  console.log(`Installed in ${((Date.now() - startedAt) / 1000).toFixed(0)} s.`);
}

/** The npm that runs us, if one does; else the one on PATH. */
function npm(args) {
  const options = { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] };
  const ours = process.env.npm_execpath;
  if (ours && /\.c?js$/.test(ours)) return spawnSync(process.execPath, [ours, ...args], options);
  return spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}

/** Runs a TypeScript program of ours in this very process, so that signals and the exit code need no passing on. */
async function become(program, args) {
  process.argv = [process.argv[0], join(project, program), ...args];
  const { register } = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(join(project, program)).href);
}

const programs = { start: "devnet/main.ts", test: "test/run/main.ts" };

const [command, ...args] = process.argv.slice(2);
const program = programs[command];
if (!program) fail("Usage: npm start [-- --reset], or npm test [-- <vitest's arguments>].");
checkNode();
install();
if (command === "start" && existsSync(join(project, ".env"))) process.loadEnvFile(join(project, ".env"));
process.chdir(project);
await become(program, args);
