import { setFlagsFromString } from "node:v8";
import { type BuiltInModule, moduleHeapMegabytes } from "../../lib/modules/builtInModule.ts";

/** Serves a built-in module on standard input and output. */
export async function runModule(name: BuiltInModule, args: readonly string[]): Promise<void> {
  setFlagsFromString(`--max-old-space-size=${moduleHeapMegabytes}`);
  if (name === "price") {
    const { servePrices } = await import("../../lib/modules/price/servePrices.ts");
    await servePrices(args[0] ?? "");
    return;
  }
  const [{ serveLines }, { respond }] = await Promise.all([
    import("../../lib/modules/serveLines.ts"),
    import("../../lib/modules/factorization/respond.ts"),
  ]);
  await serveLines(respond);
}
