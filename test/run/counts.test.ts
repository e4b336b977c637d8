import { describe, expect, it } from "vitest";
import { forgeCounts, sum, vitestCounts, vitestFailures } from "./counts.ts";

describe("counts of tests", () => {
  it("reads forge's last line, not its suites' lines", () => {
    const output = `Suite result: ok. 2 passed; 0 failed; 1 skipped; finished in 2.09ms
Ran 2 test suites in 5.14ms (3.66ms CPU time): 12 tests passed, 1 failed, 3 skipped (16 total tests)`;
    expect(forgeCounts(output)).toEqual({ passed: 12, failed: 1, notRun: 3 });
    expect(forgeCounts("Error: solc failed")).toBeUndefined();
  });

  it("counts a file that could not be loaded as a failure", () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        { status: "failed", assertionResults: [] },
        { status: "failed", assertionResults: [{}] },
        { status: "passed", assertionResults: [{}] },
      ],
    };
    expect(vitestCounts(JSON.stringify(report))).toEqual({ passed: 5, failed: 2, notRun: 3 });
  });

  it("names what failed, files that could not be loaded included", () => {
    const failed = { status: "failed", fullName: "a b", failureMessages: ["Error: 1\n2\n3\n4\n5\n6\n7"] };
    const report = {
      testResults: [
        { name: "x.test.ts", status: "failed", message: "no such module", assertionResults: [] },
        {
          name: "y.test.ts",
          status: "failed",
          message: "",
          assertionResults: [failed, { status: "passed" }],
        },
      ],
    };
    const [file, test] = vitestFailures(JSON.stringify(report));
    expect(file).toBe("x.test.ts: no such module");
    expect(test).toMatch(/^y\.test\.ts: a b\n {4}Error: 1\n/);
    expect(test).not.toContain("7");
  });

  it("adds up", () => {
    const one = { passed: 1, failed: 2, notRun: 3 };
    expect(sum([one, one])).toEqual({ passed: 2, failed: 4, notRun: 6 });
    expect(sum([])).toEqual({ passed: 0, failed: 0, notRun: 0 });
  });
});
