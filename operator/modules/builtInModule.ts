import { fileURLToPath } from "node:url";

const heapMegabytes = 64;

/** The command that starts the demonstration network's module, with its memory bounded. */
export function factorizationCommand(): string[] {
  const script = fileURLToPath(new URL("./factorization/main.ts", import.meta.url));
  const loader = import.meta.resolve("tsx");
  return [process.execPath, `--max-old-space-size=${heapMegabytes}`, "--import", loader, script];
}
