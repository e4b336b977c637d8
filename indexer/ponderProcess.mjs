// Ponder brings its own loader for TypeScript. Through tsx's, which our own files need before it, each of its thousands of
// modules loads slower: 3.8 s in the place of 1.5.
import { register } from "tsx/esm/api";

const unregister = register();
const { fail, prepare } = await import("./ponderProcess.ts");
try {
  const ponder = await prepare(process.argv[2]);
  await unregister();
  await import(ponder);
} catch (error) {
  fail(error);
}
