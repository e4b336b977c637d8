// A worker's first file must be JavaScript: Node 20 does not apply the loader of TypeScript to it (`execArgv` does not help).
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
