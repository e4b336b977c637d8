import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Hex, numberToHex } from "viem";
import { anvilBinary } from "../../../devnet/chain/anvil.ts";
import { callRpc } from "../../../devnet/chain/rpc.ts";
import { freePort } from "../../../devnet/net/ports.ts";
import { waitFor } from "../../../test/support/waitFor.ts";
import { createActivity, secondsPerBlock } from "./activity.ts";
import { type Call, createBlockWriter, readBlock } from "./blockWriter.ts";
import { createRecording, openRecording, type Recording } from "./recording.ts";
import { deployAll, listSecondAsset, setUp } from "./setUp.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const genesis = 1_750_000_000;

/** The recording of a chain with so many events of the protocol: made once, and anew when contracts or generator change. */
export async function recordedChain(events: number, say: (text: string) => void): Promise<Recording> {
  const directory = join(root, ".nektar/bench", `chain-${sourceHash()}-${events}`);
  if (!existsSync(directory)) await record(directory, events, say);
  return openRecording(directory);
}

function sourceHash(): string {
  const hash = createHash("sha256");
  for (const folder of ["bench/indexer/chain", "contracts/generated", "contracts/deploy"]) {
    for (const name of readdirSync(join(root, folder)).sort()) {
      hash.update(`\0${name}\0`).update(readFileSync(join(root, folder, name)));
    }
  }
  return hash.digest("hex").slice(0, 8);
}

async function record(directory: string, events: number, say: (text: string) => void): Promise<void> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = [
    "--host",
    "127.0.0.1",
    "--port",
    String(port),
    "--hardfork",
    "osaka",
    "--timestamp",
    String(genesis),
  ];
  // What is over is kept in the recording: anvil needs the present only.
  args.push("--prune-history", "--transaction-block-keeper", "64", "--disable-block-gas-limit", "--silent");
  args.push("--order", "fifo", "--auto-impersonate", "--no-request-size-limit");
  const anvil = spawn(anvilBinary(), args, { stdio: "ignore" });
  try {
    await waitFor("anvil", () => callRpc<Hex>(url, "eth_chainId"), { timeoutMs: 20_000 });
    await play(url, directory, events, say);
  } finally {
    anvil.kill("SIGKILL");
  }
}

async function play(
  url: string,
  directory: string,
  events: number,
  say: (text: string) => void,
): Promise<void> {
  const recording = createRecording(directory);
  const deployment = await deployAll(url);
  const secondAsset = await listSecondAsset(url, deployment);
  await callRpc(url, "evm_setAutomine", [false]).catch(() => {});
  const deployed = Number(await callRpc<Hex>(url, "eth_blockNumber"));
  const writer = createBlockWriter(url);
  const early = await Promise.all(
    Array.from({ length: deployed + 1 }, (_, at) => readBlock(url, numberToHex(at))),
  );
  let timestamp = Number(early.at(-1)?.block.timestamp);
  const mined = [...early];
  const mineNext = async (calls: readonly Call[], afterSeconds: number) => {
    timestamp += afterSeconds;
    const recorded = await writer.mine(timestamp, calls);
    mined.push(recorded);
    return recorded;
  };
  const setting = await setUp(writer, deployment, secondAsset, mineNext);
  for (const recorded of mined) recording.append(recorded, setting.world.follow(recorded));
  const callsAt = createActivity(setting);
  for (let height = 0; setting.world.events < events; height++) {
    const recorded = await mineNext(callsAt(height), secondsPerBlock);
    mined.length = 0;
    recording.append(recorded, setting.world.follow(recorded));
    if (height % 200 === 0) say(`recording a chain: ${setting.world.events} of ${events} events`);
  }
  const addresses = Object.values(deployment.contracts);
  const code = await Promise.all(
    addresses.map((address) => callRpc<Hex>(url, "eth_getCode", [address, "latest"])),
  );
  recording.finish(
    deployment,
    Object.fromEntries(addresses.map((address, at) => [address.toLowerCase(), code[at] ?? "0x"])),
  );
}
