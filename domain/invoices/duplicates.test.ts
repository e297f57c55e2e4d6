import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPairs, findSimilar } from './duplicates.ts';
import { likeness, type Paper } from './likeness.ts';
import { nearKeys, nearness, numberForm, sameNumber } from './number-form.ts';

const paper = (id: number, change: Partial<Paper> & { printed?: string } = {}): Paper => {
  const { printed, ...rest } = change;
  return {
    id,
    direction: 'received',
    kind: 'invoice',
    vendor: 'huawei',
    sellerId: null,
    partyId: null,
    number: numberForm(printed ?? `A-${String(id * 7919).padStart(9, '3')}`),
    date: '2024-04-03',
    period: '2024-03',
    currency: 'USD',
    net: '100',
    tax: '8',
    total: '108',
    credited: false,
    files: [],
    lines: null,
    ...rest,
  };
};

describe('the form of a number', () => {
  it.each([
    ['INV-0007', 'inv 7'],
    ['ＩＮＶ－２０２４－０１', 'INV-2024-1'],
    ['00123', '123'],
    ['SG 2024/04–0001', 'sg2024-4-1'],
    ['SG2024040001', 'sg 2024 040001'],
    ['INV-2024-0001', 'INV-2024-1'],
    [' A_1 ', 'a.1'],
  ])('reads %s and %s as one', (a, b) => expect(sameNumber(numberForm(a), numberForm(b))).toBe(true));
  it.each([
    ['INV-70', 'INV-7'],
    ['A1', 'B1'],
    ['100', '1'],
  ])('keeps %s and %s apart', (a, b) => expect(sameNumber(numberForm(a), numberForm(b))).toBe(false));
  it('keeps a number of signs alone', () => expect(numberForm('--')).toEqual({ whole: '--', parts: '--' }));
});

describe('near numbers', () => {
  it.each([
    ['SG20240401', 'SG20240401', 'same'],
    ['SG20240401', 'SG20244001', 'transposed'],
    ['SG20240401', 'SG2024401', 'longer'],
    ['SG20240401', 'SG20240402', 'changed'],
    ['SG20240401', 'SG20240512', null],
    ['A1', 'A2', null],
  ] as const)('%s and %s: %s', (a, b, kind) => {
    expect(nearness(a, b)).toBe(kind);
    expect(nearness(b, a)).toBe(kind);
  });
  it('share a key', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[A-C0-2]{5,9}$/), fc.stringMatching(/^[A-C0-2]{5,9}$/), (a, b) => {
        if (nearness(a, b) === null) return;
        const keys = new Set(nearKeys(a));
        expect(nearKeys(b).some((key) => keys.has(key))).toBe(true);
      }),
      { numRuns: 3000 },
    ));
});

describe('likeness', () => {
  const plain = paper(1, { date: '2024-04-03', period: '2024-03' });
  const cases: [string, Partial<Paper> & { printed?: string }, string[], boolean][] = [
    ['same number', { number: plain.number, total: '9', net: '9', tax: '0', period: null, date: null }, ['number'], true],
    ['same total, near date', { date: '2024-04-08', period: null }, ['total', 'nearDay'], true],
    ['same total, far date', { date: '2024-06-08', period: null }, ['total'], false],
    ['same total, same period', { date: '2024-06-08' }, ['total', 'period'], true],
    ['a subscription of the next month', { date: '2024-05-03', period: '2024-04' }, ['total', 'otherPeriod'], false],
    ['two bills of one month', { total: '77', net: '77', tax: '0' }, ['day', 'period'], false],
    ['net entered as total', { net: '92', tax: '8', total: '100' }, ['netIsTotal', 'day', 'period'], true],
    ['same file', { total: '1', net: '1', tax: '0', date: '2020-01-01', period: null, files: ['f'] }, ['file'], true],
    ['reversed by a credit note', { credited: true }, ['total', 'day', 'period', 'credited'], false],
    ['other currency', { currency: 'EUR', date: '2024-09-01', period: null }, [], false],
  ];
  it.each(cases)('%s', (_, change, reasons, suspected) => {
    const one = { ...plain, files: ['f'] };
    const found = likeness(one, paper(2, change))!;
    expect(found.reasons).toEqual(reasons);
    expect(found.suspected).toBe(suspected);
  });
  it('never takes an invoice for a credit note, what was issued for what was received, or one vendor for another', () => {
    expect(likeness(plain, paper(2, { kind: 'credit-note' }))).toBeNull();
    expect(likeness(plain, paper(2, { direction: 'issued' }))).toBeNull();
    expect(likeness(plain, paper(2, { vendor: 'tencent' }))).toBeNull();
    expect(likeness({ ...plain, partyId: 1, sellerId: 1 }, paper(2, { partyId: 2, sellerId: 2 }))).toBeNull();
  });
  it('numbers of one series alone are nothing', () => {
    const next = paper(2, { number: numberForm('SG2024040002'), date: '2024-05-03', period: '2024-04', total: '5', net: '5', tax: '0' });
    expect(likeness({ ...plain, number: numberForm('SG2024040001') }, next)?.suspected).toBe(false);
    // Not even of one day, with two digits swapped: a long series has such neighbours.
    const swapped = paper(2, { number: numberForm('SG2024040021'), total: '5', net: '5', tax: '0' });
    expect(likeness({ ...plain, number: numberForm('SG2024040012') }, swapped)).toMatchObject({ suspected: false, score: 0 });
    expect(likeness({ ...plain, number: numberForm('SG2024040012') }, { ...swapped, net: '100', tax: '8', total: '108' })?.score).toBe(100);
  });
});

