// Completes package-lock.json with the packages of other platforms. npm leaves out of the lockfile what the registry at
// hand does not serve, and `npm ci` then refuses the lockfile everywhere. Run it after a change of the dependencies:
//   node scripts/complete-lockfile.mjs
// An entry made here has no integrity hash: npm checks it against the registry's own when it installs it.
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const systems = ["android", "darwin", "freebsd", "linux", "openbsd", "openharmony", "win32"];
const processors = ["arm64", "arm", "ia32", "loong64", "ppc64", "riscv64", "s390x", "x64"];

/** What `os`, `cpu` and `libc` of a platform's package say, told by its name. */
function platformOf(name) {
  const words = name.replace("amd64", "x64").split(/[/-]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (!os || !cpu) throw new Error(`${name}: which platform is it for?`);
  const musl = words.some((word) => word.startsWith("musl"));
  const gnu = words.some((word) => word.startsWith("gnu"));
  const libc = os !== "linux" || !(musl || gnu) ? undefined : [musl ? "musl" : "glibc"];
  return { os: [os], cpu: [cpu], ...(libc ? { libc } : {}) };
}

function isLocked(parentPath, name) {
  for (let path = parentPath; ; path = path.slice(0, path.lastIndexOf("/node_modules/"))) {
    if (lock.packages[`${path}/node_modules/${name}`]) return true;
    if (!path.includes("/node_modules/")) return lock.packages[`node_modules/${name}`] !== undefined;
  }
}

const added = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue;
    const { cpu, os, libc } = platformOf(name);
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[~^]/, ""),
      cpu,
      ...(entry.dev ? { dev: true } : {}),
      ...(libc ? { libc } : {}),
      optional: true,
      os,
    };
    added.push(`${name} ${range}`);
  }
}
const sorted = Object.entries(lock.packages).sort(([one], [other]) => one.localeCompare(other, "en"));
lock.packages = Object.fromEntries(sorted);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? "Complete already." : `Added ${added.length}:\n  ${added.join("\n  ")}`);
