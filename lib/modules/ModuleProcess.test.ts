import { fileURLToPath } from "node:url";
import { encodeAbiParameters } from "viem";
import { afterEach, describe, expect, it } from "vitest";
import { createLogger } from "../logging/createLogger.ts";
import { builtInCommand } from "./builtInModule.ts";
import { ModuleProcess } from "./ModuleProcess.ts";
import { ModuleError, ModuleStoppedError } from "./moduleErrors.ts";
import { splitCommand } from "./splitCommand.ts";

const script = fileURLToPath(new URL("./testing/misbehave.mjs", import.meta.url));
const log = createLogger("test", "silent");
const modules: ModuleProcess[] = [];
const module = (command = [process.execPath, script], timeMs = 1500) => {
  const created = new ModuleProcess(
    command,
    { timeMs, lineBytes: 100_000, memoryBytes: 160 * 1024 ** 2 },
    log,
  );
  modules.push(created);
  return created;
};

describe("ModuleProcess", () => {
  afterEach(() => Promise.all(modules.splice(0).map((each) => each.stop())));

  it("runs payloads one after the other in one child", async () => {
    const subject = module();
    expect(await Promise.all([subject.run("0x01"), subject.run("0x01")])).toEqual(["0xaa", "0xaa"]);
    const { pid } = subject;
    await subject.run("0x01");
    expect(subject.pid).toBe(pid);
  });

  it.each([
    ["hangs", "0x02", /longer than 1500 ms/],
    ["floods", "0x03", /line longer than 100000 bytes/],
    ["dies", "0x04", /exit code 3/],
    ["writes nonsense", "0x05", /no answer/],
    ["answers for another payload", "0x06", /no answer/],
    ["reports an error", "0x07", /reports: no/],
    ["eats memory", "0x0a", /more than 160 MiB/],
  ] as const)(
    "fails the payload on which the module %s, and answers the next",
    async (_name, payload, reason) => {
      const subject = module();
      const bad = subject.run(payload);
      const good = subject.run("0x01");
      await expect(bad).rejects.toThrow(ModuleError);
      await expect(bad).rejects.toThrow(reason);
      expect(await good).toBe("0xaa");
      expect(subject.isHealthy).toBe(true);
    },
  );

  it("is unhealthy when payload after payload fails, as with a program that is not there", async () => {
    const subject = module(["/nowhere/module"]);
    for (let attempt = 0; attempt < 3; attempt++) {
      await expect(subject.run("0x01")).rejects.toThrow(/cannot be started/);
    }
    expect(subject.isHealthy).toBe(false);
  });

  it("shows its own environment to no module", async () => {
    process.env.NEKTAR_TEST_SECRET = "canary";
    const shown = Buffer.from((await module().run("0x08")).slice(2), "hex").toString();
    delete process.env.NEKTAR_TEST_SECRET;
    expect(shown).toContain("PATH");
    expect(shown).not.toContain("canary");
  });

  it("stops within a second, also a module that ignores SIGTERM, and rejects what was open", async () => {
    const subject = module();
    await subject.run("0x09");
    const { pid } = subject;
    const open = subject.run("0x02");
    const rejected = expect(open).rejects.toThrow(ModuleStoppedError);
    const start = performance.now();
    await subject.stop();
    await rejected;
    expect(performance.now() - start).toBeLessThan(1500);
    expect(() => process.kill(pid ?? 0, 0)).toThrow();
    await expect(subject.run("0x01")).rejects.toThrow(ModuleStoppedError);
  });

  it("runs the built-in module", async () => {
    const payload = encodeAbiParameters([{ type: "uint256" }], [15n]);
    const response = encodeAbiParameters([{ type: "uint256[]" }], [[3n, 5n]]);
    expect(await module(builtInCommand("factorization"), 10_000).run(payload)).toBe(response);
  });
});

describe("splitCommand", () => {
  it.each([
    ["node module.js", ["node", "module.js"]],
    [`  "my program" 'an argument' a"b c"d ""  `, ["my program", "an argument", "ab cd", ""]],
    ["", undefined],
    ['node "open', undefined],
  ])("splits %s", (text, parts) => {
    expect(splitCommand(text)).toEqual(parts);
  });
});
