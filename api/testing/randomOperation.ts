import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from "graphql";

/** Values for arguments, by the scalar's name; written as JSON, which GraphQL reads alike. */
export type ValuePool = Readonly<Record<string, readonly (string | number | boolean)[]>>;
export type RandomOperation = { readonly query: string; readonly variables: Record<string, unknown> };

export type RandomOptions = {
  readonly schema: GraphQLSchema;
  readonly values: ValuePool;
  /** Root fields to choose from; all of the schema's unless given. */
  readonly roots?: readonly string[];
  readonly seed: number;
};

/**
 * An operation of random root fields, selections, arguments, variables, aliases, fragments and directives: valid, and the
 * same for the same seed.
 */
export function randomOperation(options: RandomOptions): RandomOperation {
  return new Generator(options).operation();
}

const mostLevels = 5;

class Generator {
  private readonly options: RandomOptions;
  private readonly definitions: string[] = [];
  private readonly fragments: string[] = [];
  private readonly variables: Record<string, unknown> = {};
  private state: number;
  private keys = 0;
  private aliases = 0;
  private directives = 0;

  constructor(options: RandomOptions) {
    this.options = options;
    this.state = options.seed >>> 0;
  }

  operation(): RandomOperation {
    const query = this.options.schema.getQueryType() as GraphQLObjectType;
    const { roots = Object.keys(query.getFields()) } = this.options;
    const body = this.pick(roots, 1 + this.below(2))
      .map((name) => this.field(query.getFields()[name] as GraphQLField<unknown, unknown>, 1))
      .join(" ");
    const definitions = this.definitions.length === 0 ? "" : `(${this.definitions.join(", ")})`;
    return {
      query: [`query Random${definitions} { ${body} }`, ...this.fragments].join("\n"),
      variables: this.variables,
    };
  }

  private selection(type: GraphQLObjectType | ReturnType<typeof getNamedType>, level: number): string {
    if (isAbstractType(type)) {
      const id = isInterfaceType(type) ? " id" : "";
      const types = this.pick(this.options.schema.getPossibleTypes(type), 3);
      return `{ __typename${id} ${types.map((one) => `... on ${one.name} ${this.selection(one, level)}`).join(" ")} }`;
    }
    if (isUnionType(type)) {
      // One of them: fields of one name may have other types in the next.
      const [one] = this.pick(this.options.schema.getPossibleTypes(type), 1);
      return `{ __typename ${one === undefined ? "" : `... on ${one.name} ${this.selection(one, level)}`} }`;
    }
    if (!isObjectType(type)) throw new Error(`${type} has no selections.`);
    const fields = Object.values(type.getFields()).filter(
      (field) => level < mostLevels || !isCompositeType(getNamedType(field.type)),
    );
    const some = fields.length === 0 ? [] : this.pick(fields, 1 + this.below(4));
    const parts = some.map((field) => this.field(field, level + 1));
    if (parts.length === 0 || this.below(6) === 0) parts.push("__typename");
    const body = `{ ${parts.join(" ")} }`;
    if (this.below(8) === 0) return `{ ... on ${type.name} ${body} ${parts[0]} }`;
    if (this.below(10) > 0) return body;
    const name = `F${this.fragments.length}_${this.keys++}`;
    this.fragments.push(`fragment ${name} on ${type.name} ${body}`);
    return `{ ...${name} }`;
  }

  private field(field: GraphQLField<unknown, unknown>, level: number): string {
    const named = getNamedType(field.type);
    // Fields of one name with other arguments beside each other need names of their own.
    const hasArguments = field.args.length > 0;
    const alias = hasArguments || (this.below(8) === 0 && this.aliases < 8) ? `a${this.keys++}: ` : "";
    if (alias !== "") this.aliases += 1;
    const args = field.args.flatMap((argument) => this.argument(argument, field));
    const given = args.length === 0 ? "" : `(${args.join(", ")})`;
    const directive = this.below(20) === 0 && this.directives < 4 ? this.directive() : "";
    const below = isCompositeType(named) ? ` ${this.selection(named, level)}` : "";
    return `${alias}${field.name}${given}${directive}${below}`;
  }

  private directive(): string {
    this.directives += 1;
    return ` @${this.below(2) === 0 ? "include" : "skip"}(if: ${this.given("Boolean!", this.below(2) === 0)})`;
  }

  private argument({ name, type }: GraphQLArgument, field: GraphQLField<unknown, unknown>): string[] {
    const required = isNonNullType(type);
    if (name === "last" || name === "after" || name === "before" || name === "asOf") return [];
    if (name === "first") {
      if (this.below(4) === 0 && field.args.some((other) => other.name === "last"))
        return [`last: ${this.given("Int", this.below(4))}`];
      return [`first: ${this.given("Int", this.below(5))}`];
    }
    if (!required && this.below(2) === 0) return [];
    return [`${name}: ${this.input(type)}`];
  }

  /** A value as a literal, or by a variable. */
  private input(type: GraphQLInputType): string {
    const value = this.value(type);
    if (this.below(2) === 0) return this.given(String(type), value);
    return literal(type, value);
  }

  private given(type: string, value: unknown): string {
    if (this.below(2) === 0 && (typeof value === "number" || typeof value === "boolean"))
      return String(value);
    const name = `v${this.keys++}`;
    this.definitions.push(`$${name}: ${type}`);
    this.variables[name] = value;
    return `$${name}`;
  }

  private value(type: GraphQLInputType): unknown {
    const nullable = getNullableType(type);
    if (nullable === type && this.below(15) === 0) return null;
    if (isListType(nullable))
      return Array.from({ length: this.below(4) }, () => this.value(nonNull(nullable.ofType)));
    if (isEnumType(nullable)) return this.pick(nullable.getValues(), 1)[0]?.name;
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields()).filter(
        ({ name }) => !["and", "or", "not"].includes(name) || this.below(3) === 0,
      );
      const some = this.pick(fields, 1 + this.below(2));
      return Object.fromEntries(some.map((field) => [field.name, this.value(field.type)]));
    }
    const pool = this.options.values[nullable.name];
    if (pool === undefined) throw new Error(`No values are known for ${nullable.name}.`);
    return this.pick(pool, 1)[0];
  }

  private pick<Item>(items: readonly Item[], count: number): Item[] {
    const left = [...items];
    return Array.from(
      { length: Math.min(count, items.length) },
      () => left.splice(this.below(left.length), 1)[0] as Item,
    );
  }

  /** mulberry32 */
  private below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }
}

const nonNull = (type: GraphQLInputType): GraphQLInputType => type;

function literal(type: GraphQLInputType, value: unknown): string {
  if (value === null) return "null";
  const nullable = getNullableType(type);
  if (isListType(nullable))
    return `[${(value as unknown[]).map((item) => literal(nullable.ofType, item)).join(", ")}]`;
  if (isEnumType(nullable)) return String(value);
  if (!isInputObjectType(nullable)) return JSON.stringify(value);
  const fields = Object.entries(value as object).map(
    ([name, part]) => `${name}: ${literal(nullable.getFields()[name]?.type as GraphQLInputType, part)}`,
  );
  return `{${fields.join(", ")}}`;
}
