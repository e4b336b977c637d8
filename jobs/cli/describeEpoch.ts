import type { Hex } from "viem";
import type { EpochResult } from "../rewards/types.ts";

type Lines = Pick<EpochResult, "pots" | "operators" | "pools" | "delegators" | "leaves">;

export type DescribedFacts = {
  readonly epoch: bigint;
  readonly ruleVersion: number;
  readonly blocks: { readonly first: bigint; readonly last: bigint } | null;
  readonly root: Hex | null;
  readonly bundleHash: Hex | null;
  readonly total: bigint | null;
};

/** An epoch's calculation as text: a section per stage, a line per row, and what goes on chain. */
export function describeEpoch(facts: DescribedFacts, lines: Lines): string {
  const blocks = facts.blocks === null ? "none" : `${facts.blocks.first} to ${facts.blocks.last}`;
  return [
    `Epoch ${facts.epoch}, rule version ${facts.ruleVersion}, blocks ${blocks}`,
    ...section("Pots", lines.pots, (row) => {
      const parts = `scheduled ${row.scheduled} + fees ${row.fees} + forfeited ${row.forfeited} + carry ${row.carryIn}`;
      return `${row.network} ${row.token}  ${parts} = ${row.pot}; paid ${row.paid}, carried ${row.carryOut}`;
    }),
    ...section("Operators", lines.operators, (row) => {
      const merit = `W ${row.weightSeconds}, signed ${row.signed} of ${row.assigned}, p ${row.performanceBps}`;
      const score = row.slashed ? "slashed" : `score ${row.score}`;
      return `${row.network} ${row.token} ${row.operator}  ${merit}, ${score}; gross ${row.gross}, commission ${row.commission} (${row.commissionBps} bps), shared ${row.shared}`;
    }),
    ...section("Pools", lines.pools, (row) => {
      return `${row.network} ${row.token} ${row.operator} ${row.asset}  shared ${row.shared}, share-seconds ${row.shareSeconds}, paid ${row.paid}`;
    }),
    ...section("Delegators", lines.delegators, (row) => {
      return `${row.network} ${row.token} ${row.operator} ${row.asset} ${row.delegator}  share-seconds ${row.shareSeconds}, reward ${row.amount}`;
    }),
    ...section("Cumulative", lines.leaves, (row) => `${row.earner} ${row.token}  ${row.cumulative}`),
    "",
    `Root:   ${facts.root}`,
    `Bundle: ${facts.bundleHash}`,
    `Total:  ${facts.total}`,
  ].join("\n");
}

function section<Row>(title: string, rows: readonly Row[], line: (row: Row) => string): string[] {
  return ["", `${title} (${rows.length})`, ...rows.map((row) => `  ${line(row)}`)];
}
