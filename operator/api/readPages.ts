import type { Hex } from "viem";
import { z } from "zod";
import type { TypedDocument } from "../../client/TypedDocument.ts";
import { postGraphql } from "./postGraphql.ts";

type PageVariables = {
  readonly operator: Hex;
  readonly first: number;
  readonly after?: string | null | undefined;
};

/** More pages than `most` are not read, so that an answer without an end cannot hold the client. */
export type Pages = { readonly size: number; readonly most: number };

/** The entries of an operator's list of tasks, page by page, not looked at. @throws {ApiError} */
export async function* readPages(
  url: string,
  document: TypedDocument<unknown, PageVariables>,
  operator: Hex,
  pages: Pages,
  signal: AbortSignal,
): AsyncGenerator<unknown> {
  const form = z.object({
    tasks: z.object({
      nodes: z.array(z.unknown()).max(pages.size),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().max(1_000).nullable() }),
    }),
  });
  let after: string | null = null;
  for (let page = 0; page < pages.most; page++) {
    const variables: PageVariables = { operator, first: pages.size, after };
    const { tasks } = await postGraphql(url, document, variables, form, signal);
    yield* tasks.nodes;
    if (!tasks.pageInfo.hasNextPage || tasks.pageInfo.endCursor === null) return;
    after = tasks.pageInfo.endCursor;
  }
}
