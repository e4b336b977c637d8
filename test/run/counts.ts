/** How many tests a tool ran, and how they went. */
export type Counts = { readonly passed: number; readonly failed: number; readonly notRun: number };

const none: Counts = { passed: 0, failed: 0, notRun: 0 };

/** The counts in a report of vitest's `json` reporter; undefined when it wrote none: it could not even start. */
export function vitestCounts(report: string | undefined): Counts | undefined {
  if (report === undefined) return undefined;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    report,
  ) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    testResults: { status: string; assertionResults: unknown[] }[];
  };
  // A file that fails before its first test has no test that failed.
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  return {
    passed: numPassedTests,
    failed: numFailedTests + brokenFiles,
    notRun: numPendingTests + numTodoTests,
  };
}

/** What failed in a report of vitest's `json` reporter, each with the first lines of the reason. */
export function vitestFailures(report: string): string[] {
  const { testResults } = JSON.parse(report) as {
    testResults: {
      name: string;
      status: string;
      message: string;
      assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
    }[];
  };
  const shorten = (reason: string) => reason.split("\n").slice(0, 6).join("\n    ");
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    if (status === "failed" && assertionResults.length === 0) return [`${name}: ${shorten(message)}`];
    return assertionResults
      .filter((test) => test.status === "failed")
      .map(
        ({ fullName, failureMessages }) => `${name}: ${fullName}\n    ${shorten(failureMessages.join("\n"))}`,
      );
  });
}

/** The counts in forge's last line: `Ran 9 test suites in 3s: 80 tests passed, 0 failed, 0 skipped (80 total tests)`. */
export function forgeCounts(output: string): Counts | undefined {
  const line = /(\d+) tests? passed, (\d+) failed, (\d+) skipped \(\d+ total tests?\)/.exec(output);
  if (line === null) return undefined;
  return { passed: Number(line[1]), failed: Number(line[2]), notRun: Number(line[3]) };
}

export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, { passed, failed, notRun }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      notRun: total.notRun + notRun,
    }),
    none,
  );
}