const papers = fc.array(
  fc.record({
    direction: fc.constantFrom('received' as const, 'issued' as const),
    kind: fc.constantFrom('invoice' as const, 'credit-note' as const),
    vendor: fc.constantFrom('huawei', 'other'),
    party: fc.constantFrom(null, 1, 2),
    number: fc.stringMatching(/^[AB]-?0{0,2}[1-3]{2,3}-?0?[1-3]{2}$/),
    day: fc.integer({ min: 1, max: 28 }),
    period: fc.constantFrom(null, '2024-01', '2024-02'),
    cents: fc.integer({ min: 0, max: 3 }),
    tax: fc.integer({ min: 0, max: 1 }),
    file: fc.constantFrom('f', 'g', null),
    credited: fc.boolean(),
  }),
  { maxLength: 30 },
);
const made = (rows: typeof papers extends fc.Arbitrary<infer T> ? T : never): Paper[] =>
  rows.map((r, i) =>
    paper(i + 1, {
      direction: r.direction,
      kind: r.kind,
      vendor: r.vendor,
      sellerId: r.party,
      partyId: r.party,
      printed: r.number,
      date: `2024-03-${String(r.day).padStart(2, '0')}`,
      period: r.period,
      net: String(r.cents),
      tax: String(r.tax),
      total: String(r.cents + r.tax),
      files: r.file === null ? [] : [r.file],
      credited: r.credited,
    }),
  );

describe('pairs of a book', () => {
  it('are alike both ways, and in any order of the book', () =>
    fc.assert(
      fc.property(papers, (rows) => {
        const all = made(rows);
        for (const a of all) for (const b of all) expect(likeness(a, b)).toEqual(likeness(b, a));
        expect(findPairs([...all].reverse()).pairs).toEqual(findPairs(all).pairs);
      }),
    ));
  it('are those that comparing every one with every other finds', () =>
    fc.assert(
      fc.property(papers, (rows) => {
        const all = made(rows);
        const every = all.flatMap((a, i) =>
          all.slice(i + 1).flatMap((b) => {
            const found = likeness(a, b);
            return found && (found.exact || found.suspected) ? [`${a.id} ${b.id}`] : [];
          }),
        );
        const { pairs, truncated } = findPairs(all);
        expect(truncated).toBe(false);
        expect(pairs.map((p) => `${p.a} ${p.b}`).sort()).toEqual(every.sort());
      }),
      { numRuns: 300 },
    ));
  it('hold every exact one, however many are alike', () => {
    const all = Array.from({ length: 120 }, (_, i) => paper(i + 1, { printed: `N-${'0'.repeat(i % 4)}77` }));
    const { pairs } = findPairs(all);
    expect(pairs.filter((p) => p.exact)).toHaveLength((120 * 119) / 2);
  });
  it('say where not every likely one was looked at', () => {
    const all = Array.from({ length: 200 }, (_, i) => paper(i + 1));
    expect(findPairs(all).truncated).toBe(true);
  });
  it('to one that is being entered are found without its total', () => {
    const draft = paper(0, { printed: 'a 0005', net: null, tax: null, total: null, date: null, period: null });
    expect(findSimilar(draft, [paper(1), paper(2, { printed: 'A-5' })], 5).map((p) => p.b)).toEqual([2]);
  });
});
