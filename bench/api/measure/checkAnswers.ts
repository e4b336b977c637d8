import { isDeepStrictEqual } from "node:util";
import type { Contender } from "../contenders/Contender.ts";
import type { Dialect, Query } from "../queries/Query.ts";
import { post, variantsOf } from "./Entry.ts";

const variantsChecked = 30;

/**
 * Asks all contenders the same and compares what they say.
 * @throws {Error} when one says something else, or nothing, or an error.
 */
export async function checkAnswers(
  query: Query,
  contenders: Readonly<Record<Dialect, Contender>>,
): Promise<void> {
  const step = Math.ceil(query.variants / variantsChecked);
  for (const variant of variantsOf(query).filter((number) => number % step === 0)) {
    const contents = await Promise.all(
      (Object.keys(contenders) as Dialect[]).map(async (dialect) => {
        const { query: document, variables, content } = query.inDialect[dialect](variant);
        const { data } = await post(contenders[dialect].url, JSON.stringify({ query: document, variables }));
        return { dialect, content: content(data) };
      }),
    );
    const [first, ...others] = contents;
    for (const other of others)
      if (!isDeepStrictEqual(first?.content, other.content))
        throw new Error(
          `${query.name}: ${first?.dialect} and ${other.dialect} differ.\n${JSON.stringify(first?.content)}\n${JSON.stringify(other.content)}`,
        );
  }
}
