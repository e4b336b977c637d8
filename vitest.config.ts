import { defineConfig } from "vitest/config";

const exclude = ["node_modules", ".nektar", "contracts/out", "dist"];

export default defineConfig({
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
