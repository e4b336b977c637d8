import { z } from "zod";
import { httpUrl } from "../../lib/config/variables.ts";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { type AlertSettings, endpointOf } from "./Endpoint.ts";

const mostEndpoints = 16;

export const alertEnvironment = {
  /** URLs that alerts are posted to, separated by commas. */
  ALERT_WEBHOOKS: z
    .string()
    .default("")
    .transform((value) =>
      value
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(httpUrl).max(mostEndpoints)),
  /** `whsec_` and 24 to 64 bytes in base64; alerts are signed with it. */
  ALERT_WEBHOOK_SECRET: z
    .string()
    .refine(
      isSecret,
      "must be whsec_ and 24 to 64 bytes in base64: echo whsec_$(openssl rand -base64 32) makes one",
    )
    .optional(),
};

/** @throws {ConfigError} when there are endpoints and no secret. */
export function alertSettings(parsed: {
  readonly ALERT_WEBHOOKS: readonly string[];
  readonly ALERT_WEBHOOK_SECRET?: string | undefined;
}): AlertSettings | undefined {
  const { ALERT_WEBHOOKS: urls, ALERT_WEBHOOK_SECRET: secret } = parsed;
  if (urls.length === 0) return undefined;
  if (secret === undefined)
    throw new ConfigError("ALERT_WEBHOOKS needs ALERT_WEBHOOK_SECRET: alerts are signed.");
  return { endpoints: [...new Set(urls)].map(endpointOf), secret };
}

function isSecret(value: string): boolean {
  const base64 = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(value)?.[1];
  const bytes = base64 === undefined ? 0 : Buffer.from(base64, "base64").length;
  return bytes >= 24 && bytes <= 64;
}
