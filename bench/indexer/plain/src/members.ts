import type { Context } from "ponder:registry";
import { network, networkOperator } from "ponder:schema";
import type { Hex } from "viem";
import { type Member, newMember } from "../../../../indexer/transitions/membership.ts";
import type { Moment } from "../../../../indexer/transitions/moment.ts";

/**
 * The membership of an operator in a network; when it is the first, the row is made and the operator joins the
 * network's list, which `TaskCreated` goes through. The network must exist: it registers before anybody can join it.
 */
export async function ensureMember(
  db: Context["db"],
  args: { readonly network: Hex; readonly operator: Hex },
  at: Moment,
): Promise<Member> {
  const fresh = newMember(args, at);
  const known = await db.find(networkOperator, { network: fresh.network, operator: fresh.operator });
  if (known) return known;
  await db.insert(networkOperator).values(fresh);
  await db
    .update(network, { address: fresh.network })
    .set((row) => ({ operators: [...row.operators, fresh.operator] }));
  return fresh;
}
