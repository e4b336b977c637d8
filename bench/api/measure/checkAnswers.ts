import { isDeepStrictEqual } from "node:util";
import type { Operation } from "../queries/Query.ts";
import { bodyOf, post } from "./operations.ts";

const variantsChecked = 30;

export type Asked = {
  readonly name: string;
  readonly url: string;
  readonly operations: readonly Operation[];
};

/**
 * Asks all contenders the same and compares what they say.
 * @throws {Error} when one says something else, or nothing, or an error.
 */
export async function checkAnswers(title: string, contenders: readonly Asked[]): Promise<void> {
  const variants = contenders[0]?.operations.length ?? 0;
  const step = Math.ceil(variants / variantsChecked);
  for (let variant = 0; variant < variants; variant += step) {
    const contents = await Promise.all(contenders.map((contender) => contentOf(contender, variant)));
    const [first, ...others] = contents;
    for (const other of others)
      if (!isDeepStrictEqual(first?.content, other.content))
        throw new Error(
          `${title}: ${first?.name} and ${other.name} differ.\n${JSON.stringify(first?.content)}\n${JSON.stringify(other.content)}`,
        );
  }
}

async function contentOf({ name, url, operations }: Asked, variant: number) {
  const operation = operations[variant];
  if (!operation) throw new Error(`${name} has no variant ${variant}`);
  const { data } = await post(url, bodyOf(operation));
  return { name, content: operation.content(data) };
}
