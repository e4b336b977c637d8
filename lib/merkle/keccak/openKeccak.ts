import { kernel } from "./kernel.gen.ts";
import { dataOffset } from "./kernelText.ts";

/**
 * A range of a memory to be hashed into 32 bytes each; offsets are bytes. `leaves`: messages of 96 bytes, hashed twice, as
 * OpenZeppelin's standard tree does. `pairs`: two nodes of 32 bytes, the smaller one first.
 */
export type HashRange = {
  readonly kind: "leaves" | "pairs";
  readonly input: number;
  readonly output: number;
  readonly count: number;
};

/** Of one range, in one call to WebAssembly: V8 moves a hot function to fast code between calls only. */
export const batch = 256;
const pageBytes = 65_536;
export const kernelModule = new WebAssembly.Module(Buffer.from(kernel, "base64"));

/** Bytes from the start of a memory that belong to the kernel. */
export const reservedBytes = dataOffset;

/** A memory for `bytes` of data beside what the kernel needs, which threads can share. */
export function createMemory(bytes: number): WebAssembly.Memory {
  const pages = Math.ceil((reservedBytes + bytes) / pageBytes);
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
}

type Exports = {
  hash(input: number, length: number, output: number, count: number): void;
  hashPairs(children: number, output: number, count: number): void;
};

/** Keccak-256 of many short messages at once, in this thread. */
export function openKeccak(memory: WebAssembly.Memory): (range: HashRange) => void {
  const { exports } = new WebAssembly.Instance(kernelModule, { keccak: { memory } });
  const { hash, hashPairs } = exports as unknown as Exports;
  return ({ kind, input, output, count }) => {
    for (let done = 0; done < count; done += batch) {
      const part = Math.min(batch, count - done);
      const to = output + done * 32;
      if (kind === "pairs") hashPairs(input + done * 64, to, part);
      else {
        hash(input + done * 96, 96, to, part);
        hash(to, 32, to, part);
      }
    }
  };
}
