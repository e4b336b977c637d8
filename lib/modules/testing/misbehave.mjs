import { createInterface } from "node:readline";

// A module that does what its payload says: 0x01 answers, 0x02 hangs, 0x03 floods, 0x04 dies, 0x05 writes nonsense,
// 0x06 answers for another id, 0x07 reports an error, 0x08 shows its environment, 0x09 ignores SIGTERM from then on,
// 0x0a eats memory until it is ended.
for await (const line of createInterface({ input: process.stdin })) {
  const { id, payload } = JSON.parse(line);
  const write = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);
  if (payload === "0x01") write({ id, response: "0xAA" });
  if (payload === "0x03") process.stdout.write("a".repeat(5_000_000));
  if (payload === "0x04") process.exit(3);
  if (payload === "0x05") process.stdout.write("<html>\n");
  if (payload === "0x06") write({ id: id + 1, response: "0xbb" });
  if (payload === "0x07") write({ id, error: "no" });
  if (payload === "0x08")
    write({ id, response: `0x${Buffer.from(JSON.stringify(process.env)).toString("hex")}` });
  if (payload === "0x0a") {
    const eaten = [];
    setInterval(() => eaten.push(Buffer.alloc(16 * 1024 ** 2, 1)), 20);
  }
  if (payload === "0x09") {
    process.on("SIGTERM", () => {});
    setInterval(() => {}, 1000);
    write({ id, response: "0x" });
  }
}
