import DataLoader from "dataloader";
import type { Database } from "../../lib/database/createDatabase.ts";
import { type Connection, connectionOf } from "./connection.ts";
import type { ListQuery } from "./keyset.ts";
import { type Page, type PageArguments, readPage } from "./pageArguments.ts";
import { countRows, countRowsOfParents, selectPage, selectPages } from "./queries.ts";

type Request = { readonly list: ListQuery<unknown>; readonly page: Page; readonly parent: string };

export type ConnectionLoaders = {
  /** A page of a list of its own. */
  root<Row>(list: ListQuery<Row>, args: PageArguments): Connection<Row>;
  /** A page of an object's list; one statement serves all objects whose lists are asked for alike. */
  nested<Row>(list: ListQuery<Row>, args: PageArguments, parent: string): Connection<Row>;
};

/** Makes the loaders of one request. */
export function createConnectionLoaders(db: Database): ConnectionLoaders {
  const pages = new DataLoader<Request, unknown[], string>(
    (requests) => inGroups(requests, (list, page, parents) => selectPages(db, list, page, parents)),
    { cacheKeyFn: (request) => `${groupOf(request)} ${request.parent}` },
  );
  const counts = new DataLoader<Request, bigint, string>(
    (requests) => inGroups(requests, (list, _page, parents) => countRowsOfParents(db, list, parents)),
    { cacheKeyFn: (request) => `${request.list.signature} ${request.parent}` },
  );
  return {
    root(list, args) {
      const page = readPage(list.keyset, args);
      const rows = () => selectPage(db, list, page);
      return connectionOf({ keyset: list.keyset, page, rows, count: () => countRows(db, list) });
    },
    nested<Row>(list: ListQuery<Row>, args: PageArguments, parent: string) {
      const page = readPage(list.keyset, args);
      const request = { list: list as unknown as ListQuery<unknown>, page, parent };
      const rows = async () => (await pages.load(request)) as Row[];
      return connectionOf({ keyset: list.keyset, page, rows, count: () => counts.load(request) });
    },
  };
}

const groupOf = ({ list, page }: Request) => `${list.signature} ${JSON.stringify(page)}`;

/** Runs `select` once for each group of requests that differ in the parent only, and puts the answers in order. */
async function inGroups<Answer>(
  requests: readonly Request[],
  select: (
    list: ListQuery<unknown>,
    page: Page,
    parents: readonly string[],
  ) => Promise<ReadonlyMap<string, Answer>>,
): Promise<Answer[]> {
  const groups = new Map<string, Request[]>();
  for (const request of requests) {
    const group = groupOf(request);
    groups.set(group, [...(groups.get(group) ?? []), request]);
  }
  const answers = new Map<Request, Answer>();
  await Promise.all(
    [...groups.values()].map(async (group) => {
      const [{ list, page }] = group as [Request];
      const found = await select(
        list,
        page,
        group.map(({ parent }) => parent),
      );
      for (const request of group) answers.set(request, found.get(request.parent) as Answer);
    }),
  );
  return requests.map((request) => answers.get(request) as Answer);
}
