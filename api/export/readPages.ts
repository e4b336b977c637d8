import type { FragmentDefinitionNode, GraphQLError } from "graphql";
import { LRUCache } from "lru-cache";
import { clientError } from "../errors.ts";
import type { CountedPlan, NamedStatement, Prepared } from "../plan/countedPlan.ts";
import type { ExecutionRequest } from "../plan/ExecutionRequest.ts";
import type { Executor } from "../plan/Executor.ts";
import type { ForcedPage } from "../plan/page.ts";
import { type ExportedList, pageKey } from "./exportedList.ts";

/** Rows of a page; the next smaller when a page would be above the limits of an answer. */
const pageSizes = [1_000, 100, 10] as const;

export type PageRequest = {
  readonly executor: Executor;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly list: ExportedList;
  readonly request: ExecutionRequest;
  readonly mostRows: number;
  /** Waits until another page may be read. */
  readonly waitForTurn: () => Promise<void>;
};

/** What a page's query was answered instead of a page. */
export class ExportRefused extends Error {
  override readonly name = "ExportRefused";
  readonly errors: readonly GraphQLError[];
  constructor(errors: readonly GraphQLError[]) {
    super(errors[0]?.message ?? "The query was not answered.");
    this.errors = errors;
  }
}

type Page = { readonly rows: readonly unknown[]; readonly next: string | undefined };

/**
 * The list's rows, page after page; each is a statement of its own, so that nothing is held while the client reads.
 *
 * @throws {ExportRefused} also before the first page: when the list is longer than an export may be.
 */
export async function* readPages(asked: PageRequest): AsyncGenerator<readonly unknown[]> {
  const { list, mostRows } = asked;
  if (list.nodes !== null) await refuseTooLong(asked, mostRows);
  let cursor: string | undefined;
  let size = 0;
  let prepared = prepare(asked, size);
  for (;;) {
    let page: Page;
    try {
      page = await readPage(asked, prepared, cursor);
    } catch (error) {
      const isTooLarge =
        error instanceof ExportRefused && error.errors[0]?.extensions.code === "QUERY_TOO_LARGE";
      if (!isTooLarge || list.nodes === null || size + 1 === pageSizes.length) throw error;
      size += 1;
      prepared = prepare(asked, size);
      continue;
    }
    yield page.rows;
    if (page.next === undefined) return;
    cursor = page.next;
    await asked.waitForTurn();
  }
}

async function refuseTooLong(asked: PageRequest, mostRows: number): Promise<void> {
  const beyond = prepare(asked, 0, { limit: 1, skip: mostRows });
  const { rows } = await readPage(asked, beyond, undefined);
  if (rows.length === 0) return;
  throw new ExportRefused([
    clientError(
      "EXPORT_TOO_LARGE",
      `The list has more than ${mostRows} rows, which is the most of one export. Narrow it by \`where\`, for instance by a range of \`createdBlock_gte\` and \`createdBlock_lt\`, and export it in parts.`,
      { status: 413 },
    ),
  ]);
}

function prepare(
  { fragments, list }: PageRequest,
  size: number,
  page: Omit<ForcedPage, "path"> = { limit: pageSizes[size] ?? 10, skip: 0 },
): Prepared {
  // Two structures: without a cursor and with one. No payloads: it is a query.
  const plans = new LRUCache<string, CountedPlan>({ max: 2 });
  const payloads = new LRUCache<string, NamedStatement>({ max: 1 });
  return { node: list.node, fragments, plans, payloads, page: { ...page, path: list.path.join(".") } };
}

async function readPage(
  { executor, list, request }: PageRequest,
  prepared: Prepared,
  cursor: string | undefined,
): Promise<Page> {
  const variables = {
    ...request.variables,
    ...(cursor === undefined ? {} : { [list.cursorVariable]: cursor }),
  };
  const { data, errors } = await executor.execute(prepared, { ...request, variables });
  if (data === undefined || errors.length > 0) throw new ExportRefused(errors);
  let found: unknown = JSON.parse(data);
  for (const key of list.path) found = (found as Record<string, unknown> | null)?.[key];
  // Nothing on the way to the list: there is no such object.
  if (found === null || found === undefined) return { rows: [], next: undefined };
  if (list.nodes === null) return { rows: found as unknown[], next: undefined };
  const page = found as Record<string, unknown>;
  const { hasNextPage, endCursor } = page[pageKey] as { hasNextPage: boolean; endCursor: string | null };
  return { rows: page[list.nodes] as unknown[], next: hasNextPage ? (endCursor ?? undefined) : undefined };
}
