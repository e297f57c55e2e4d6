import { describe, expect, it } from 'vitest';
import { say } from '../../../domain/words/said.ts';
import { noticeOf, noticeOfFinding, rejectOf } from './notice.ts';

describe('what is told about a file', () => {
  it('says how much it matters, how often it is, and where', () => {
    expect(noticeOf('info', 'rows.outdated', say`${{ count: 3 }} rows were left out.`, null, { count: 3 })).toEqual({
      code: 'rows.outdated',
      severity: 'info',
      message: '3 rows were left out.',
      remedy: null,
      said: { message: { template: '{count} rows were left out.', params: { count: 3 } } },
      row: null,
      column: null,
      count: 3,
    });
  });
  it('asks for a look only where the format’s own rules are broken', () => {
    const finding = { code: 'focus.x', message: 'm', remedy: null, column: 'BilledCost', count: 2, rows: [4, 9], row: 4 };
    expect((['broken', 'gap', 'info'] as const).map((severity) => noticeOfFinding({ ...finding, severity }).severity)).toEqual([
      'warning',
      'info',
      'info',
    ]);
    expect(noticeOfFinding({ ...finding, severity: 'gap' })).toMatchObject({ column: 'BilledCost', count: 2, row: 4 });
  });
  it('keeps at most 500 characters of a refused cell', () => {
    const reject = rejectOf(
      7,
      { header: '应付金额' },
      'x'.repeat(600),
      'cell.missing',
      say`${{ column: '应付金额' }} is missing, and a line needs it.`,
      () => 'row',
    );
    expect(reject).toMatchObject({
      row: 7,
      column: '应付金额',
      reason: '应付金额 is missing, and a line needs it.',
      said: { params: { column: '应付金额' } },
    });
    expect(reject.value).toHaveLength(500);
  });
});
