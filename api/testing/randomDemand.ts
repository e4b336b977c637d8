import { type GraphQLInputObjectType, getNamedType, isEnumType } from "graphql";
import type { PlainList } from "./plainLists.ts";

/** A demand in both languages: a `where` of the API's, and plain SQL. */
export type Demand = { readonly where: Record<string, unknown>; readonly sql: string };
/** A whole number from 0 up to below the limit. */
export type Below = (limit: number) => number;
/** Values that a column has; null among them where it has. */
export type Values = (from: string, column: string) => readonly (string | null)[];

type Options = {
  readonly filter: GraphQLInputObjectType;
  readonly list: PlainList;
  /** The list of a type's objects. */
  readonly listOf: (filterName: string) => PlainList | undefined;
  readonly values: Values;
  readonly below: Below;
};

const comparisons = {
  _not_in: "not in",
  _not: "is distinct from",
  _in: "in",
  _gte: ">=",
  _gt: ">",
  _lte: "<=",
  _lt: "<",
} as const;
type Suffix = keyof typeof comparisons;
const joins = ["and", "or", "not"];

const pick = <Item>(items: readonly Item[], below: Below): Item => items[below(items.length)] as Item;
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;
const holds = ({ sql }: Demand) => `coalesce(${sql}, false)`;

/** What a field's name says: which field it compares, and how. */
export function partsOf(name: string, filter: GraphQLInputObjectType): { base: string; suffix: Suffix | "" } {
  const fields = filter.getFields();
  for (const suffix of Object.keys(comparisons) as Suffix[]) {
    const base = name.slice(0, -suffix.length);
    if (name.endsWith(suffix) && fields[base] !== undefined) return { base, suffix };
  }
  return { base: name, suffix: "" };
}

/** A random filter of one or two fields, or of whole filters joined. */
export function randomDemand(options: Options, depth = 2): Demand {
  const { filter, below } = options;
  if (depth > 0 && below(4) === 0) return joined(options, depth);
  const names = Object.keys(filter.getFields()).filter((name) => !joins.includes(name));
  const demands = Array.from({ length: 1 + below(2) }, () => ofField(options, pick(names, below), depth));
  // Of one field given twice the last one counts.
  const byField = new Map(demands.flatMap((one) => (one ? [[Object.keys(one.where)[0], one]] : [])));
  const all = [...byField.values()] as Demand[];
  return {
    where: Object.assign({}, ...all.map(({ where }) => where)),
    sql: all.length === 0 ? "true" : `(${all.map(({ sql }) => `(${sql})`).join(" and ")})`,
  };
}

function joined(options: Options, depth: number): Demand {
  const word = pick(joins, options.below);
  if (word === "not") {
    const inner = randomDemand(options, depth - 1);
    return { where: { not: inner.where }, sql: `not ${holds(inner)}` };
  }
  const all = Array.from({ length: options.below(3) }, () => randomDemand(options, depth - 1));
  const sql = all.map(holds).join(` ${word} `) || String(word === "and");
  return { where: { [word]: all.map(({ where }) => where) }, sql: `(${sql})` };
}

/** @returns undefined for a field that the list does not say in SQL. */
function ofField(options: Options, name: string, depth: number): Demand | undefined {
  const { filter, list, listOf, values, below } = options;
  const type = getNamedType(filter.getFields()[name]?.type);
  const other = list.others?.[name];
  if (name.endsWith("_")) {
    const inner = listOf(type?.name ?? "");
    if (inner === undefined || other === undefined || depth === 0) return undefined;
    const within = { ...options, filter: type as GraphQLInputObjectType, list: inner };
    const demand = randomDemand(within, 0);
    return { where: { [name]: demand.where }, sql: other.replaceAll("$", () => holds(demand)) };
  }
  const { base, suffix } = partsOf(name, filter);
  const column = list.columns?.[base] ?? snake(base);
  if (other !== undefined) {
    const value = isEnumType(type) ? pick(type.getValues(), below).name : otherValue(options, name);
    return value === undefined
      ? undefined
      : { where: { [name]: value }, sql: other.replaceAll("$", () => quoted(value)) };
  }
  if (values(list.from, column).length === 0) return undefined;
  const isTime = type?.name === "DateTime";
  const plain = () =>
    randomValue(options, column, isTime || suffix.startsWith("_g") || suffix.startsWith("_l"));
  const given = (value: string) =>
    isTime ? new Date(Number(value) * 1000).toISOString() : type?.name === "Int" ? Number(value) : value;
  if (suffix === "_in" || suffix === "_not_in") {
    const chosen = Array.from({ length: below(4) }, plain);
    const among = chosen.length === 0 ? "false" : `${column} in (${chosen.map(quoted).join()})`;
    return {
      where: { [name]: chosen.map(given) },
      sql: suffix === "_in" ? among : `(${among}) is not true`,
    };
  }
  const value = plain();
  return {
    where: { [name]: given(value) },
    sql: `${column} ${suffix === "" ? "=" : comparisons[suffix]} ${quoted(value)}`,
  };
}

/** One that a row has, or for an order the next to it. */
function randomValue({ list, values, below }: Options, column: string, near: boolean): string {
  const known = values(list.from, column).filter((value) => value !== null);
  const value = known.length === 0 ? "0" : pick(known, below);
  return near && /^\d+$/.test(value) ? (BigInt(value) + BigInt(below(3))).toString() : value;
}

/** What other fields name: an address of the object beside, or a block. */
function otherValue({ values, below }: Options, name: string): string | undefined {
  const known =
    name === "fromBlock" || name === "toBlock"
      ? values("indexer.event", "block")
      : values(`indexer.${name}`, "address");
  return pick(known, below) ?? undefined;
}
