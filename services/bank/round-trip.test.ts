import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { camt, csv, mt940, ofx, type PlainStatement } from '../../test/support/bank-files.ts';
import { bankRig } from './rig.ts';

let rig: ReturnType<typeof bankRig>;
beforeAll(() => {
  rig = bankRig();
});
afterAll(() => rig.close());

const cents = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }).filter((n) => n !== 0);
const text = fc.stringMatching(/^[A-Z][A-Za-z0-9 .,&+()-]{0,40}$/).map((t) => t.replace(/\s+/g, ' ').trim());
const statement: fc.Arbitrary<PlainStatement> = fc
  .record({
    opening: cents,
    lines: fc.array(fc.record({ day: fc.integer({ min: 1, max: 31 }), amount: cents, text }), { minLength: 1, maxLength: 12 }),
  })
  .map(({ opening, lines }) => ({
    account: '12345678',
    currency: 'USD',
    opening,
    lines: lines.toSorted((a, b) => a.day - b.day).map((l, i) => ({ ...l, day: `2024-05-${String(l.day).padStart(2, '0')}`, id: `X${i}` })),
  }));

/** The exact text of hundredths, computed without the code under test. */
const exact = (n: bigint): string => {
  const digits = (n < 0n ? -n : n).toString().padStart(3, '0');
  const fraction = digits.slice(-2).replace(/0+$/, '');
  return `${n < 0n ? '-' : ''}${digits.slice(0, -2)}${fraction ? `.${fraction}` : ''}`;
};

describe('what was written is what is read', () => {
  it.each([
    ['mt940', mt940, 'a.sta'],
    ['camt.053', camt, 'a.xml'],
    ['ofx', ofx, 'a.ofx'],
    ['table', csv, 'a.csv'],
  ] as const)('%s', async (format, write, name) => {
    await fc.assert(
      fc.asyncProperty(statement, async (s) => {
        const p = await rig.run('bank/preview', { file: rig.file(name, write(s)) });
        expect(p.format).toBe(format);
        expect(p.obstacles).toEqual([]);
        const [read] = p.statements;
        const total = s.lines.reduce((t, l) => t + BigInt(l.amount), 0n);
        expect(read).toMatchObject({
          account: { number: s.account, currency: 'USD' },
          closing: exact(BigInt(s.opening) + total),
          difference: format === 'ofx' ? null : '0',
          rows: s.lines.length,
        });
        if (format !== 'ofx') expect(read!.opening).toBe(exact(BigInt(s.opening)));
        expect(read!.lines.map((l) => [l.booked, l.amount, l.text, l.bankId])).toEqual(
          s.lines.map((l) => [l.day, exact(BigInt(l.amount)), l.text, l.id]),
        );
      }),
      { numRuns: 25 },
    );
  });
});
