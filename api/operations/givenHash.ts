const sha256 = /^[0-9a-f]{64}$/;

/** The hash that a request's `extensions` name its operation by; undefined without one, null when it cannot be used. */
export function givenHash(extensions: unknown): string | undefined | null {
  const given = (extensions as { readonly persistedQuery?: unknown } | null | undefined)?.persistedQuery;
  if (given === undefined || given === null) return undefined;
  const { version, sha256Hash } = given as { readonly version?: unknown; readonly sha256Hash?: unknown };
  return version === 1 && typeof sha256Hash === "string" && sha256.test(sha256Hash) ? sha256Hash : null;
}
