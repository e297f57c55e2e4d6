import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, subtract, sum } from '../money/amount.ts';
import { addDays } from '../time/plain-date.ts';
import { MOVEMENTS, statementOf, type Movement } from './statement.ts';

const of = (date: string, kind: Movement['kind'], reference: string, amount: string, currency = 'USD'): Movement => ({
  date,
  kind,
  reference,
  amount,
  currency,
});

describe('a statement', () => {
  const movements = [
    of('2024-05-10', 'payment', 'TT-2', '-50.5'),
    of('2024-03-31', 'invoice', 'A1', '100'),
    of('2024-04-01', 'payment', 'TT-1', '-100'),
    of('2024-04-01', 'invoice', 'A2', '200.55'),
    of('2024-04-30', 'credit-note', 'C1', '-0.05'),
    of('2024-04-30', 'certificate', 'W1', '-20'),
    of('2024-04-15', 'invoice', 'E1', '9', 'EUR'),
  ];
  it('opens with what is older, runs day by day, and closes by the last day', () => {
    expect(statementOf(movements, { from: '2024-04-01', to: '2024-04-30' })).toEqual([
      {
        currency: 'EUR',
        opening: '0',
        lines: [{ ...movements[6], balance: '9' }],
        closing: '9',
        sums: { invoice: '9', 'credit-note': '0', payment: '0', certificate: '0', 'called-paid': '0' },
      },
      {
        currency: 'USD',
        opening: '100',
        lines: [
          { ...movements[3], balance: '300.55' },
          { ...movements[2], balance: '200.55' },
          { ...movements[4], balance: '200.5' },
          { ...movements[5], balance: '180.5' },
        ],
        closing: '180.5',
        sums: { invoice: '200.55', 'credit-note': '-0.05', payment: '-100', certificate: '-20', 'called-paid': '0' },
      },
    ]);
  });
  it('tells a currency that has an opening balance only', () =>
    expect(statementOf(movements, { from: '2025-01-01', to: '2025-01-31' })).toMatchObject([
      { currency: 'EUR', opening: '9', lines: [], closing: '9' },
      { currency: 'USD', opening: '130', lines: [], closing: '130' },
    ]));

  const made = fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 100 }),
      kind: fc.constantFrom(...MOVEMENTS),
      reference: fc.constantFrom('a', 'b', 'c'),
      currency: fc.constantFrom('USD', 'EUR'),
      tenths: fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
    }),
    { maxLength: 40 },
  );
  it('closes with opening + movements exactly, and the next one opens with that', () =>
    fc.assert(
      fc.property(made, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 60 }), (rows, start, length) => {
        const digits = (n: bigint): string => {
          const text = (n < 0n ? -n : n).toString().padStart(11, '0');
          return sum([`${n < 0n ? '-' : ''}${text.slice(0, -10)}.${text.slice(-10)}`]);
        };
        const all = rows.map((r) => of(addDays('2024-01-01', r.day), r.kind, r.reference, digits(r.tenths), r.currency));
        const range = { from: addDays('2024-01-01', start), to: addDays('2024-01-01', start + length) };
        const next = statementOf(all, { from: addDays(range.to, 1), to: addDays(range.to, 400) });
        for (const s of statementOf(all, range)) {
          expect(s.closing).toBe(add(s.opening, sum(s.lines.map((l) => l.amount))));
          expect(subtract(s.closing, s.opening)).toBe(sum(Object.values(s.sums)));
          expect(s.lines.at(-1)?.balance ?? s.opening).toBe(s.closing);
          expect(next.find((n) => n.currency === s.currency)?.opening).toBe(s.closing);
        }
      }),
    ));
});
