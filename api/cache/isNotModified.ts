/**
 * Whether the client has the answer already (RFC 9110, 13.1.2, by weak comparison).
 *
 * @param ifNoneMatch the request's header of that name: `*`, or validators separated by commas.
 */
export function isNotModified(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const wanted = etag.replace(/^W\//, "");
  return ifNoneMatch.split(",").some((part) => {
    const given = part.trim().replace(/^W\//, "");
    return given === "*" || given === wanted;
  });
}
