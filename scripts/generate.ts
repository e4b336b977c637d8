import { generateApiTypes } from "../api/generate.ts";
import { generateClient } from "../client/generate.ts";
import { generateContracts } from "../contracts/generate/generateContracts.ts";
import { generateKernel } from "../lib/merkle/keccak/generateKernel.ts";

/**
 * `npm run generate` writes every generated file of the repository: typed ABIs from the contracts, resolver types from
 * `schema.graphql`, the WebAssembly that hashes Merkle trees. With `--check` nothing is written; a stale file fails the run with its name.
 */
const check = process.argv.includes("--check");
try {
  await generateContracts({ check });
  await generateApiTypes({ check });
  await generateClient({ check });
  await generateKernel({ check });
  console.log(check ? "Generated files are up to date." : "Generated files written.");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
