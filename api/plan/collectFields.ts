import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from "graphql";

/** What collecting depends on beside the selections. */
export type Selecting = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** Fields by response key, in the order of the answer: GraphQL's `CollectFields` over several selection sets. */
export type CollectedFields = ReadonlyMap<string, readonly FieldNode[]>;

export function collectFields(
  selecting: Selecting,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
): CollectedFields {
  const collected = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  for (const { selections } of selectionSets) collect(selecting, type, selections, collected, visited);
  return collected;
}

function collect(
  selecting: Selecting,
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  collected: Map<string, FieldNode[]>,
  visited: Set<string>,
): void {
  for (const node of selections) {
    if (!isIncluded(selecting, node)) continue;
    if (node.kind === Kind.FIELD) {
      const key = node.alias?.value ?? node.name.value;
      const nodes = collected.get(key);
      if (nodes) nodes.push(node);
      else collected.set(key, [node]);
      continue;
    }
    let fragment: Pick<FragmentDefinitionNode, "selectionSet"> & Partial<FragmentDefinitionNode> =
      node as never;
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      const found = selecting.fragments.get(node.name.value);
      if (found === undefined || visited.has(node.name.value)) continue;
      visited.add(node.name.value);
      fragment = found;
    }
    if (applies(selecting, fragment, type))
      collect(selecting, type, fragment.selectionSet.selections, collected, visited);
  }
}

function isIncluded({ variables }: Selecting, node: SelectionNode): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
}

function applies(
  { schema }: Selecting,
  { typeCondition }: Partial<FragmentDefinitionNode>,
  type: GraphQLObjectType,
): boolean {
  if (typeCondition === undefined) return true;
  const condition = typeFromAST(schema, typeCondition);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}
