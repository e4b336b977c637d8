import { defineConfig } from "vitest/config";

const exclude = ["node_modules", ".nektar", "contracts/out", "dist"];

export default defineConfig({
  // graphql has a CommonJS and an ES build, which must not meet: Vite would take the other one than its dependants do.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    exclude,
    globalSetup: ["test/support/globalSetup.ts"],
    pool: "forks",
    // Each file may start an anvil of its own: more at once than this only makes them wait for each other.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    include: ["**/*.test.ts"],
  },
});
