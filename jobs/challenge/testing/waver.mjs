// A module that never gives the same response twice, and fails on 0xdead.
import { createInterface } from "node:readline";

for await (const line of createInterface({ input: process.stdin })) {
  const { id, payload } = JSON.parse(line);
  if (payload === "0xdead") process.exit(3);
  const response = `0x${process.hrtime.bigint().toString(16).padStart(64, "0")}`;
  process.stdout.write(`${JSON.stringify({ id, response })}\n`);
}
