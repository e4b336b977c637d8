import { createServer } from "node:http";

/** The least that answers: as many bytes as the API's answer has, out of memory. What it takes longer under load is the machine's. */
const nodes = Array.from({ length: 10 }, (_, index) => ({
  taskId: `0x${index.toString(16).padStart(64, "0")}`,
  status: "FINAL",
  deadline: "2026-01-01T00:00:00.000Z",
}));
const answer = JSON.stringify({ data: { tasks: { nodes } } });

createServer((request, response) => {
  request.resume();
  request.on("end", () => response.writeHead(200, { "content-type": "application/json" }).end(answer));
}).listen(Number(process.argv[2]), "127.0.0.1");
