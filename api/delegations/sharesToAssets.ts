import { sql } from "kysely";
import type { Sql } from "../plan/text.ts";

/**
 * What shares of a pool are worth in assets, as `SharesMath.toAssetsDown` has it: one virtual share stands against one
 * virtual asset. `div`, since the quotient of `/` is rounded before anything can cut it.
 */
export const assetsDown = (shares: Sql, totalAssets: Sql, totalShares: Sql): Sql =>
  sql`div(${shares} * (${totalAssets} + 1), ${totalShares} + 1)`;

/** A pool around a slash: `before` and `after` are its assets, its shares stay. */
export type SlashedPool = { readonly before: Sql; readonly after: Sql; readonly totalShares: Sql };

/** What shares of a slashed pool lose: what they would be paid before, less what they would be paid after, each rounded down. */
export const lossOf = (shares: Sql, { before, after, totalShares }: SlashedPool): Sql =>
  sql`(${assetsDown(shares, before, totalShares)} - ${assetsDown(shares, after, totalShares)})`;
