import { setFlagsFromString } from "node:v8";
import { type BuiltInModule, moduleHeapMegabytes } from "../modules/builtInModule.ts";

/** Serves a built-in module on standard input and output. */
export async function runModule(name: BuiltInModule, args: readonly string[]): Promise<void> {
  setFlagsFromString(`--max-old-space-size=${moduleHeapMegabytes}`);
  if (name === "price") {
    const { servePrices } = await import("../modules/price/servePrices.ts");
    await servePrices(args[0] ?? "");
    return;
  }
  const [{ serveLines }, { respond }] = await Promise.all([
    import("../modules/serveLines.ts"),
    import("../modules/factorization/respond.ts"),
  ]);
  await serveLines(respond);
}
