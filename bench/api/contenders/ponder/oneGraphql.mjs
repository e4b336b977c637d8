import Module, { createRequire, register } from "node:module";

/**
 * Ponder pins a `graphql` of its own, while libraries that it shares with this repository find ours; two copies in one
 * process refuse each other's types. In a project of Ponder's alone there is one. So here: its own.
 */
const requireOfPonder = createRequire(import.meta.resolve("ponder"));
const file = requireOfPonder.resolve("graphql");

const { _resolveFilename } = Module;
Module._resolveFilename = (request, ...rest) =>
  request === "graphql" ? file : _resolveFilename(request, ...rest);

// Its bundler resolves to the other build of the package, so that what was found counts, not what was asked for.
const hooks = `
  const url = ${JSON.stringify(`file://${file}`)};
  export async function resolve(specifier, context, next) {
    const found = await next(specifier, context);
    return /\\/node_modules\\/graphql\\/index\\.m?js$/.test(found.url) ? { url, format: "commonjs", shortCircuit: true } : found;
  }`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
