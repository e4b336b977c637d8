import { type Logger, pino } from "pino";

export type { Logger } from "pino";

const secretPaths = [
  "password",
  "*.password",
  "privateKey",
  "*.privateKey",
  "secretKey",
  "*.secretKey",
  "connectionString",
  "*.connectionString",
  "databaseUrl",
  "*.databaseUrl",
];

/**
 * The JSON logger of a process (pino, one line an event, to standard output). Known secrets are redacted;
 * bigints are written as decimal strings.
 */
export function createLogger(service: string, level = "info"): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secretPaths, censor: "[redacted]" },
    formatters: { level: (label) => ({ level: label }) },
  });
}
