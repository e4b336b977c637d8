import { createHash } from "node:crypto";

/** Where alerts are posted to, and the secret that all of them are signed with. */
export type AlertSettings = { readonly endpoints: readonly Endpoint[]; readonly secret: string };

export type Endpoint = {
  readonly url: string;
  /** Tells endpoints apart in rows and logs; holds nothing of the path or the query, which may be secret. */
  readonly name: string;
};

export function endpointOf(url: string): Endpoint {
  const digest = createHash("sha256").update(url).digest("hex").slice(0, 8);
  return { url, name: `${new URL(url).origin}#${digest}` };
}
