import { runForge } from "./runForge.ts";

process.exitCode = runForge(process.argv.slice(2));
