import type { Options } from "../Benchmark.ts";
import type { Section } from "../support/report.ts";
import type { Contender } from "./contenders/Contender.ts";
import {
  startFloor,
  startMemory,
  startNektar,
  startPonder,
  startPostgraphile,
} from "./contenders/contenders.ts";
import { openDataSet } from "./data/openDataSet.ts";
import { fullSize } from "./data/size.ts";
import { chooseLoad } from "./load/chooseLoad.ts";
import { measureAsOf } from "./measure/asOf.ts";
import { measureLimits, unreachedRate } from "./measure/limits.ts";
import { type Effort, measureRounds } from "./measure/measureRounds.ts";
import { measurePages } from "./measure/pages.ts";
import { answersOfPolls, measurePolling } from "./measure/polling.ts";
import { type Contenders, type Prepared, prepare } from "./measure/prepare.ts";
import { point } from "./queries/point.ts";
import { queries } from "./queries/queries.ts";
import { type Aim, aimsSection } from "./report/aims.ts";
import { aimsOfQuery } from "./report/aimsOfQuery.ts";
import { figuresSection } from "./report/figuresSection.ts";
import { labels } from "./report/labels.ts";

/** As the API has it unless told otherwise. */
const cacheBytes = 64_000_000;

/** The API against its floor, against Ponder's own GraphQL and against PostGraphile, all on the same tables. */
export async function* run({ quick }: Options): AsyncIterable<Section> {
  const effort: Effort = { rounds: quick ? 1 : 3, seconds: 1, connections: 8 };
  const load = chooseLoad();
  const running: Contender[] = [];
  const keep = async (starting: Promise<Contender>) => {
    const contender = await starting;
    running.push(contender);
    return contender;
  };
  const dataSet = await openDataSet(fullSize);
  try {
    const contenders = {
      nektar: await keep(startNektar(dataSet.url, { cacheBytes: 0 })),
      ponder: await keep(startPonder(dataSet.url)),
      postgraphile: await keep(startPostgraphile(dataSet.url)),
    };
    const prepared: Prepared[] = [];
    for (const query of queries) prepared.push(await prepare(query, contenders));
    const texts = prepared.map(({ query, recorded }) => [query.name, recorded.texts] as const);
    const floor = await keep(startFloor(dataSet.url, Object.fromEntries(texts)));
    const aims: Aim[] = [];
    for (const one of prepared) {
      const figures = await measureRounds(load, measuredOf(one, { ...contenders, floor }), effort);
      aims.push(...aimsOfQuery(one.query.name, figures));
      yield figuresSection(one.query.title, figures);
    }
    const pages = await measurePages(load, contenders.nektar, effort);
    yield pages.section;
    yield await measureAsOf(load, contenders.nektar, effort);
    const limited = await keep(startNektar(dataSet.url, { cacheBytes: 0, perSecond: unreachedRate }));
    const bodies = prepared.find(({ query }) => query === point)?.bodies.nektar ?? "";
    const limits = await measureLimits(load, { open: contenders.nektar, limited, bodies }, effort);
    yield limits.section;
    const caching = await keep(startNektar(dataSet.url, { cacheBytes }));
    const memory = await keep(startMemory(dataSet.url, await answersOfPolls(caching)));
    const polling = await measurePolling(caching, memory, quick ? 3 : 10);
    yield polling.section;
    yield aimsSection([...aims, ...pages.aims, ...limits.aims, ...polling.aims]);
  } finally {
    await Promise.all(running.map((contender) => contender.stop()));
    await dataSet.close();
  }
}

/** The lane of known documents takes plain requests alone; this asks for the same in another way. */
const notPlain = "application/json, */*;q=0.9";

function measuredOf({ bodies }: Prepared, contenders: Contenders & { floor: Contender }) {
  const { floor, nektar, ponder, postgraphile } = contenders;
  const plain = { unique: false, accept: "*/*" };
  const of = (label: string, { url, usage }: Contender, file: string, how = plain) => ({
    ...{ label, url, usage, ...how },
    bodies: file,
  });
  return [
    of(labels.floor, floor, bodies.floor),
    of(labels.known, nektar, bodies.nektar),
    of(labels.yoga, nektar, bodies.nektar, { ...plain, accept: notPlain }),
    of(labels.fresh, nektar, bodies.unique, { ...plain, unique: true }),
    of(labels.ponder, ponder, bodies.ponder),
    of(labels.postgraphile, postgraphile, bodies.postgraphile),
  ];
}
