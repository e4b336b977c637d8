import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { ConfigError } from "../../lib/errors/NektarError.ts";

const repositoryRoot = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Runs forge on `contracts/` from the repository's root and returns its exit code. The npm package's own launcher ends
 * with 0 whatever forge found, so that failed tests look green: the platform's binary is called here directly.
 *
 * @param output `inherit` shows all, `errors` only what goes to stderr.
 * @throws {ConfigError} when npm has installed no binary for this platform.
 */
export function runForge(args: readonly string[], output: "inherit" | "errors" = "inherit"): number {
  const [command = "--help", ...rest] = args;
  const result = spawnSync(forgeBinary(), [command, "--root", "contracts", ...rest], {
    cwd: repositoryRoot,
    stdio: ["ignore", output === "inherit" ? "inherit" : "ignore", "inherit"],
  });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

function forgeBinary(): string {
  const arch = process.arch === "x64" ? "amd64" : process.arch;
  const name = `@foundry-rs/forge-${process.platform}-${arch}`;
  const file = process.platform === "win32" ? "forge.exe" : "forge";
  const require = createRequire(createRequire(import.meta.url).resolve("@foundry-rs/forge/package.json"));
  try {
    return require.resolve(`${name}/bin/${file}`);
  } catch (cause) {
    throw new ConfigError(
      `forge has no binary for this platform (${name} is not installed). Run \`npm install\`.`,
      { name },
      { cause },
    );
  }
}
