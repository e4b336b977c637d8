import type { z } from "zod";
import { NektarError } from "../errors/NektarError.ts";
import { type Canonical, canonicalJson } from "../json/canonicalJson.ts";

/** A file that is no evidence bundle of a version that is known here. */
export class EvidenceFormatError extends NektarError {
  readonly code = "EVIDENCE_FORMAT";
}

/**
 * Reads canonical JSON of a schema.
 * @throws {EvidenceFormatError} naming every field that is missing, too much or of another form.
 */
export function parseCanonical<Bundle extends Canonical>(
  text: string,
  schema: z.ZodType<Bundle>,
  name: string,
): Bundle {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new EvidenceFormatError("The evidence is no JSON.", {}, { cause });
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new EvidenceFormatError(`The evidence has another form than ${name}. ${faults.join("; ")}`);
  }
  if (canonicalJson(parsed.data) !== text.trim())
    throw new EvidenceFormatError(
      "The evidence is not written canonically, so that its hash would be another.",
    );
  return parsed.data;
}
