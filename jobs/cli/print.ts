export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A line each; of an empty list a sentence, beside the output, so that what reads a pipe gets nothing. */
export function printList(lines: readonly string[], whenEmpty: string): void {
  for (const line of lines) print(line);
  if (lines.length === 0) process.stderr.write(`${whenEmpty}\n`);
}
