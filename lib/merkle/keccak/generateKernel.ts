import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import loadWabt from "wabt";
import { kernelText } from "./kernelText.ts";

const kernelFile = fileURLToPath(new URL("./kernel.gen.ts", import.meta.url));

/**
 * Writes `kernel.gen.ts`, the WebAssembly of `kernelText` as base64.
 *
 * @throws {Error} with `check` when the file on disk is not what would be written.
 */
export async function generateKernel({ check }: { check: boolean }): Promise<void> {
  const wabt = await loadWabt();
  const module = wabt.parseWat("keccak.wat", kernelText(), { threads: true });
  const { buffer } = module.toBinary({});
  module.destroy();
  const text = `/** Generated from kernelText.ts by \`npm run generate\`. */\nexport const kernel =\n  "${Buffer.from(buffer).toString("base64")}";\n`;
  if (!check) return writeFileSync(kernelFile, text);
  if (readFileSync(kernelFile, "utf8") !== text)
    throw new Error("lib/merkle/keccak/kernel.gen.ts is stale: run `npm run generate` and commit it.");
}
