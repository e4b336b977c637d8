import { hash } from "node:crypto";

/** The text of an answer and its validator. */
export class CachedAnswer {
  readonly text: string;
  #etag: string | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** A strong validator (RFC 9110, 8.8.3): equal for equal texts, in every process. Made when it is first asked for. */
  get etag(): string {
    this.#etag ??= `"${hash("sha1", this.text, "base64url")}"`;
    return this.#etag;
  }
}
