import { Command, Option } from "commander";
import { parseSettings, type Setting, variableOf } from "../config/parseSettings.ts";
import { runSettings } from "../config/settings.ts";
import type { CreateOptions } from "./keystoreCommands.ts";

/**
 * The command line of `nektar-operator`. What a command needs is loaded when it runs, so that the others start at once.
 */
export function createProgram(): Command {
  const program = new Command("nektar-operator")
    .description("The operator client of the Nektar network: answers tasks and signs the responses.")
    .showHelpAfterError("(--help shows what there is)");
  addRun(program);
  addKeystore(program);
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
  for (const [name, setting] of Object.entries<Setting>(runSettings)) {
    const option = new Option(`--${name} ${setting.value}`, setting.description);
    if (setting.many) option.argParser<string[]>((value, before = []) => [...before, value]);
    run.addOption(option);
  }
  run.action(async () => {
    const settings = parseSettings(runSettings, optionsByName(run));
    const { runUntilStopped } = await import("./runUntilStopped.ts");
    await runUntilStopped(settings);
  });
}

/** Commander names options in camel case; settings have the names of the command line. */
function optionsByName(command: Command): Record<string, string | string[] | undefined> {
  const values = command.opts<Record<string, string | string[] | undefined>>();
  return Object.fromEntries(
    command.options.map((option) => [option.long?.slice(2), values[option.attributeName()]]),
  );
}

function addKeystore(program: Command): void {
  const keystore = program
    .command("keystore")
    .description("makes and shows the key with which responses are signed");
  keystore
    .command("create")
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
