import { type DocumentNode, type FragmentDefinitionNode, getOperationAST, Kind } from "graphql";
import { LRUCache } from "lru-cache";
import type { CountedPlan, NamedStatement, Prepared } from "./countedPlan.ts";

/** Plans of one operation for different structures of its variables. */
const keptPlans = 50;

/** What was made of operations, for as long as anybody has their documents. */
export class PreparedOperations {
  readonly #prepared = new WeakMap<DocumentNode, Map<string, Prepared>>();

  /** @returns undefined when the document has no such operation. */
  prepare(document: DocumentNode, operationName: string | null | undefined): Prepared | undefined {
    const known = this.#prepared.get(document)?.get(operationName ?? "");
    if (known !== undefined) return known;
    const node = getOperationAST(document, operationName);
    if (node == null) return undefined;
    const plans = new LRUCache<string, CountedPlan>({ max: keptPlans });
    const payloads = new LRUCache<string, NamedStatement>({ max: keptPlans });
    const prepared = { node, fragments: fragmentsOf(document), plans, payloads };
    const operations = this.#prepared.get(document) ?? new Map();
    this.#prepared.set(document, operations.set(operationName ?? "", prepared));
    return prepared;
  }
}

function fragmentsOf({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}
