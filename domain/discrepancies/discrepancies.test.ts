import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add } from '../money/amount.ts';
import { fromPair } from '../money/pair.ts';
import { findSeen, partOf, standingOf, type Held, type Seen } from './standing.ts';
import { actsIn, discrepancyAct, DISCREPANCY_ACTS, DISCREPANCY_STATES } from './states.ts';
import { allowWriteOff } from './write-off.ts';

const line = (row: number, file = 'a.csv') => ({ file, row });
const seen = (given: Partial<Seen> = {}): Seen => {
  const lines = given.lines ?? [line(3)];
  return { check: 'c', kind: 'line.amount', amount: '2', part: partOf('line.amount', lines), lines, lineCount: lines.length, ...given };
};
const held = (of: Seen): Held => ({ ...of, seen: of.amount });

describe('how a difference stands to what is found now', () => {
  it.each<[string, Seen | null, string]>([
    ['the same', seen(), 'same'],
    ['the same money, written otherwise', seen({ amount: '2.00' }), 'same'],
    ['other money', seen({ amount: '3' }), 'changed'],
    ['other lines', seen({ lines: [line(4)] }), 'changed'],
    ['more lines than are listed', seen({ lineCount: 2 }), 'changed'],
    ['no money any more', seen({ amount: '0' }), 'gone'],
    ['nothing', null, 'gone'],
  ])('%s', (_name, now, standing) => expect(standingOf(held(seen()), now)).toBe(standing));

  it('finds its own part, else the only one of its kind that nobody else names', () => {
    const [one, two] = [seen({ lines: [line(4)] }), seen({ lines: [line(5)] })];
    const of = held(seen());
    expect(findSeen(of, [seen(), one], new Set())).toEqual(seen());
    expect(findSeen(of, [one], new Set())).toEqual(one);
    expect(findSeen(of, [one, two], new Set())).toBeNull();
    expect(findSeen(of, [one, two], new Set([two.part]))).toEqual(one);
    expect(findSeen(of, [{ ...one, kind: 'line.sign' }], new Set())).toBeNull();
    // The whole difference is never one of its parts.
    expect(findSeen({ ...of, part: '' }, [one], new Set())).toBeNull();
  });

  it('names parts by their lines in any order, and however many there are', () => {
    expect(partOf('k', [line(2), line(10)])).toBe(partOf('k', [line(10), line(2)]));
    const many = Array.from({ length: 200 }, (_, i) => line(i, 'a-long-name-of-a-file.csv'));
    expect(partOf('k', many).length).toBeLessThanOrEqual(420);
    expect(partOf('k', many)).not.toBe(partOf('k', many.slice(0, -1)));
  });
});

it('offers exactly the acts that are taken', () => {
  for (const state of DISCREPANCY_STATES)
    for (const act of DISCREPANCY_ACTS) expect(discrepancyAct(1, state, act).ok).toBe(actsIn(state).includes(act));
});

describe('a write-off', () => {
  const cents = fc.bigInt({ min: 0n, max: 10n ** 14n });
  const amountOf = (n: bigint) => fromPair(0n, n * 10n ** 8n);
  it('is allowed without a name within both limits alone, whatever its sign', () =>
    fc.assert(
      fc.property(cents, cents, cents, fc.array(cents, { maxLength: 4 }), fc.boolean(), (each, period, own, before, negative) => {
        const amount = negative ? `-${amountOf(own)}` : amountOf(own);
        fc.pre(own > 0n);
        const allowed = allowWriteOff(
          { USD: { each: amountOf(each), period: amountOf(period) } },
          { amount, currency: 'USD', written: before.map(amountOf), approver: '' },
        ).ok;
        expect(allowed).toBe(own <= each && before.reduce((a, b) => a + b, own) <= period);
      }),
    ));
  it('needs a name without a limit, without an amount, and in the currency of no limit', () => {
    const limits = { USD: { each: '10', period: '10' } };
    const code = (amount: string | null, currency: string | null, approver = '') => {
      const result = allowWriteOff(limits, { amount, currency, written: [], approver });
      return result.ok ? 'ok' : result.error.code;
    };
    expect([code('1', 'USD'), code('1', 'CNY'), code(null, 'USD'), code('1', null)]).toEqual([
      'ok',
      'discrepancy.write-off-limit',
      'discrepancy.write-off-unknown',
      'discrepancy.write-off-unknown',
    ]);
    expect([code(add('10', '0.01'), 'USD', 'Bo'), code(null, null, 'Bo')]).toEqual(['ok', 'ok']);
    // A name that only happens to be one of every object is no limit.
    expect(code('1', 'constructor')).toBe('discrepancy.write-off-limit');
  });
});
