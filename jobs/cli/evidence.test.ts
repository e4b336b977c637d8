import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toHex, zeroHash } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleText, type EvidenceBundle } from "../../lib/evidence/bundle.ts";
import { collectBundle } from "../evidence/collectBundle.ts";
import { openScene, type Scene } from "../evidence/testing/openScene.ts";

const directory = mkdtempSync(join(tmpdir(), "nektar-evidence-"));
const file = (name: string) => join(directory, name);
/** anvil's ninth account: somebody who has nothing to do with the jobs. */
const reporter = mnemonicToAccount("test test test test test test test test test test test junk", {
  addressIndex: 8,
});
const reporterKey = toHex(reporter.getHdKey().privateKey ?? new Uint8Array());

let scene: Scene;
let bundle: EvidenceBundle;
let chain: Record<string, string>;
let database: Record<string, string>;

beforeAll(async () => {
  scene = await openScene();
  const { sender, context } = scene;
  const sources = { db: sender.db, chain: sender.chain, deployment: context.deployment };
  bundle = await collectBundle(sources, await scene.offend(1));
  writeFileSync(file("bundle"), bundleText(bundle));
  writeFileSync(file("addresses.json"), JSON.stringify(context.deployment));
  chain = { RPC_URL: scene.chain.url };
  database = { ...chain, DATABASE_URL: scene.databaseUrl, NEKTAR_ADDRESSES: file("addresses.json") };
}, 120_000);
afterAll(async () => {
  await scene?.close();
  rmSync(directory, { recursive: true, force: true });
});

/** `npm run nektar -- evidence …`, with nothing else in its environment than is given. */
function run(args: readonly string[], env: Record<string, string> = {}) {
  const { PATH = "" } = process.env;
  return new Promise<{ failed: boolean; output: string }>((resolve) => {
    const options = { env: { PATH, ...env } };
    execFile(
      process.execPath,
      ["--import", "tsx", "scripts/nektar.ts", "evidence", ...args],
      options,
      (error, stdout, stderr) => resolve({ failed: error !== null, output: stdout + stderr }),
    );
  });
}

describe("nektar evidence", () => {
  it("verify says from the file alone what the signatures prove, and with a node whose they are", async () => {
    const alone = await run(["verify", file("bundle")]);
    expect(alone).toMatchObject({ failed: false });
    expect(alone.output).toContain("Holds: whoever holds the key signed two different responses");
    const all = await run(["verify", file("bundle"), "--addresses", file("addresses.json")], chain);
    expect(all).toMatchObject({ failed: false });
    expect(all.output).toContain(`Holds: operator ${bundle.operator.address} signed two different responses`);
    expect(all.output).not.toContain("FAIL");
  }, 60_000);

  it("verify names the part of a tampered file that does not hold, and import and submit refuse it", async () => {
    const task = { ...bundle.task, payload: "0xbad0" as const };
    writeFileSync(file("tampered"), bundleText({ ...bundle, task }));
    for (const command of ["verify", "import", "submit"]) {
      const { failed, output } = await run([command, file("tampered")], {
        ...database,
        REPORTER_PRIVATE_KEY: reporterKey,
      });
      expect([failed, output.match(/^FAIL {2}[^:]*/m)?.[0]]).toEqual([true, "FAIL  task id"]);
    }
    writeFileSync(file("garbage"), "{}");
    expect(await run(["verify", file("garbage")])).toMatchObject({ failed: true });
  }, 60_000);

  it("import hands a file over once; list and show have it", async () => {
    expect((await run(["import", file("bundle")], database)).output).toContain(
      "Imported: the jobs submit it.",
    );
    expect((await run(["import", file("bundle")], database)).output).toContain("Known already.");
    const { output } = await run(["list", "--operator", bundle.operator.address], database);
    expect(output).toContain(bundle.evidenceHash);
    const shown = await run(["show", bundle.evidenceHash], database);
    expect(shown.output.trimEnd()).toBe(bundleText(bundle));
    expect(await run(["show", zeroHash], database)).toMatchObject({ failed: true });
  }, 60_000);

  it("submit slashes without any database, once", async () => {
    const environment = { ...chain, REPORTER_PRIVATE_KEY: reporterKey };
    const { failed, output } = await run(["submit", file("bundle")], environment);
    expect(output).toMatch(/^Slashed in 0x[0-9a-f]{64}\.$/m);
    expect(failed).toBe(false);
    const offence = { taskId: bundle.task.id, operator: bundle.operator.address };
    const slashes = await scene.slashesOf(offence);
    expect(slashes.map(({ args }) => [args.evidenceHash, args.reporter])).toEqual([
      [bundle.evidenceHash, reporter.address],
    ]);
    const again = await run(["submit", file("bundle")], environment);
    expect(again).toMatchObject({ failed: true });
    expect(await scene.slashesOf(offence)).toHaveLength(1);
    expect(`${output}${again.output}`).not.toContain(reporterKey);
  }, 60_000);
});
