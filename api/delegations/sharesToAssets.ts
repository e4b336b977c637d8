import { sql } from "kysely";
import type { Sql } from "../plan/text.ts";

/**
 * What shares of a pool are worth in assets, as `SharesMath.toAssetsDown` has it: one virtual share stands against one
 * virtual asset. `div`, since the quotient of `/` is rounded before anything can cut it.
 */
export const assetsDown = (shares: Sql, totalAssets: Sql, totalShares: Sql): Sql =>
  sql`div(${shares} * (${totalAssets} + 1), ${totalShares} + 1)`;
