import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, realpath, rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { join, relative } from "node:path";
import { ConfigError } from "../../lib/errors/NektarError.ts";

/** Another process works on the directory. */
export class DirectoryLockedError extends ConfigError {
  override readonly code = "DIRECTORY_LOCKED";
}

export type DirectoryLock = { release: () => Promise<void> };

/** Shortest limit of a socket's path among the systems (macOS: 104 bytes with the final zero). */
const longestSocketPath = 103;

/**
 * Takes an exclusive lock on a directory, held by the operating system: a listening socket lives exactly as long as its
 * process, so a killed one leaves no lock behind, and process numbers, clocks and containers do not matter.
 *
 * Every process listens on a socket of its own first and only then asks all others whether they live; whoever finds a
 * living one yields. Of two that start together at most one goes on. Holds on one machine; a network file system
 * shared by two machines is not protected.
 *
 * @throws {DirectoryLockedError} when another process holds it.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  return process.platform === "win32" ? lockByPipe(directory) : lockBySocket(directory);
}

async function lockBySocket(directory: string): Promise<DirectoryLock> {
  const own = `lock-${randomBytes(6).toString("hex")}.sock`;
  const server = await listen(socketPath(directory, own));
  const release = () => close(server);
  try {
    const others = (await readdir(directory)).filter(
      (name) => /^lock-[0-9a-f]{12}\.sock$/.test(name) && name !== own,
    );
    for (const other of others) {
      if (await isAlive(socketPath(directory, other))) throw lockedError(directory);
      await rm(join(directory, other), { force: true });
    }
    return { release };
  } catch (error) {
    await release();
    throw error;
  }
}

/** On Windows a pipe's name can be taken once and is free again when its process ends. */
async function lockByPipe(directory: string): Promise<DirectoryLock> {
  const name = createHash("sha256")
    .update((await realpath(directory)).toLowerCase())
    .digest("hex")
    .slice(0, 32);
  try {
    const server = await listen(`\\\\.\\pipe\\nektar-operator-${name}`);
    return { release: () => close(server) };
  } catch (error) {
    if (codeOf(error) === "EADDRINUSE" || codeOf(error) === "EACCES") throw lockedError(directory);
    throw error;
  }
}

function lockedError(directory: string): DirectoryLockedError {
  return new DirectoryLockedError(
    `Another process uses the data directory ${directory}. One key must have one directory and one process.`,
    { directory },
  );
}

/** The shorter of the absolute and the relative path: a socket's path has little room. */
function socketPath(directory: string, name: string): string {
  const absolute = join(directory, name);
  const fromHere = relative(process.cwd(), absolute);
  const shortest = fromHere.length < absolute.length ? fromHere : absolute;
  if (Buffer.byteLength(shortest) > longestSocketPath) {
    throw new ConfigError(
      `The data directory's path is too long to lock it: ${directory}. Choose a shorter one.`,
    );
  }
  return shortest;
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", reject);
    server.listen(path, () => {
      server.off("error", reject);
      server.unref();
      resolve(server);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

/** Whether a process listens. Only a refusal proves that none does; every other fault counts as alive. */
function isAlive(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", (error) => {
      resolve(codeOf(error) !== "ECONNREFUSED" && codeOf(error) !== "ENOENT");
    });
  });
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}
