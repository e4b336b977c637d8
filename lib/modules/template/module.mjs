// A template of a network's module. Copy it, put your computation into `respond`, and name it to the client:
//   --module 0xNetwork="node /path/to/module.mjs"
//
// It reads {"id","payload"} and writes {"id","response"} or {"id","error"}, one JSON line each. Payload and response are 0x
// and hex digits. Write nothing else to standard output; standard error goes to the client's log. It may take ten seconds
// and write 16 KiB for a payload, sees no secret of the client, and must end when its input ends.
//
// Two rules keep an operator from being slashed: the same payload must always get the same response, on every machine,
// byte for byte; and what cannot be computed is an error, never a guess.
import { createInterface } from "node:readline";

/** This one answers with the payload itself. */
function respond(payload) {
  return payload;
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, payload } = JSON.parse(line);
  let answer;
  try {
    answer = { id, response: respond(payload) };
  } catch (error) {
    answer = { id, error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
