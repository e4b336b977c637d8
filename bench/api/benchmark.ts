import type { Options } from "../benchmarks.ts";
import type { Section } from "../support/report.ts";
import type { Contender } from "./contenders/Contender.ts";
import { startFloor, startNektar, startPonder, startPostgraphile } from "./contenders/contenders.ts";
import { openDataSet } from "./data/openDataSet.ts";
import { fullSize } from "./data/size.ts";
import { chooseLoad } from "./load/Load.ts";
import { checkAnswers } from "./measure/checkAnswers.ts";
import { type Entry, graphqlEntry, writeBodies } from "./measure/Entry.ts";
import { type Effort, measureRounds } from "./measure/measureRounds.ts";
import { type Recorded, recordStatements } from "./measure/recordStatements.ts";
import { queries } from "./queries/queries.ts";
import { figuresSection } from "./report/figuresSection.ts";

/** The API against its floor, against Ponder's own GraphQL and against PostGraphile, all on the same tables. */
export async function* run({ quick }: Options): AsyncIterable<Section> {
  const effort: Effort = { rounds: quick ? 1 : 5, seconds: 1, connections: 8 };
  const load = chooseLoad();
  const running: Contender[] = [];
  const keep = async (starting: Promise<Contender>) => {
    const contender = await starting;
    running.push(contender);
    return contender;
  };
  const dataSet = await openDataSet(fullSize);
  try {
    const nektar = await keep(startNektar(dataSet.url));
    const ponder = await keep(startPonder(dataSet.url));
    const postgraphile = await keep(startPostgraphile(dataSet.url));
    const recorded = new Map<string, Recorded>();
    for (const query of queries) {
      recorded.set(query.name, await recordStatements(nektar, query));
      await checkAnswers(query, { nektar, ponder, postgraphile });
    }
    const texts = Object.fromEntries([...recorded].map(([name, { texts }]) => [name, texts]));
    const floor = await keep(startFloor(dataSet.url, texts));
    const entries: Entry[] = [
      {
        label: "floor",
        contender: floor,
        unique: false,
        bodies: ({ name }) => recorded.get(name)?.bodies ?? [],
      },
      graphqlEntry("Nektar, known document", nektar, "nektar"),
      graphqlEntry("Nektar, new document", nektar, "nektar", true),
      graphqlEntry("Ponder", ponder, "ponder"),
      graphqlEntry("PostGraphile", postgraphile, "postgraphile"),
    ];
    for (const query of queries) {
      const measured = entries.map(({ label, contender, unique, bodies }) => ({
        label,
        unique,
        url: contender.url,
        usage: contender.usage,
        bodies: writeBodies(`${query.name} ${label}`, bodies(query)),
      }));
      yield figuresSection(query.title, await measureRounds(load, measured, effort));
    }
  } finally {
    await Promise.all(running.map((contender) => contender.stop()));
    await dataSet.close();
  }
}
