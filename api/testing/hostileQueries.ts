import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from "graphql";
import { worldValues } from "./worldValues.ts";

/** Numbers below 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const garbage = [
  ...[
    '""',
    '"\\u0000"',
    '"0x"',
    '"0x12"',
    `"0x${"ab".repeat(20)}"`,
    `"0x${"00".repeat(32)}"`,
    '"😀"',
    '"\' or 1=1 --"',
  ],
  ...[
    "0",
    "-1",
    "1",
    "100",
    "101",
    "2147483648",
    "1e400",
    `${"9".repeat(90)}`,
    '"99999999999999999999999999"',
    "1.5",
  ],
  ...[
    "null",
    "true",
    "[]",
    "[null]",
    "{}",
    "OPEN",
    "NONSENSE",
    '"2026-01-01T00:00:00Z"',
    '"yesterday"',
    '"+275760-09-13T00:00:00Z"',
  ],
  ...['"WyJ0YXNrcyIsIjUwMCIsIjAiXQ"', '"WyJ0YXNrcyIsIi0xIiwiMCJd"', `"${"x".repeat(700)}"`, '"VGFzazoweDEy"'],
];
const noise = [
  "\u0000",
  "{",
  "}",
  "(",
  '"',
  "\\",
  "...",
  "@skip(if: true)",
  "$x",
  "#",
  "\uFEFF",
  "'",
  ";",
  "%00",
  "\ud800",
  "0x",
];

/** How much of a query is nonsense: a query's share of values that are no values of their types. */
const nonsense = [0, 0.02, 0.1];

/** Makes queries that nobody means well with: of the schema, with any arguments, and often broken in their text. */
export class HostileQueries {
  readonly #schema: GraphQLSchema;
  readonly #random: () => number;
  #nonsense = 0;
  #keys = 0;

  constructor(schema: GraphQLSchema, seed: number) {
    this.#schema = schema;
    this.#random = randomOf(seed);
  }

  next(): string {
    this.#nonsense = this.#pick(nonsense);
    this.#keys = 0;
    const root = this.#schema.getQueryType() as GraphQLObjectType;
    const kind = this.#random();
    const operation = kind < 0.08 ? "mutation" : kind < 0.12 ? "subscription" : "query";
    const type = operation === "mutation" ? (this.#schema.getMutationType() ?? root) : root;
    let text = `${operation} ${this.#selection(operation === "subscription" ? root : type, 1 + this.#below(6))}`;
    for (let count = this.#below(2) * this.#below(4); count > 0; count--) text = this.#broken(text);
    return text;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  #pick<Value>(values: readonly Value[]): Value {
    return values[this.#below(values.length)] as Value;
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields());
    const chosen = Array.from({ length: 1 + this.#below(4) }, () => this.#pick(fields));
    return `{ ${chosen.map((field) => this.#field(field, depth)).join(" ")} }`;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    // Most moments are refused; with many of them hardly anything else would be tried.
    const often = (name: string) => (name === "asOf" ? 0.05 : 0.25);
    const args = field.args.filter(({ name, type: of }) => isNonNullType(of) || this.#random() < often(name));
    const given = this.#sane(args)
      .map(({ name, type: of }) => `${name}: ${this.#argument(name, of)}`)
      .join(", ");
    // Without a name of its own a field with arguments contradicts the same one beside it.
    const named = given !== "" || this.#random() < 0.1;
    const head = `${named ? `a${this.#keys++}: ` : ""}${field.name}${given ? `(${given})` : ""}`;
    if (isObjectType(type))
      return depth <= 0 ? `${head} { __typename }` : `${head} ${this.#selection(type, depth - 1)}`;
    if (!isUnionType(type) && !isInterfaceType(type)) return head;
    const possible = this.#pick(this.#schema.getPossibleTypes(type));
    return `${head} { __typename ... on ${possible.name} ${this.#selection(possible, Math.max(0, depth - 1))} }`;
  }

  /** Mostly without what excludes each other: a page from the start and from the end. */
  #sane<Argument extends { readonly name: string }>(args: readonly Argument[]): readonly Argument[] {
    if (this.#random() < this.#nonsense) return args;
    return args.some(({ name }) => name === "first") ? args.filter(({ name }) => name !== "last") : args;
  }

  #argument(name: string, type: GraphQLInputType): string {
    if (this.#random() < this.#nonsense) return this.#pick(garbage);
    // Pages of pages are soon more than an answer may have.
    if (name === "first" || name === "last") return String(this.#below(6));
    // A cursor is of one list in one order; only by chance is it of this one.
    if (name === "after" || name === "before") return this.#random() < 0.9 ? "null" : this.#pick(garbage);
    return this.#value(type, 3);
  }

  #value(type: GraphQLInputType, depth: number): string {
    if (this.#random() < this.#nonsense) return this.#pick(garbage);
    if (isNonNullType(type)) return this.#value(type.ofType, depth);
    if (isListType(type))
      return `[${Array.from({ length: this.#below(3) }, () => this.#value(type.ofType, depth))}]`;
    if (isEnumType(type)) return this.#pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const all = Object.values(type.getFields());
      // One or two of a filter's many fields: with more there is always one that makes no sense.
      const fields = all.filter(() => depth > 0 && this.#random() < Math.min(0.5, 1.5 / all.length));
      return `{${fields.map(({ name, type: of }) => `${name}: ${this.#value(of, depth - 1)}`).join(", ")}}`;
    }
    const usual = worldValues[type.name];
    return usual === undefined ? this.#pick(garbage) : JSON.stringify(this.#pick(usual));
  }

  #broken(text: string): string {
    const at = this.#below(text.length);
    const end = at + this.#below(8);
    switch (this.#below(4)) {
      case 0:
        return text.slice(0, at) + text.slice(end);
      case 1:
        return text.slice(0, at) + this.#pick(noise) + text.slice(at);
      case 2:
        return text.slice(0, at) + this.#pick(garbage) + text.slice(end);
      default:
        return text.slice(0, at) + text.slice(at, end).repeat(1 + this.#below(20)) + text.slice(end);
    }
  }
}
