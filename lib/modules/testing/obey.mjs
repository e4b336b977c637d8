import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

// A module that does what a file says: `answer` (an empty list of factors), `hang`, `crash`, `garbage`, or `late`, which
// answers well after some seconds.
const [file] = process.argv.slice(2);
const empty = `0x${"20".padStart(64, "0")}${"0".repeat(64)}`;
for await (const line of createInterface({ input: process.stdin })) {
  const { id } = JSON.parse(line);
  const manner = readFileSync(file, "utf8").trim();
  const answer = () => process.stdout.write(`${JSON.stringify({ id, response: empty })}\n`);
  if (manner === "answer") answer();
  if (manner === "crash") process.exit(9);
  if (manner === "garbage") process.stdout.write("}{ \u0000\n");
  if (manner === "late") setTimeout(answer, 7_000);
}
