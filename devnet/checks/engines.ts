import { connect } from "node:net";
import { ConfigError, RetryableError } from "../../lib/errors/NektarError.ts";
import { callRpc } from "../chain/rpc.ts";
import { acceptsQueries } from "../postgres/server.ts";
import type { Settings } from "../settings.ts";

const patienceMs = 5_000;

/** @throws {ConfigError} naming the variables whose database, Redis or chain does not answer. */
export async function checkGivenEngines({ databaseUrl, redisUrl, rpcUrls }: Settings): Promise<void> {
  const checks = [
    { variable: "DATABASE_URL", answers: databaseUrl === null || acceptsQueries(databaseUrl) },
    { variable: "REDIS_URL", answers: redisUrl === null || acceptsConnections(new URL(redisUrl)) },
    { variable: "RPC_URL", answers: rpcUrls === null || answersRpc(rpcUrls[0] ?? "") },
  ];
  const answers = await Promise.all(checks.map((check) => check.answers));
  const silent = checks.filter((_, index) => !answers[index]).map(({ variable }) => variable);
  if (silent.length === 0) return;
  throw new ConfigError(
    `What ${silent.join(" and ")} names does not answer: start it, mend the variable, or leave it out for the embedded one.`,
    { variables: silent },
  );
}

function acceptsConnections({ hostname, port, protocol }: URL): Promise<boolean> {
  const defaultPort = protocol === "rediss:" ? 6380 : 6379;
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) || defaultPort, timeout: patienceMs });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => end(true));
    socket.once("timeout", () => end(false));
    socket.once("error", () => end(false));
  });
}

async function answersRpc(url: string): Promise<boolean> {
  try {
    await callRpc(url, "eth_chainId", [], patienceMs);
    return true;
  } catch (error) {
    if (error instanceof RetryableError) return false;
    throw error;
  }
}
