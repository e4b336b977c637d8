import { Command, Option } from "commander";
import type { Benchmark, Options } from "./Benchmark.ts";
import { type BenchmarkName, benchmarks } from "./benchmarks.ts";
import { describeMachine, renderSection } from "./support/report.ts";

const known = Object.keys(benchmarks) as BenchmarkName[];

/** `npm run bench -- [names…]`: runs the named benchmarks, or all, one after another, and prints Markdown. */
async function main(names: readonly string[], options: Options): Promise<void> {
  const unknown = names.filter((name) => !known.includes(name as BenchmarkName));
  if (unknown.length > 0) throw new Error(`no benchmark ${unknown.join(", ")}: there is ${known.join(", ")}`);
  console.log(describeMachine());
  for (const name of names.length > 0 ? (names as BenchmarkName[]) : known) {
    const { run }: Benchmark = await benchmarks[name]();
    console.log(`\n## ${name}`);
    for await (const section of run(options)) console.log(`\n${renderSection(section)}`);
  }
}

const command = new Command("bench")
  .argument("[names...]", `of ${known.join(", ")}; all when none is named`)
  .addOption(new Option("--large", "the sizes that take long, too").default(false))
  .addOption(new Option("--quick", "about a minute each, to look at, not to report").default(false))
  .action(main);
await command.parseAsync();
