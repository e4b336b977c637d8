/** Yields what each asks for, in order, and asks for the next one while the current one is worked on. */
export async function* readAhead<Item>(
  asks: Iterable<() => Promise<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let next: Promise<Item> | undefined;
  for (const ask of asks) {
    const current = next;
    next = ask();
    // Whoever stops early never waits for it; whoever does not, gets the error below.
    next.catch(() => {});
    if (current) yield await current;
  }
  if (next) yield await next;
}
