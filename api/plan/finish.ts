import { getAddress } from "viem";
import { formatSeconds } from "../scalars/dateTime.ts";
import { markLead, marks } from "./text.ts";

/** A statement's answer says that there is none. */
export class FaultInAnswer extends Error {
  override readonly name = "FaultInAnswer";
  readonly why: string;
  constructor(why: string) {
    super(`The statement's answer has a fault: ${why}.`);
    this.why = why;
  }
}

const { address, time, id, cursor, finality, separator } = marks;
const markLength = 2;
const addressLength = 42;

/** Addresses and times come again and again, and a look into a map costs a tenth of what making their text does. */
const kept = 50_000;

function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= kept) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}

const checksummed = remembered((lowercase) => getAddress(lowercase));
const timeOf = remembered(formatSeconds);
const base64url = (text: string) => Buffer.from(text).toString("base64url");

/**
 * Replaces every mark of a statement's answer, in one pass.
 *
 * @param finalityOf how firmly a block stands.
 * @throws {FaultInAnswer} when the answer holds a fault.
 */
export function finishText(text: string, finalityOf: (block: bigint) => string): string {
  let finished = "";
  let done = 0;
  for (let at = text.indexOf(markLead); at !== -1; at = text.indexOf(markLead, done)) {
    const mark = text.slice(at, at + markLength);
    const from = at + markLength;
    const end = mark === address ? from + addressLength : endOf(text, mark, from);
    finished += text.slice(done, at) + written(mark, text.slice(from, end), finalityOf);
    done = end;
  }
  return finished + text.slice(done);
}

const endOf = (text: string, mark: string, from: number) =>
  text.indexOf(mark === marks.fault ? markLead : '"', from);

function written(mark: string, value: string, finalityOf: (block: bigint) => string): string {
  switch (mark) {
    case address:
      return checksummed(value);
    case time:
      return timeOf(value);
    case id:
      return base64url(value);
    case cursor:
      return base64url(JSON.stringify(value.split(separator)));
    case finality:
      return finalityOf(BigInt(value));
    default:
      throw new FaultInAnswer(value);
  }
}
