import { once } from "node:events";
import { readFileSync } from "node:fs";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { type Abi, decodeEventLog, type Hex, numberToHex } from "viem";
import { callRpc } from "../../devnet/chain/rpc.ts";
import type { RpcLog } from "./chain/recording.ts";
import { contractsOf } from "./chain/world.ts";

// The floor, in a process of its own: getLogs, decode with viem, COPY into one table. No state, no order, no reorganisations.
// Arguments: the node's URL, the database's, the addresses file, the last block.
const blocksPerRange = 100;
const [rpcUrl = "", databaseUrl = "", addressesFile = "", last = "0"] = process.argv.slice(2);

async function main() {
  const deployment = JSON.parse(readFileSync(addressesFile, "utf8"));
  const abis = new Map<string, Abi>(
    Object.values(contractsOf(deployment)).map(({ address, abi }) => [address, abi]),
  );
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(
    "drop table if exists floor; create table floor (block bigint, log_index int, address text, name text, args text)",
  );
  const started = performance.now();
  let events = 0;
  for (let from = 0; from <= Number(last); from += blocksPerRange) {
    const toBlock = numberToHex(Math.min(from + blocksPerRange - 1, Number(last)));
    const filter = { fromBlock: numberToHex(from), toBlock, address: [...abis.keys()] };
    const logs = await callRpc<(RpcLog & { logIndex: Hex })[]>(rpcUrl, "eth_getLogs", [filter]);
    const stream = client.query(copyFrom("copy floor from stdin"));
    stream.end(logs.map((log) => lineOf(log, abis.get(log.address.toLowerCase()) ?? [])).join(""));
    await once(stream, "finish");
    events += logs.length;
  }
  await client.end();
  const seconds = (performance.now() - started) / 1_000;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  console.log(
    JSON.stringify({
      events,
      seconds,
      cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
      peakMiB: maxRSS / 1024,
    }),
  );
}

function lineOf(log: RpcLog & { logIndex: Hex }, abi: Abi): string {
  const { eventName, args } = decodeEventLog({ abi, topics: log.topics as [Hex, ...Hex[]], data: log.data });
  const json = JSON.stringify(args, (_key, value) => (typeof value === "bigint" ? value.toString() : value));
  const escaped = json.replaceAll("\\", "\\\\");
  return `${Number(log.blockNumber)}\t${Number(log.logIndex)}\t${log.address.toLowerCase()}\t${eventName}\t${escaped}\n`;
}

await main();
