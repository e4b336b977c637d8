import { join } from "node:path";
import { type Hex, keccak256, toHex } from "viem";
import { localSigner } from "../../signer/localSigner.ts";
import { Journal, SigningRefusedError } from "../journal.ts";
import { lockDirectory } from "../lockDirectory.ts";
import { ProtectedSigner } from "../ProtectedSigner.ts";

/**
 * A client whose API lies: it is asked for random, conflicting responses to the same tasks, and writes every signature
 * that it releases. The test kills it. Arguments: data directory, number of the first task, number of tasks.
 */
const [directory = "", first = "0", count = "1"] = process.argv.slice(2);
await lockDirectory(directory);
const journal = await Journal.open(join(directory, "signing-journal.jsonl"));
const domain = { chainId: 31337, taskManager: `0x${"11".repeat(20)}` } as const;
const signer = new ProtectedSigner(journal, localSigner(new Uint8Array(32).fill(7)), domain);

for (;;) {
  const number = Number(first) + Math.floor(Math.random() * Number(count));
  const taskId = keccak256(toHex(number));
  const recorded = (await signer.recorded(taskId))?.response ?? undefined;
  const response: Hex =
    recorded !== undefined && Math.random() < 0.5 ? recorded : toHex(Math.random().toString());
  try {
    const signature = await signer.sign({ taskId, referenceBlock: 1n, response });
    process.stdout.write(`${JSON.stringify({ number, signature })}\n`);
  } catch (error) {
    if (!(error instanceof SigningRefusedError)) throw error;
    process.stdout.write(`${JSON.stringify({ number, refused: true })}\n`);
  }
}
