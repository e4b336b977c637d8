import { Listr, type ListrTask, PRESET_TIMER } from "listr2";

export type Step = {
  readonly title: string;
  /** `say` shows what happens now beneath the title. */
  readonly run: (say: (text: string) => void) => Promise<unknown>;
};

/** Steps of one group run side by side; a group starts when the one before is done. */
export type StepGroup = readonly Step[];

/**
 * Runs groups of steps and shows each with its time: alive on a terminal, else a line when it starts and one when it is done.
 * The first error ends it and is thrown.
 */
export async function runSteps(groups: readonly StepGroup[], signal: AbortSignal): Promise<void> {
  const errors: unknown[] = [];
  const listrTask = (step: Step): ListrTask => ({
    title: step.title,
    task: (_context, task) => runStep(step, task, signal, errors),
  });
  const tasks = groups.map((group): ListrTask => {
    const [first] = group;
    if (first !== undefined && group.length === 1) return listrTask(first);
    return {
      title: group.map(({ title }) => title).join(", "),
      task: (_context, task) => task.newListr(group.map(listrTask), { concurrent: true }),
    };
  });
  const timer = PRESET_TIMER;
  const options = {
    // Signals are handled once, in main.ts.
    registerSignalListeners: false,
    rendererOptions: { timer, collapseSubtasks: false, showErrorMessage: false, collapseErrors: false },
    fallbackRendererOptions: { timer },
  };
  await new Listr(tasks, options).run().catch((error: unknown) => {
    throw errors[0] ?? error;
  });
}

async function runStep(
  step: Step,
  task: { output: string },
  signal: AbortSignal,
  errors: unknown[],
): Promise<void> {
  try {
    signal.throwIfAborted();
    await step.run((text) => {
      // Without a terminal each of these would be a line of its own.
      if (process.stdout.isTTY) task.output = text;
    });
    signal.throwIfAborted();
  } catch (error) {
    errors.push(error);
    // The error itself is shown once, at the end.
    throw new Error(signal.aborted ? "stopped" : "failed");
  }
}
