import type { Contender } from "../contenders/Contender.ts";
import { writeBodies } from "../load/writeBodies.ts";
import type { Query } from "../queries/Query.ts";
import { checkAnswers } from "./checkAnswers.ts";
import { bodyOf, operationsOf } from "./operations.ts";
import { type Recorded, recordStatements } from "./recordStatements.ts";

export type Contenders = {
  readonly nektar: Contender;
  readonly ponder: Contender;
  readonly postgraphile: Contender;
};

/** A query's files of bodies for the load, and its SQL for the floor. */
export type Prepared = {
  readonly query: Query;
  readonly recorded: Recorded;
  readonly bodies: Readonly<Record<"floor" | "nektar" | "unique" | "ponder" | "postgraphile", string>>;
};

/**
 * Makes what is sent for a query, and sees that all contenders answer alike.
 * @throws {Error} when they do not.
 */
export async function prepare(query: Query, contenders: Contenders): Promise<Prepared> {
  const { nektar, ponder, postgraphile } = contenders;
  const operations = {
    nektar: await operationsOf(query, "nektar", nektar),
    ponder: await operationsOf(query, "ponder", ponder),
    postgraphile: await operationsOf(query, "postgraphile", postgraphile),
  };
  const recorded = await recordStatements(nektar, query.name, operations.nektar);
  await checkAnswers(query.title, [
    { name: "Nektar", url: nektar.url, operations: operations.nektar },
    { name: "Ponder", url: ponder.url, operations: operations.ponder },
    { name: "PostGraphile", url: postgraphile.url, operations: operations.postgraphile },
  ]);
  const write = (who: string, bodies: readonly string[]) => writeBodies(`${query.name}-${who}`, bodies);
  return {
    query,
    recorded,
    bodies: {
      floor: write("floor", recorded.bodies),
      nektar: write(
        "nektar",
        operations.nektar.map((one) => bodyOf(one)),
      ),
      unique: write(
        "unique",
        operations.nektar.map((one) => bodyOf(one, true)),
      ),
      ponder: write(
        "ponder",
        operations.ponder.map((one) => bodyOf(one)),
      ),
      postgraphile: write(
        "postgraphile",
        operations.postgraphile.map((one) => bodyOf(one)),
      ),
    },
  };
}
