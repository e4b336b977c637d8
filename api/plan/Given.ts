import { Kind, type ValueNode } from "graphql";
import { type Place, param, type Run, type SqlType } from "./Param.ts";
import type { Sql } from "./text.ts";

type Read = (run: Pick<Run, "variables">) => unknown;

/**
 * A value that a client gave: an argument, or a part of one. `value` is what it is in the operation being compiled, and
 * only its *structure* may decide what is compiled: Int, Boolean and enum values, whether it is null, which fields it
 * has. Another run of the same plan has the same structure. Everything else is read when the plan is run.
 */
export class Given {
  readonly value: unknown;
  private readonly read: Read;
  private readonly node: ValueNode | undefined;
  private readonly place: Place | undefined;

  constructor(value: unknown, node: ValueNode | undefined, place: Place | undefined, read?: Read) {
    this.value = value;
    this.node = node;
    this.place = place;
    this.read = read ?? readerOf(node, value);
  }

  /** Reads the value in a run. */
  get readAt(): Read {
    return this.read;
  }

  get isNull(): boolean {
    return this.value === null || this.value === undefined;
  }

  field(name: string): Given {
    const value = (this.value as Record<string, unknown> | null | undefined)?.[name];
    if (this.node?.kind === Kind.OBJECT) {
      const field = this.node.fields.find((candidate) => candidate.name.value === name);
      return new Given(value, field?.value, this.place);
    }
    return new Given(
      value,
      undefined,
      this.place,
      (run) => (this.read(run) as Record<string, unknown>)[name],
    );
  }

  /** Fields of an input object that are given, null ones too. */
  names(): string[] {
    return Object.keys((this.value as object | null) ?? {});
  }

  /** A list's items; their number is structure in lists of input objects only. */
  items(): Given[] {
    return (this.value as unknown[]).map((value, index) => {
      if (this.node?.kind === Kind.LIST) return new Given(value, this.node.values[index], this.place);
      // One object where a list is wanted is a list of it.
      if (this.node?.kind === Kind.OBJECT) return new Given(value, this.node, this.place);
      return new Given(value, undefined, this.place, (run) => (this.read(run) as unknown[])[index]);
    });
  }

  /**
   * The value as a parameter.
   *
   * @param map may throw BAD_USER_INPUT.
   */
  param(type: SqlType, map: (value: never) => unknown = toText): Sql {
    return param((run) => map(this.read(run) as never), type, this.place);
  }
}

/** As pg takes parameters: integers of any size in digits. */
function toText(value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  return Array.isArray(value) ? value.map(toText) : value;
}

function readerOf(node: ValueNode | undefined, value: unknown): Read {
  if (node === undefined || !hasVariable(node)) return () => value;
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    // A variable that was not given leaves the argument's default.
    return ({ variables }) => (Object.hasOwn(variables, name) ? variables[name] : value);
  }
  if (node.kind === Kind.LIST) {
    const readers = node.values.map((item, index) => readerOf(item, (value as unknown[])[index]));
    return (run) => readers.map((read) => read(run));
  }
  if (node.kind !== Kind.OBJECT) return () => value;
  const readers = node.fields.map(
    (field) =>
      [
        field.name.value,
        readerOf(field.value, (value as Record<string, unknown>)[field.name.value]),
      ] as const,
  );
  return (run) => ({
    ...(value as object),
    ...Object.fromEntries(readers.map(([name, read]) => [name, read(run)])),
  });
}

function hasVariable(node: ValueNode): boolean {
  if (node.kind === Kind.VARIABLE) return true;
  if (node.kind === Kind.LIST) return node.values.some(hasVariable);
  return node.kind === Kind.OBJECT && node.fields.some(({ value }) => hasVariable(value));
}
