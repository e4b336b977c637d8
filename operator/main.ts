import { createProgram } from "./cli/createProgram.ts";

async function main(): Promise<void> {
  try {
    await createProgram().parseAsync();
  } catch (error) {
    // A sentence for what the user can mend; where it happened only for what nobody foresaw. Never a foreign message:
    // it may repeat an endpoint's address with its key.
    const [{ NektarError }, { describeFault }] = await Promise.all([
      import("../lib/errors/NektarError.ts"),
      import("../lib/errors/describeFault.ts"),
    ]);
    console.error(describeFault(error));
    if (!(error instanceof NektarError) && error instanceof Error) {
      const frames = error.stack?.split("\n").filter((line) => line.startsWith("    at "));
      console.error(frames?.join("\n"));
    }
    process.exitCode = 1;
  }
}

// Not awaited at the top level: the single executable is CommonJS, which cannot.
void main();
