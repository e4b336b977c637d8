import type { Section } from "../../support/report.ts";
import type { Contender } from "../contenders/Contender.ts";
import type { Load } from "../load/Load.ts";
import { writeBodies } from "../load/writeBodies.ts";
import { type Aim, ratioAim } from "../report/aims.ts";
import { figuresSection } from "../report/figuresSection.ts";
import { type Effort, type Figures, measureRounds } from "./measureRounds.ts";
import { post } from "./operations.ts";

const pageSize = 50;
const deepPage = 1_000;
/** So many pages are asked for in turn, at each depth. */
const pagesAsked = 20;

const query = `query Page($after: String, $first: Int!) {
  tasks(first: $first, after: $after) { nodes { taskId status creator } pageInfo { endCursor hasNextPage } }
}`;
type Page = { tasks: { pageInfo: { endCursor: string } } };

/** The first pages of 100,000 tasks and those around the 1,000th. */
export async function measurePages(
  load: Load,
  nektar: Contender,
  effort: Effort,
): Promise<{ section: Section; aims: Aim[] }> {
  const cursors = await walk(nektar.url);
  const from = (page: number) =>
    cursors
      .slice(page, page + pagesAsked)
      .map((after) => JSON.stringify({ query, variables: { after, first: pageSize } }));
  const { url, usage } = nektar;
  const measured = [1, deepPage - pagesAsked].map((page) => ({
    ...{ label: `pages ${page + 1} to ${page + pagesAsked}`, url, usage, unique: false, accept: "*/*" },
    bodies: writeBodies(`pages-${page}`, from(page)),
  }));
  const [first, deep] = (await measureRounds(load, measured, effort)) as [Figures, Figures];
  return {
    section: figuresSection("50 of 100,000 tasks, near the start and deep in the list", [first, deep]),
    aims: [
      ratioAim("the 1,000th page: requests/s against the first", {
        measured: deep.requestsPerSecond / first.requestsPerSecond,
        atLeast: 0.9,
      }),
    ],
  };
}

/** The cursors after which pages begin; the first has none. */
async function walk(url: string): Promise<(string | null)[]> {
  const cursors: (string | null)[] = [null];
  while (cursors.length < deepPage) {
    const variables = { after: cursors.at(-1), first: pageSize };
    const { data } = await post(url, JSON.stringify({ query, variables }));
    cursors.push((data as Page).tasks.pageInfo.endCursor);
  }
  return cursors;
}
