import { readFileSync } from "node:fs";
import { type Command, InvalidArgumentError } from "commander";
import { type Address, type Hex, isAddress } from "viem";
import { connectChain } from "../../lib/chain/connectChain.ts";
import { withChain } from "../../lib/cli/withChain.ts";
import { parseEnvironment } from "../../lib/config/parseEnvironment.ts";
import { rpcUrls } from "../../lib/config/variables.ts";
import { NektarError } from "../../lib/errors/NektarError.ts";
import { bundleText, contentHashOf, parseBundle } from "../../lib/evidence/bundle.ts";
import type { Check } from "../../lib/evidence/Check.ts";
import { checkWrongResponse, checkWrongResponseOnChain } from "../../lib/evidence/checkWrongResponse.ts";
import { isWrongResponse, parseWrongResponse, wrongResponseText } from "../../lib/evidence/wrongResponse.ts";
import { listEvidence, listEvidenceOf, type StoredEvidence } from "../evidence/queries.ts";
import { importEvidence } from "./importEvidence.ts";
import { parseHash, parseLimit } from "./parseArguments.ts";
import { print, printList } from "./print.ts";
import { submitEvidence } from "./submitEvidence.ts";
import { verifyEvidence } from "./verifyEvidence.ts";

/** No evidence here has the id. */
class UnknownEvidenceError extends NektarError {
  readonly code = "UNKNOWN_EVIDENCE";
}

/** A part of the evidence does not hold. */
class EvidenceRefusedError extends NektarError {
  readonly code = "EVIDENCE_REFUSED";
}

/** `evidence list`, `show`, `verify`, `import` and `submit`. */
export function addEvidenceCommands(program: Command): void {
  const evidence = program
    .command("evidence")
    .description("proofs that operators signed two responses to one task");
  evidence
    .command("list")
    .description("print the offences that are known here, newest first")
    .option("--operator <address>", "of one operator", parseAddress)
    .option("--limit <number>", "at most so many", parseLimit, 50)
    .action((options: { operator?: Address; limit: number }) =>
      withChain(async ({ db }) => {
        printList((await listEvidence(db, options)).map(describe), "No offence is known here.");
      }),
    );
  evidence
    .command("show")
    .description("print one bundle, canonical JSON")
    .argument("<id>", "the evidence hash, the bundle's hash, the slash's id or the task's id", parseHash)
    .option("--operator <address>", "when several operators offended at the task", parseAddress)
    .action((id: Hex, options: { operator?: Address }) =>
      withChain(({ db }) => show(db, id, options.operator)),
    );
  evidence
    .command("verify")
    .description(
      "check a bundle part by part: against RPC_URL if it is set, else what the signatures alone prove",
    )
    .argument("<file>")
    .option("--addresses <file>", "also require the contracts of this addresses file")
    .action(async (file: string, options: VerifyFlags) => {
      if (isWrongResponse(readFileSync(file, "utf8"))) await verifyWrongResponse(file);
      else await verify(file, options);
    });
  evidence
    .command("import")
    .description("verify a bundle and hand it to the jobs, which submit it")
    .argument("<file>")
    .action(async (file: string) => {
      const bundle = await verify(file, {});
      const isNew = await withChain((tools) => importEvidence(tools, bundle));
      print(isNew ? "Imported: the jobs submit it." : "Known already.");
    });
  evidence
    .command("submit")
    .description("verify a bundle and submit it, with REPORTER_PRIVATE_KEY and RPC_URL and no database")
    .argument("<file>")
    .option("--addresses <file>", "also require the contracts of this addresses file")
    .action(async (file: string, options: VerifyFlags) =>
      print(`Slashed in ${await submitEvidence(await verify(file, options))}.`),
    );
}

type VerifyFlags = { readonly addresses?: string };

async function verify(file: string, flags: VerifyFlags) {
  const text = readFileSync(file, "utf8");
  const bundle = parseBundle(text);
  const { checks, withChain: isOnline } = await verifyEvidence(bundle, flags);
  requireAll(checks);
  print(`Bundle ${contentHashOf(bundleText(bundle))}, evidence ${bundle.evidenceHash}`);
  const by = isOnline ? `operator ${bundle.operator.address}` : "whoever holds the key";
  const rest = isOnline ? "" : " Set RPC_URL to learn whose key it is, and whether the task is there.";
  print(`Holds: ${by} signed two different responses to task ${bundle.task.id}.${rest}`);
  return bundle;
}

async function verifyWrongResponse(file: string): Promise<void> {
  const bundle = parseWrongResponse(readFileSync(file, "utf8"));
  const { RPC_URL } = parseEnvironment({ RPC_URL: rpcUrls.optional() });
  const onChain = RPC_URL === undefined ? [] : await checkWrongResponseOnChain(bundle, connectChain(RPC_URL));
  const checks = [...checkWrongResponse(bundle), ...onChain];
  requireAll(checks);
  print(`Bundle ${contentHashOf(wrongResponseText(bundle))}`);
  const isDecided = checks.some(({ name, holds }) => name === "verdict now" && holds === true);
  print(
    isDecided
      ? `Holds: the network's verifier finds the response to task ${bundle.task.id} wrong.`
      : "Nothing contradicts it. Whether the response is wrong only the network's verifier or module can say.",
  );
}

/** Prints each part. @throws {EvidenceRefusedError} when one does not hold. */
function requireAll(checks: readonly Check[]): void {
  for (const { name, holds, detail } of checks)
    print(`${holds === null ? "?   " : holds ? "ok  " : "FAIL"}  ${name}: ${detail}`);
  const failed = checks.filter(({ holds }) => holds === false).map(({ name }) => name);
  if (failed.length > 0)
    throw new EvidenceRefusedError(`The evidence does not hold: ${failed.join(", ")}.`, { failed });
}

async function show(db: Parameters<typeof listEvidenceOf>[0], id: Hex, operator?: Address): Promise<void> {
  const rows = (await listEvidenceOf(db, id)).filter((row) => !operator || row.operator === operator);
  const [row] = rows;
  if (!row) throw new UnknownEvidenceError(`There is no evidence ${id} here.`, { id });
  if (rows.length > 1 || row.bundle === null) for (const each of rows) print(describe(each));
  else print(row.bundle);
}

function describe(row: StoredEvidence): string {
  const punished = row.reporter === null ? "" : `, reported by ${row.reporter}`;
  const reason = row.reason === null ? "" : ` (${row.reason})`;
  return `${row.known_at.toISOString()} ${row.state}${reason}${punished}: operator ${row.operator}, task ${row.task_id}, evidence ${row.evidence_hash ?? "not bundled yet"}`;
}

function parseAddress(value: string): Address {
  if (!isAddress(value)) throw new InvalidArgumentError("must be an address");
  return value.toLowerCase() as Address;
}
