import { describe, expect, it } from 'vitest';
import { kindOfFormat, kindOfId } from './number-format.ts';

const DAY = { day: true, time: false, elapsed: false };
const TIME = { day: false, time: true, elapsed: false };
const BOTH = { day: true, time: true, elapsed: false };
const ELAPSED = { day: false, time: true, elapsed: true };

describe('kindOfFormat', () => {
  it.each([
    ['yyyy-mm-dd', DAY],
    ['yyyy"年"m"月"d"日"', DAY],
    ['[$-804]yyyy\\年m\\月;@', DAY],
    ['mmm-yy', DAY],
    ['mm', DAY],
    ['dddd', DAY],
    ['[$-411]ge.m.d', DAY],
    ['[$-D070000]d/m/bbbb', DAY],
    ['[$-804]aaaa', DAY],
    ['yyyy.mm.dd_ ;[Red]\\-0', DAY],
    ['h:mm', TIME],
    ['mm:ss', TIME],
    ['h:mm AM/PM', TIME],
    ['上午/下午h"时"mm"分"', TIME],
    ['ss.000', TIME],
    ['yyyy-mm-dd hh:mm:ss', BOTH],
    ['m/d/yy h:mm', BOTH],
    ['dd/mm/yyyy\\ hh:mm:ss.000', BOTH],
    ['[h]:mm:ss', ELAPSED],
    ['[mm]:ss', ELAPSED],
    ['[ss]', ELAPSED],
    ['General', null],
    ['General"日"', null],
    ['0', null],
    ['0.00', null],
    ['#,##0.00_);[Red](#,##0.00)', null],
    ['0.00E+00', null],
    ['##0.0e-0', null],
    ['0%', null],
    ['# ?/?', null],
    ['@', null],
    ['', null],
    ['0.00"days"', null],
    ['"h"0', null],
    ['\\d0', null],
    ['0_d', null],
    ['[Red]0', null],
    ['[$¥-804]#,##0.00', null],
    ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', null],
    ['0;yyyy', null],
    ['[<=9999]000', null],
  ])('%s', (format, kind) => {
    expect(kindOfFormat(format)).toEqual(kind);
  });

  it('knows the formats that files do not spell out, unless they do', () => {
    const none = new Map<number, string>();
    expect([0, 1, 2, 9, 37, 44, 48, 49].map((id) => kindOfId(id, none))).toEqual(Array(8).fill(null));
    expect([14, 15, 16, 17, 27, 31, 36, 50, 58].map((id) => kindOfId(id, none))).toEqual(Array(9).fill(DAY));
    expect([18, 19, 20, 21, 32, 35, 45, 47, 55].map((id) => kindOfId(id, none))).toEqual(Array(9).fill(TIME));
    expect([kindOfId(22, none), kindOfId(46, none)]).toEqual([BOTH, ELAPSED]);
    expect(kindOfId(14, new Map([[14, '0.00']]))).toBeNull();
  });

  it('takes linear time', () => {
    const started = performance.now();
    for (const format of ['['.repeat(50_000), '"'.repeat(50_001), 'am/p'.repeat(20_000), '\\'.repeat(50_000)]) kindOfFormat(format);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
