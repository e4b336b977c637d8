import { hash } from "node:crypto";
import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

const kept = 2_000;
/** Characters of all texts together: a document takes a hundred times its text, or so. */
const keptCharacters = 2_000_000;

type Known = { readonly text: string; readonly document: DocumentNode; readonly sha256: string };

/** Documents that were parsed, found valid and within the limits, by their exact text or its hash. */
export class KnownDocuments {
  readonly #byHash = new Map<string, Known>();
  readonly #byText = new LRUCache<string, Known>({
    max: kept,
    maxSize: keptCharacters,
    sizeCalculation: ({ text }) => text.length,
    dispose: ({ sha256 }) => this.#byHash.delete(sha256),
  });

  remember(text: string, document: DocumentNode): void {
    if (this.#byText.has(text)) return;
    const known = { text, document, sha256: hash("sha256", text, "hex") };
    this.#byText.set(text, known);
    if (this.#byText.has(text)) this.#byHash.set(known.sha256, known);
  }

  find(text: string): DocumentNode | undefined {
    return this.#byText.get(text)?.document;
  }

  /** @param sha256 in hex. */
  findByHash(sha256: string): { readonly text: string; readonly document: DocumentNode } | undefined {
    const known = this.#byHash.get(sha256);
    return known && this.#byText.get(known.text);
  }
}
