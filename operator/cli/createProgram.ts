import { Argument, Command, Option } from "commander";
import { clientVersion } from "../../lib/build/bundled.ts";
import { type BuiltInModule, builtInModules } from "../../lib/modules/builtInModule.ts";
import { variableOf } from "../config/parseSettings.ts";
import { runSettings } from "../config/settings.ts";
import { addAccountCommands } from "./accountCommands.ts";
import { addSettings } from "./addSettings.ts";
import type { CreateOptions } from "./keystoreCommands.ts";
import type { ExportOptions, ImportOptions } from "./protectionCommands.ts";

/**
 * The command line of `nektar-operator`. What a command needs is loaded when it runs, so that the others start at once.
 */
export function createProgram(): Command {
  const program = new Command("nektar-operator")
    .description("The operator client of the Nektar network: answers tasks and signs the responses.")
    .version(clientVersion())
    .showHelpAfterError("(--help shows what there is)");
  addCreate(program, "init");
  addRun(program);
  addKeystore(program);
  addProtection(program);
  addAccountCommands(program);
  program
    .command("module")
    .description("serves a built-in module on standard input and output, for --module")
    .addArgument(new Argument("<name>").choices(builtInModules))
    .argument("[args...]", "price: the file of observations")
    .action(async (name: BuiltInModule, args: string[]) => {
      const { runModule } = await import("./runModule.ts");
      await runModule(name, args);
    });
  program
    .command("status")
    .description("shows how a running client is, from its node API")
    .option("--url <url>", "address of its node API", "http://127.0.0.1:4011")
    .action(async ({ url }: { url: string }) => {
      const { showStatus } = await import("./showStatus.ts");
      process.exitCode = await showStatus(url, process.stdout);
    });
  return program;
}

function addRun(program: Command): void {
  const run = program
    .command("run")
    .description("runs the client until it is stopped by SIGTERM or Ctrl-C")
    .addHelpText(
      "after",
      `\nEach option can also be given as a variable, e.g. --data-dir as ${variableOf("data-dir")}.`,
    );
  addSettings(run, runSettings, async (settings) => {
    const { runUntilStopped } = await import("./runUntilStopped.ts");
    await runUntilStopped(settings);
  });
}

/** `init` is what a new operator does first, and the same as `keystore create`. */
function addCreate(parent: Command, name: string): void {
  parent
    .command(name)
    .description("writes a new EIP-2335 keystore with a random key, or with one that you have")
    .requiredOption("--out <file>", "where to write it; an existing file is never overwritten")
    .option("--password-file <file>", "file that holds the password; asked on the terminal if not given")
    .option("--import [file]", "take the secret key from this file (hex), or ask for it on the terminal")
    .option("--mnemonic [file]", "derive the key (EIP-2333) from the words in this file, or ask for them")
    .option("--index <number>", "which key of the mnemonic: m/12381/3600/<index>/0/0", Number, 0)
    .addOption(
      new Option("--kdf <name>", "how the password is made slow to guess")
        .choices(["scrypt", "pbkdf2"])
        .default("pbkdf2"),
    )
    .action(async (options: CreateOptions) => {
      const { createKeystoreFile } = await import("./keystoreCommands.ts");
      await createKeystoreFile(options, process.stdout);
    });
}

function addKeystore(program: Command): void {
  const keystore = program
    .command("keystore")
    .description("makes and shows the key with which responses are signed");
  addCreate(keystore, "create");
  keystore
    .command("mnemonic")
    .description("writes a new mnemonic of 24 words, from which keys can be derived")
    .requiredOption("--out <file>", "where to write it; an existing file is never overwritten")
    .action(async ({ out }: { out: string }) => {
      const { createMnemonicFile } = await import("./keystoreCommands.ts");
      createMnemonicFile(out, process.stdout);
    });
  keystore
    .command("show")
    .description("shows a keystore's public key; with a password also checks that it opens")
    .requiredOption("--keystore <file>", "an EIP-2335 keystore")
    .option("--password-file <file>", "file that holds the password")
    .action(async (options: { keystore: string; passwordFile?: string }) => {
      const { showKeystore } = await import("./keystoreCommands.ts");
      await showKeystore(options, process.stdout);
    });
}

function addProtection(program: Command): void {
  const protection = program
    .command("protection")
    .description("moves the record of what was signed, in EIP-3076's interchange form, while no client runs");
  const add = (name: string, description: string) =>
    protection
      .command(name)
      .description(description)
      .requiredOption("--data-dir <dir>", "directory of the signing journal")
      .option(
        "--addresses <file>",
        "addresses file: names the chain and the TaskManager",
        ".nektar/addresses.json",
      );
  add("export", "writes every record into a file")
    .requiredOption("--out <file>", "where to write it; an existing file is never overwritten")
    .action(async (options: ExportOptions) => {
      const { exportProtection } = await import("./protectionCommands.ts");
      await exportProtection(options, process.stdout);
    });
  add("import", "records everything that a file says was signed: all or nothing")
    .requiredOption("--from <file>", "the file")
    .action(async (options: ImportOptions) => {
      const { importProtection } = await import("./protectionCommands.ts");
      await importProtection(options, process.stdout);
    });
}
