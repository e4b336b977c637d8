import { createHash } from "node:crypto";
import { Webhook } from "standardwebhooks";
import type { Canonical } from "../../lib/json/canonicalJson.ts";
import { canonicalJson } from "../../lib/json/canonicalJson.ts";

export const alertKinds = [
  "offence.equivocation",
  "offence.wrong_response",
  "slash",
  "rewards.halted",
  "invariant.violated",
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** An alert as it is found: `subject` names what it is about, so that it is told once. */
export type Found = {
  readonly kind: AlertKind;
  readonly subject: string;
  readonly data: { readonly [name: string]: Canonical };
};

/** An alert's id: the same for the same occurrence, also in another database. */
export function alertId(kind: string, subject: string, occurrence: number): string {
  const digest = createHash("sha256").update(`${kind}\n${subject}\n${occurrence}`).digest("hex");
  return `msg_${digest.slice(0, 32)}`;
}

export type Message = { readonly id: string; readonly body: string };

/** The body of an alert, the same at each attempt: type, time and data, as Standard Webhooks has it. */
export function messageOf(alert: {
  readonly id: string;
  readonly kind: string;
  readonly data: string;
  readonly raised_at: Date;
}): Message {
  const { id, kind, raised_at } = alert;
  const data = JSON.parse(alert.data) as Canonical;
  return { id, body: canonicalJson({ type: kind, timestamp: raised_at.toISOString(), data }) };
}

/** The headers of an attempt: id, time and HMAC-SHA256 over both and the body (standardwebhooks.com). */
export function signedHeaders(secret: string, { id, body }: Message, now: Date): Record<string, string> {
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1_000)),
    "webhook-signature": new Webhook(secret).sign(id, now, body),
  };
}
