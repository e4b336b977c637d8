import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

const kept = 2_000;

/** Documents that were parsed, found valid and within the limits, by their exact text. */
export class KnownDocuments {
  private readonly byText = new LRUCache<string, DocumentNode>({ max: kept });

  remember(text: string, document: DocumentNode): void {
    if (!this.byText.has(text)) this.byText.set(text, document);
  }

  find(text: string): DocumentNode | undefined {
    return this.byText.get(text);
  }
}
