import { defineConfig } from "vitest/config";

const exclude = ["node_modules", ".nektar", "contracts/out", "dist"];
/** These start the whole network: they need the machine for themselves, and time. */
const flowTests = ["test/flow.test.ts", "test/recovery.test.ts", "test/faulty.test.ts"];

export default defineConfig({
  // graphql has a CommonJS and an ES build, which must not meet: Vite would take the other one than its dependants do.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    pool: "forks",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.ts"],
          exclude: [...exclude, ...flowTests],
          globalSetup: ["test/support/globalSetup.ts"],
          // Each file may start an anvil of its own: more at once than this only makes them wait for each other.
          maxWorkers: 2,
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "flow",
          include: flowTests,
          maxWorkers: 1,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
