/** What Ponder itself counted while it indexed the history, in milliseconds. */
export type StepTimes = {
  /** By step: rows fetched ahead, handlers, COPY of their rows, commit. */
  readonly steps: ReadonlyMap<string, number>;
  /** By event, all its handler's calls together. */
  readonly handlers: ReadonlyMap<string, { readonly calls: number; readonly ms: number }>;
};

/** Reads the metrics of an indexer that has done its history. */
export async function readStepTimes(port: number): Promise<StepTimes> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const steps = new Map<string, number>();
  const handlers = new Map<string, { calls: number; ms: number }>();
  for (const line of text.split("\n")) {
    const [, name = "", labels = "", value = ""] = /^(\w+)\{(.*)\} (\S+)$/.exec(line) ?? [];
    const labelled = (label: string) => new RegExp(`${label}="([^"]*)"`).exec(labels)?.[1] ?? "";
    if (name === "ponder_historical_transform_duration") steps.set(labelled("step"), Number(value));
    const kind = /^ponder_indexing_function_duration_(sum|count)$/.exec(name)?.[1];
    if (!kind) continue;
    const event = labelled("event");
    const of = handlers.get(event) ?? { calls: 0, ms: 0 };
    handlers.set(event, kind === "sum" ? { ...of, ms: Number(value) } : { ...of, calls: Number(value) });
  }
  return { steps, handlers };
}
