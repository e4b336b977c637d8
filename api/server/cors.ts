import type { IncomingMessage } from "node:http";

export type CorsOrigins = "*" | readonly string[];

/** As Yoga takes it: no cookies, no credentials. */
export const corsOptions = (origins: CorsOrigins) => ({
  origin: origins === "*" ? "*" : [...origins],
  credentials: false,
  methods: ["GET", "POST", "OPTIONS"],
  exposedHeaders: ["x-nektar-block", "x-request-id", "retry-after", "etag"],
});

/** The headers that Yoga sets by these options on an answer that is no preflight's. */
export function corsHeaders({ headers }: IncomingMessage, origins: CorsOrigins): Record<string, string> {
  const { origin } = headers;
  if (origin === undefined) return {};
  const { methods, exposedHeaders } = corsOptions(origins);
  return {
    ...allowed(origin, origins),
    "access-control-allow-methods": methods.join(", "),
    "access-control-expose-headers": exposedHeaders.join(", "),
  };
}

function allowed(origin: string, origins: CorsOrigins): Record<string, string> {
  const [only] = origins;
  if (origins !== "*" && origins.length === 1 && only !== undefined)
    return { "access-control-allow-origin": only };
  if (origins === "*" || origins.includes(origin))
    return { "access-control-allow-origin": origin, vary: "Origin" };
  return { "access-control-allow-origin": "null" };
}
