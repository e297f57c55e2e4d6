import { describe, expect, it } from 'vitest';
import { tallyPlaywright, tallyVitest } from './tally.ts';

const vitest = (over: object) => ({ numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...over });
const playwright = (over: object, errors: unknown[] = []) => ({
  stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0, ...over },
  errors,
});

describe('a tally', () => {
  it.each([
    [vitest({}), 0, { passed: 3, failed: 0 }],
    [vitest({ numFailedTests: 1 }), 1, { passed: 3, failed: 1 }],
    [vitest({ numPendingTests: 1, numTodoTests: 1 }), 0, { passed: 3, failed: 2 }],
    [vitest({ testResults: [{ status: 'failed', assertionResults: [] }] }), 1, { passed: 3, failed: 1 }],
    [vitest({}), 1, { passed: 3, failed: 1 }],
    [vitest({ numPassedTests: 0 }), 0, { passed: 0, failed: 1 }],
  ])('of Vitest %#', (report, code, tally) => expect(tallyVitest(report, code)).toEqual(tally));

  it.each([
    [playwright({}), 0, { passed: 2, failed: 0 }],
    [playwright({ unexpected: 1, flaky: 1, skipped: 1 }), 1, { passed: 3, failed: 2 }],
    [playwright({ flaky: 1 }), 0, { passed: 3, failed: 0 }],
    [playwright({ expected: 0 }, ['no tests']), 1, { passed: 0, failed: 1 }],
    [playwright({}), 1, { passed: 2, failed: 1 }],
  ])('of Playwright %#', (report, code, tally) => expect(tallyPlaywright(report, code)).toEqual(tally));
});
