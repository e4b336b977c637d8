import {
  type ArgumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";
import { badInput } from "../errors.ts";
import type { Position } from "../meta/queries.ts";
import { collectFields, type Selecting } from "../plan/collectFields.ts";
import { type Column, columnsOf } from "./columns.ts";

/** The one list that a document asks for, and how its pages are. */
export type ExportedList = {
  /** Of the root field; names the file. */
  readonly name: string;
  /** Response keys from the root to the list. */
  readonly path: readonly string[];
  /** As of which block it is; undefined when the document names a time. */
  readonly block: bigint | undefined;
  readonly columns: readonly Column[];
  /** Of a list without pages `nodes` is null. */
  readonly nodes: string | null;
  /** Asks for a page after the cursor in the variable `cursorVariable`. */
  readonly node: OperationDefinitionNode;
  readonly cursorVariable: string;
};

export type AskedList = {
  readonly schema: GraphQLSchema;
  readonly node: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly position: Position;
};

const named = (value: string) => ({ kind: Kind.NAME, value }) as const;
const pageArguments = new Set(["first", "after", "last", "before"]);
const pageInfo: FieldNode = {
  kind: Kind.FIELD,
  alias: named("exportedPage"),
  name: named("pageInfo"),
  selectionSet: {
    kind: Kind.SELECTION_SET,
    selections: ["hasNextPage", "endCursor"].map((name) => ({ kind: Kind.FIELD, name: named(name) })),
  },
};
/** The response key of a page's `pageInfo`. */
export const pageKey = "exportedPage";

/** @throws {GraphQLError} BAD_USER_INPUT unless the document asks for exactly one list, and for all of it. */
export function exportedList(asked: AskedList): ExportedList {
  const { schema, node, variables } = asked;
  if (node.operation !== "query") throw badInput("Only a query can be exported.");
  const taken = new Set(node.variableDefinitions?.map(({ variable }) => variable.name.value));
  let cursorVariable = "cursor";
  while (taken.has(cursorVariable)) cursorVariable += "_";
  const cursor = { kind: Kind.VARIABLE, name: named(cursorVariable) } as const;
  const walk = new Walk({ schema, fragments: asked.fragments, variables }, cursor, asked.position);
  const root = schema.getQueryType() as GraphQLObjectType;
  const { selection, ...list } = walk.down(root, [node.selectionSet], []);
  const string = { kind: Kind.NAMED_TYPE, name: named("String") } as const;
  const definition = { kind: Kind.VARIABLE_DEFINITION, variable: cursor, type: string } as const;
  const usesCursor = list.nodes !== null;
  return {
    ...list,
    block: walk.block,
    cursorVariable,
    node: {
      ...node,
      variableDefinitions: [...(node.variableDefinitions ?? []), ...(usesCursor ? [definition] : [])],
      selectionSet: { kind: Kind.SELECTION_SET, selections: [selection] },
    },
  };
}

type Found = Omit<ExportedList, "node" | "cursorVariable" | "block"> & { readonly selection: FieldNode };

/** Goes down to the list by the only field of each object, and puts the selection together anew. */
class Walk {
  readonly #selecting: Selecting;
  readonly #cursor: ArgumentNode["value"];
  readonly #position: Position;
  block: bigint | undefined;

  constructor(selecting: Selecting, cursor: ArgumentNode["value"], position: Position) {
    this.#selecting = selecting;
    this.#cursor = cursor;
    this.#position = position;
  }

  down(type: GraphQLObjectType, sets: Parameters<typeof collectFields>[2], above: readonly string[]): Found {
    const [[key, nodes] = ["", []], ...others] = collectFields(this.#selecting, type, sets);
    const [first] = nodes;
    const definition = type.getFields()[first?.name.value ?? ""];
    if (others.length > 0 || first === undefined || definition === undefined)
      throw badInput(
        "An export has one list: select it alone, and on the way to it one field of each object.",
      );
    const path = [...above, key];
    const below = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
    const own = (selections: readonly SelectionNode[], given: readonly ArgumentNode[]): FieldNode => ({
      ...{ kind: Kind.FIELD, alias: named(key), name: first.name },
      arguments: above.length === 0 ? this.#asOf(definition, first, given) : given,
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    });
    const given = first.arguments ?? [];
    const of = getNullableType(definition.type);
    const name = first.name.value;
    if (isListType(of)) {
      const item = getNullableType(of.ofType);
      if (!isObjectType(item)) throw badInput(`The rows of \`${name}\` have several types, or no fields.`);
      const columns = columnsOf(this.#selecting, item, nodes);
      const selection = own(
        below.flatMap(({ selections }) => selections),
        given,
      );
      return { name, path, columns, nodes: null, selection };
    }
    if (!isObjectType(of)) throw badInput(`\`${name}\` is no list.`);
    if (of.name.endsWith("Connection")) return this.#connection(of, { name, path, below, given, own });
    const { selection, ...list } = this.down(of, below, path);
    return { ...list, name: above.length === 0 ? name : list.name, selection: own([selection], given) };
  }

  #connection(
    type: GraphQLObjectType,
    {
      name,
      path,
      below,
      given,
      own,
    }: {
      readonly name: string;
      readonly path: readonly string[];
      readonly below: Parameters<typeof collectFields>[2];
      readonly given: readonly ArgumentNode[];
      readonly own: (selections: readonly SelectionNode[], given: readonly ArgumentNode[]) => FieldNode;
    },
  ): Found {
    if (given.some((argument) => pageArguments.has(argument.name.value)))
      throw badInput("An export is the whole list: leave `first`, `after`, `last` and `before` away.");
    const [[key, nodes] = ["", []], ...others] = collectFields(this.#selecting, type, below);
    const item = getNullableType(type.getFields().nodes?.type);
    const of = item && isListType(item) ? getNullableType(item.ofType) : undefined;
    if (nodes[0]?.name.value !== "nodes" || others.length > 0 || key === pageKey || !isObjectType(of))
      throw badInput(`Select \`nodes\` of \`${name}\`, and nothing else of it.`);
    const rows: FieldNode = {
      ...{ kind: Kind.FIELD, alias: named(key), name: named("nodes") },
      selectionSet: {
        kind: Kind.SELECTION_SET,
        selections: nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []),
      },
    };
    const after = { kind: Kind.ARGUMENT, name: named("after"), value: this.#cursor } as const;
    const columns = columnsOf(this.#selecting, of, nodes);
    return { name, path, columns, nodes: key, selection: own([rows, pageInfo], [...given, after]) };
  }

  /** The newest final block unless the document says another: no reorganisation can move that between two pages. */
  #asOf(
    definition: GraphQLField<unknown, unknown>,
    node: FieldNode,
    given: readonly ArgumentNode[],
  ): readonly ArgumentNode[] {
    const { finalised, indexed } = this.#position;
    this.block = indexed.number;
    if (!definition.args.some(({ name }) => name === "asOf")) return given;
    const { asOf } = getArgumentValues(definition, node, this.#selecting.variables) as {
      asOf?: { block?: bigint | null } | null;
    };
    this.block = asOf ? (asOf.block ?? undefined) : finalised.number;
    if (asOf) return given;
    const block = { kind: Kind.STRING, value: finalised.number.toString() } as const;
    const field = { kind: Kind.OBJECT_FIELD, name: named("block"), value: block } as const;
    return [
      ...given.filter(({ name }) => name.value !== "asOf"),
      { kind: Kind.ARGUMENT, name: named("asOf"), value: { kind: Kind.OBJECT, fields: [field] } },
    ];
  }
}
