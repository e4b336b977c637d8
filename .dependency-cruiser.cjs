/** The import rules of the house: four processes that never import each other, `lib` below them, no circles. */
const processes = ["indexer", "api", "jobs", "operator"];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "A circle of imports hides who depends on whom.",
      severity: "error",
      from: {},
      to: { circular: true, dependencyTypesNot: ["type-only"] },
    },
    ...processes.map((process) => ({
      name: `${process}-stands-alone`,
      comment: "Processes meet in the chain, in Postgres, in the queue and in schema.graphql, nowhere else.",
      severity: "error",
      from: { path: `^${process}/`, pathNot: "(\\.test\\.ts$|/testing/)" },
      to: {
        path: `^(${processes.filter((other) => other !== process).join("|")}|devnet|test|scripts|bench)/`,
      },
    })),
    {
      name: "operator-has-no-database",
      comment: "The client runs on anybody's machine, without Postgres and Redis.",
      severity: "error",
      from: { path: "^operator/" },
      to: { path: "(^lib/database/|^node_modules/(pg|kysely|bullmq|ioredis)/)" },
    },
    {
      name: "lib-is-below",
      comment: "What several processes share knows none of them.",
      severity: "error",
      from: { path: "^lib/", pathNot: "\\.test\\.ts$" },
      to: { path: `^(${processes.join("|")}|devnet|test|scripts|bench|contracts/(deploy|generate))/` },
    },
    {
      name: "processes-know-only-the-abis",
      comment: "Deploying is a tool's work, not a process's.",
      severity: "error",
      from: { path: `^(${processes.join("|")})/`, pathNot: "(\\.test\\.ts$|/testing/)" },
      to: { path: "^contracts/(deploy|generate|test)/" },
    },
    {
      name: "client-stands-alone",
      comment: "Whoever uses the API takes these files as they are.",
      severity: "error",
      from: { path: "^client/", pathNot: "(\\.test\\.ts$|generate\\.ts$)" },
      to: { pathNot: "^client/" },
    },
    {
      name: "contracts-stand-alone",
      severity: "error",
      from: { path: "^contracts/(deploy|generate|generated)/", pathNot: "\\.test\\.ts$" },
      to: { path: `^(${processes.join("|")}|devnet|test|bench)/` },
    },
    {
      name: "no-tests-in-production",
      severity: "error",
      from: { pathNot: "(\\.test\\.ts$|/testing/|^test/|^bench/|^vitest)" },
      to: { path: "(\\.test\\.ts$|/testing/|^test/)" },
    },
    {
      name: "declared-dependencies-only",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(contracts/(out|cache|src|test)/.*\\.sol|^\\.nektar)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
