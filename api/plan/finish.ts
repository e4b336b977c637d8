import { getAddress } from "viem";
import { formatSeconds } from "../scalars/dateTime.ts";
import { marks } from "./text.ts";

/** A statement's answer says that there is none. */
export class FaultInAnswer extends Error {
  override readonly name = "FaultInAnswer";
  readonly why: string;
  constructor(why: string) {
    super(`The statement's answer has a fault: ${why}.`);
    this.why = why;
  }
}

const { address, time, id, cursor, fault, finality, separator } = marks;
const marked = new RegExp(
  `${address}(.{42})|${time}(-?\\d+)|${id}([^"]*)|${cursor}([^"]*)|${finality}(\\d+)|${fault}([^${fault}]*)${fault}`,
  "g",
);

const keptChecksums = 50_000;
const checksums = new Map<string, string>();

function checksummed(lowercase: string): string {
  const known = checksums.get(lowercase);
  if (known !== undefined) return known;
  if (checksums.size >= keptChecksums) checksums.clear();
  const made = getAddress(lowercase);
  checksums.set(lowercase, made);
  return made;
}

const base64url = (text: string) => Buffer.from(text).toString("base64url");

/**
 * Replaces every mark of a statement's answer, in one pass.
 *
 * @param finalityOf how firmly a block stands.
 * @throws {FaultInAnswer} when the answer holds a fault.
 */
export function finishText(text: string, finalityOf: (block: bigint) => string): string {
  return text.replace(
    marked,
    (
      _all,
      lowercase?: string,
      seconds?: string,
      key?: string,
      place?: string,
      block?: string,
      why?: string,
    ) => {
      if (lowercase !== undefined) return checksummed(lowercase);
      if (seconds !== undefined) return formatSeconds(seconds);
      if (key !== undefined) return base64url(key);
      if (place !== undefined) return base64url(JSON.stringify(place.split(separator)));
      if (block !== undefined) return finalityOf(BigInt(block));
      throw new FaultInAnswer(why ?? "");
    },
  );
}
