import type { Finality } from "../generated/schema.ts";
import type { BlockPosition, Position } from "./queries.ts";

/** How firmly a block stands: a node that lies about `safe` can make it look safe, never final. */
export function finalityOf(
  block: bigint,
  { finalised }: Pick<Position, "finalised">,
  safe: BlockPosition | null,
): Finality {
  if (block <= finalised.number) return "FINALISED";
  return safe !== null && block <= safe.number ? "SAFE" : "PENDING";
}
