/** How many checks and tests passed and failed. */
export interface Tally {
  passed: number;
  failed: number;
}

export const add = (a: Tally, b: Tally): Tally => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });
export const one = (passed: boolean): Tally => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 });

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** Vitest's JSON report. A skipped test is not a passed one, and a file that could not be loaded is a failure. */
export function tallyVitest(report: VitestReport, exitCode: number): Tally {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return strict(
    { passed: report.numPassedTests, failed: report.numFailedTests + report.numPendingTests + report.numTodoTests + broken },
    exitCode,
  );
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** Playwright's JSON report; skipped tests count as failed. What passed at its second try passed, and the list reporter names it. */
export function tallyPlaywright({ stats, errors }: PlaywrightReport, exitCode: number): Tally {
  return strict({ passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped + errors.length }, exitCode);
}

/** A runner that ends badly without naming a failed test, or that ran nothing, failed. */
function strict(tally: Tally, exitCode: number): Tally {
  const silent = tally.failed === 0 && (exitCode !== 0 || tally.passed === 0);
  return silent ? { ...tally, failed: 1 } : tally;
}
