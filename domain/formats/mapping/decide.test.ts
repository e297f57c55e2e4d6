import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agree, decideColumn } from './decide.ts';

const decide = (...texts: string[]) => decideColumn(texts.map((text, i) => ({ row: i + 2, text })));
const rows = (evidence: readonly { row: number }[]): number[] => evidence.map((e) => e.row);

describe('dates of a column', () => {
  it.each([
    [['2023-09-01', '2023/9/2', '2023年9月3日'], 'ymd'],
    [['01/09/2023', '13/09/2023'], 'dmy'],
    [['09/01/2023', '09/13/2023'], 'mdy'],
    [['05.10.2023 08:00', '28.10.2023 09:00'], 'dmy'],
    [['15-Sep-2023', 'Sep 16, 2023'], 'ymd'],
    // No day of September 2023, but the 23rd of September 2031.
    [['23/09/15', '23/09/31'], 'dmy'],
    [['23/09/15', '23/10/30', '40/01/31'], 'ymd'],
    [['01/02/2023', '03/04/2023'], 'ambiguous'],
    [['05/05/2023', '06/06/2023'], 'dmy'],
    [['13/09/2023', '09/13/2023'], 'mixed'],
    [['09/2023', '10/2023'], 'ymd'],
    [['30/02/2023', 'Grand total'], 'none'],
    [['', '--', ' '], 'none'],
  ])('%j: %s', (texts, choice) => expect(decide(...texts).dates.choice).toBe(choice));

  it('names the rows that say so', () => {
    const { dates } = decide('01/09/2023', '02/09/2023', '13/09/2023', '14/09/2023');
    expect(rows(dates.evidence)).toContain(4);
    expect(dates.evidence.find((e) => e.row === 4)).toMatchObject({ value: '13/09/2023', readings: { dmy: '2023-09-13', mdy: null } });
    const open = decide('01/01/2023', '01/02/2023').dates;
    expect(open).toMatchObject({
      choice: 'ambiguous',
      possible: ['dmy', 'mdy'],
      evidence: [{ row: 3, readings: { dmy: '2023-02-01', mdy: '2023-01-02' } }],
    });
  });

  it('a later row settles what a hundred thousand left open, and a cell that is none says nothing', () => {
    const texts = Array.from({ length: 100_000 }, () => '03/04/2023');
    expect(decide(...texts).dates.choice).toBe('ambiguous');
    const settled = decide(...texts, 'total', '25/04/2023').dates;
    expect(settled).toMatchObject({ choice: 'dmy', readable: 100_001, unreadable: 1, unreadableRows: [100_002] });
    expect(rows(settled.evidence)).toContain(100_003);
  });

  it('stays open where cells that agreed at first differ later', () => {
    expect(decide('01/01/23', '02/02/23', '03/03/23', '04/04/23', '31/12/2023', '01/02/23').dates.choice).toBe('dmy');
    expect(decide('01/01/23', '02/02/23', '03/03/23', '04/04/23', '01/01/2023', '01/02/23').dates.choice).toBe('ambiguous');
  });
});

describe('figures of a column', () => {
  it.each([
    [['1.5', '2'], '.'],
    [['1,5', '2'], ','],
    [['1,234.50'], '.'],
    [['1.234,50'], ','],
    [['1,234,567'], '.'],
    [['1.234.567'], ','],
    [['0,123'], ','],
    [['0.123'], '.'],
    [['1234,567'], ','],
    [["1'234.5"], '.'],
    [['1 234,5'], ','],
    [['12', '7'], '.'],
    [['1,234', '5,678'], 'ambiguous'],
    [['1.234'], 'ambiguous'],
    [['1,234', '0,5'], ','],
    [['1.5', '1,5'], 'mixed'],
    [['vm-1', 'disk'], 'none'],
    [['（1，234．50）', '￥-3.2'], '.'],
  ])('%j: %s', (texts, choice) => expect(decide(...texts).decimal.choice).toBe(choice));

  it('shows what an open figure would be', () => {
    expect(decide('7', '1,234').decimal).toMatchObject({
      choice: 'ambiguous',
      evidence: [{ row: 3, value: '1,234', readings: { '.': '1234', ',': '1.234' } }],
    });
    expect(decide('1.234.567,5', '3').thousands).toEqual({ '.': '', ',': '.' });
  });

  it('never chooses a decimal sign that a figure of the column contradicts', () => {
    const cents = fc.integer({ min: -99_999_999, max: 99_999_999 });
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 30 }), fc.constantFrom('.', ','), fc.boolean(), (values, decimal, grouped) => {
        const other = decimal === '.' ? ',' : '.';
        const texts = values.map((v) => {
          const [whole, rest] = [String(Math.floor(Math.abs(v) / 100)), String(Math.abs(v) % 100).padStart(2, '0')];
          return `${v < 0 ? '-' : ''}${grouped ? whole.replace(/\B(?=(\d{3})+$)/g, other) : whole}${decimal}${rest}`;
        });
        expect(decide(...texts).decimal.choice).toBe(decimal);
      }),
    );
  });
});

describe('several columns of a file', () => {
  it('agree on what fits all of them', () => {
    const [open, told] = [decide('01/02/2023').dates, decide('25/02/2023').dates];
    expect(agree([open, told]).choice).toBe('dmy');
    expect(agree([open, open]).choice).toBe('ambiguous');
    expect(agree([told, decide('02/25/2023').dates])).toMatchObject({ choice: 'mixed', possible: [] });
    expect(agree([decide('x').dates]).choice).toBe('none');
  });
});
