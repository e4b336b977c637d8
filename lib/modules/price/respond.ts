/** A price that was seen: 8 decimals, from this second on until the next one. */
export type Observation = { readonly timestamp: bigint; readonly price: bigint };
/** By pair, e.g. `BTC/USD`, ascending by time. */
export type Observations = ReadonlyMap<string, readonly Observation[]>;

/** An observation says nothing about a time so much later. */
const oldestSeconds = 60n;
const wordDigits = 64;

/**
 * The response to a payload of the price network: `abi.encode(bytes32 pair, uint64 timestamp)` is answered by
 * `abi.encode(uint256 price)`, the last price that was seen at or before the instant. Operators that read the same
 * observations answer alike; what they did not see they do not answer.
 *
 * @throws {Error} when the payload is none, or nothing was seen for its pair in the minute before.
 */
export function respond(payload: string, observations: Observations): `0x${string}` {
  const { pair, timestamp } = decode(payload);
  const seen = observations.get(pair)?.findLast((each) => each.timestamp <= timestamp);
  if (seen === undefined || timestamp - seen.timestamp > oldestSeconds)
    throw new Error(`No price of ${pair} was seen in the minute before ${timestamp}.`);
  return `0x${word(seen.price)}`;
}

/** Reads `{"BTC/USD": [["1700000000", "9750000000000"], …]}`: seconds and prices with 8 decimals, as decimal strings. @throws {Error} */
export function readObservations(text: string): Observations {
  const json: unknown = JSON.parse(text);
  if (typeof json !== "object" || json === null) throw new Error("The observations are no object.");
  return new Map(
    Object.entries(json).map(([pair, list]): [string, Observation[]] => {
      if (!Array.isArray(list)) throw new Error(`The observations of ${pair} are no list.`);
      const read = list.map(([timestamp, price]) => ({ timestamp: BigInt(timestamp), price: BigInt(price) }));
      return [pair, read.sort((one, other) => (one.timestamp < other.timestamp ? -1 : 1))];
    }),
  );
}

function decode(payload: string): { pair: string; timestamp: bigint } {
  const words = /^0x([0-9a-fA-F]{64})(0{48}[0-9a-fA-F]{16})$/.exec(payload);
  if (words?.[1] === undefined || words[2] === undefined)
    throw new Error("The payload is no pair and instant.");
  const pair = Buffer.from(words[1], "hex").toString("utf8").replaceAll("\0", "");
  return { pair, timestamp: BigInt(`0x${words[2]}`) };
}

function word(value: bigint): string {
  if (value < 0n || value >= 1n << 256n) throw new Error("The price does not fit.");
  return value.toString(16).padStart(wordDigits, "0");
}
