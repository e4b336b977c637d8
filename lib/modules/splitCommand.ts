/**
 * Splits a command line into a program and its arguments at spaces; single and double quotes hold a part together.
 * There is no shell: nothing else has a special meaning. Undefined when there is no program or a quote stays open.
 */
export function splitCommand(text: string): string[] | undefined {
  const parts: string[] = [];
  let part: string | undefined;
  let quote: string | undefined;
  for (const character of text) {
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
      else part += character;
    } else if (character === '"' || character === "'") {
      quote = character;
      part ??= "";
    } else if (/\s/.test(character)) {
      if (part !== undefined) parts.push(part);
      part = undefined;
    } else {
      part = (part ?? "") + character;
    }
  }
  if (part !== undefined) parts.push(part);
  return quote === undefined && parts.length > 0 ? parts : undefined;
}
