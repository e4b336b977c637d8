import { open } from "node:fs/promises";

/** What the journal needs of an open file; `FileHandle` is one, and tests have one that crashes. */
export interface JournalFile {
  read(buffer: Buffer, offset: number, length: number, position: number): Promise<{ bytesRead: number }>;
  appendFile(data: Buffer | string): Promise<void>;
  datasync(): Promise<void>;
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

export interface JournalStorage {
  /** Opens a file for reading and appending, readable by its owner only, and creates it if need be. */
  open(path: string): Promise<JournalFile>;
  /** Makes the name of a new file durable. */
  syncDirectory(path: string): Promise<void>;
}

export const diskStorage: JournalStorage = {
  open: (path) => open(path, "a+", 0o600),
  async syncDirectory(path) {
    if (process.platform === "win32") return; // has no such call and needs none
    const directory = await open(path, "r");
    try {
      await directory.sync();
    } finally {
      await directory.close();
    }
  },
};
