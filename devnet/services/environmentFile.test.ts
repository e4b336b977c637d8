import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readSettings } from "../settings.ts";
import { writeEnvironmentFile } from "./environmentFile.ts";

it("tells a shell where the network is, whatever stands in the values, and nobody else", () => {
  const directory = mkdtempSync(join(tmpdir(), "nektar it's here-"));
  try {
    const settings = readSettings({ NEKTAR_DATA_DIR: directory }, { faulty: false });
    const connections = {
      databaseUrl: "postgres://me:p'$(w)\"@host/db",
      rpcUrls: ["http://a:1", "http://b:2"],
    };
    // Twice: a later start replaces it.
    writeEnvironmentFile(settings, connections);
    const file = writeEnvironmentFile(settings, connections);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const script = 'set -a; . "$1"; printf "%s\\n" "$DATABASE_URL" "$RPC_URL" "$NEKTAR_ADDRESSES"';
    const said = execFileSync("sh", ["-c", script, "sh", file], { encoding: "utf8" });
    expect(said.split("\n").slice(0, 3)).toEqual([
      connections.databaseUrl,
      "http://a:1,http://b:2",
      settings.addressesFile,
    ]);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
