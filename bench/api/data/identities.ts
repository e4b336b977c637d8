import { createHash } from "node:crypto";

/** What `pg_temp.hash` and `pg_temp.address` of `01_world.sql` make of a name. */
export const hashOf = (name: string): string => `0x${createHash("sha256").update(name).digest("hex")}`;
export const addressOf = (name: string): string => hashOf(name).slice(0, 42);
