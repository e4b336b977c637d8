import { generateApiTypes } from "../api/generate.ts";
import { generateContracts } from "../contracts/generate/generateContracts.ts";

/**
 * `npm run generate` writes every generated file of the repository: typed ABIs from the contracts, resolver types from
 * `schema.graphql`. With `--check` nothing is written and a stale file fails the run.
 */
const check = process.argv.includes("--check");
const stale = [...(await generateContracts({ check })), ...(await generateApiTypes({ check }))];
if (check && stale.length > 0) {
  console.error(
    `Stale generated files: ${stale.join(", ")}. Run \`npm run generate\` and commit the result.`,
  );
  process.exit(1);
}
console.log(check ? "Generated files are up to date." : "Generated files written.");
