import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, sum } from '../../money/amount.ts';
import { english } from '../../words/said.ts';
import type { Finding } from '../check.ts';
import { whyDifferent, type WhyLine, type WhyOptions } from './index.ts';
import { print } from './line.ts';

const ACCOUNTS = ['alpha', 'beta', 'gamma'];
const RESOURCES = ['vm-1', 'vm-2', 'disk-1', 'ip-1'];
const options: WhyOptions = {
  held: ['payable'],
  measures: ['listPrice', 'discount', 'payable', 'cash', 'coupon'],
  by: ['order', 'account', 'resource', 'date'],
  left: { en: 'the bill', zh: '账单' },
  right: { en: 'the statement', zh: '流水账单' },
  period: '2023-09',
};

let next = 0;
const line = (attributes: WhyLine['attributes'], amounts: WhyLine['amounts'], file = 'a.csv'): WhyLine => {
  const id = ++next;
  return { id, file, row: id, name: attributes.resource ?? '', attributes: { billType: '消费-使用', ...attributes }, amounts };
};
/** A line whose columns add up: a tenth is discount, a quarter of the rest is paid by coupon. */
const charge = (attributes: WhyLine['attributes'], list: bigint, file?: string): WhyLine => {
  const discount = list / 10n;
  const payable = list - discount;
  const coupon = payable / 4n;
  return line(attributes, { listPrice: list, discount, payable, cash: payable - coupon, coupon }, file);
};

const charges = fc.array(
  fc.record({
    order: fc.nat({ max: 30 }).map((n) => `T-${n}`),
    account: fc.constantFrom(...ACCOUNTS),
    resource: fc.constantFrom(...RESOURCES),
    day: fc.integer({ min: 1, max: 30 }),
    list: fc.bigInt({ min: 1n, max: 10n ** 13n }),
  }),
  { minLength: 4, maxLength: 30 },
);
type Made = { order: string; account: string; resource: string; day: number; list: bigint };
/** Both sides of a clean book: the same lines, each in its own file; amounts are told apart by their last digits. */
function sides(made: readonly Made[]): [WhyLine[], WhyLine[]] {
  const of = (file: string) =>
    made.map(({ day, list, ...rest }, i) =>
      charge({ ...rest, date: `2023-09-${String(day).padStart(2, '0')}` }, list * 1000n + BigInt(i), file),
    );
  return [of('bill.csv'), of('statement.csv')];
}
const kinds = (found: readonly Finding[]): string[] => found.map((f) => f.kind);
const ids = (found: readonly Finding[]): number[] => found.flatMap((f) => f.bad.lines.map((l) => l.id)).toSorted((a, b) => a - b);
const total = (lines: readonly WhyLine[]): bigint => lines.reduce((s, l) => s + (l.amounts.payable ?? 0n), 0n);
const change = (own: WhyLine, attributes: WhyLine['attributes'], amounts: WhyLine['amounts'] = {}): WhyLine => ({
  ...own,
  attributes: { ...own.attributes, ...attributes },
  amounts: { ...own.amounts, ...amounts },
});
const negated = (own: WhyLine): WhyLine =>
  change(own, {}, Object.fromEntries(Object.entries(own.amounts).map(([name, value]) => [name, -(value ?? 0n)])));

/** Whatever was done to the lines, the findings' amounts make the difference. */
function addsUp(left: readonly WhyLine[], right: readonly WhyLine[], found: readonly Finding[]): void {
  expect(sum(found.map((f) => f.amount))).toBe(print(total(left) - total(right)));
}

describe('a clean book', () => {
  it('has no finding, in whatever order its lines come', () => {
    fc.assert(
      fc.property(charges, fc.boolean(), (made, turned) => {
        const [left, right] = sides(made);
        expect(whyDifferent(left, turned ? right.toReversed() : right, options)).toEqual([]);
      }),
    );
  });
  it('has none where the other side sums lines up', () => {
    const [left] = sides(
      Array.from({ length: 9 }, (_, i) => ({ order: `T-${i % 3}`, account: 'alpha', resource: 'vm-1', day: 4, list: BigInt(i + 1) * 70n })),
    );
    const rows = [...Map.groupBy(left, (l) => l.attributes.order).values()].map(summed);
    expect(whyDifferent(left, rows, { ...options, by: ['order'] })).toEqual([]);
  });
});

/** One row for lines of one order. */
function summed(own: readonly WhyLine[]): WhyLine {
  const amounts = Object.fromEntries(options.measures.map((m) => [m, own.reduce((s, l) => s + (l.amounts[m] ?? 0n), 0n)]));
  return line({ ...own[0]!.attributes }, amounts, 'statement.csv');
}

type Fault = (left: WhyLine[], right: WhyLine[], at: number) => { kind: string; lines: number[] } | null;
/** What can be done to one line of the bill, and what must be found. */
const FAULTS: Readonly<Record<string, Fault>> = {
  drop: (left, right, at) => {
    left.splice(at, 1);
    return { kind: 'line.missing', lines: [right[at]!.id] };
  },
  add: (left, _right, at) => {
    const extra = charge({ ...left[at]!.attributes, order: 'T-new' }, 12_345_678n);
    left.push(extra);
    return { kind: 'line.missing', lines: [extra.id] };
  },
  duplicate: (left, _right, at) => {
    const twin = { ...left[at]!, id: ++next };
    left.push(twin);
    return { kind: 'line.duplicate', lines: [left[at]!.id, twin.id] };
  },
  'swap accounts': (left, right, at) => {
    const account = ACCOUNTS.find((a) => a !== left[at]!.attributes.account)!;
    left[at] = change(left[at]!, { account });
    return { kind: 'line.account', lines: [left[at]!.id, right[at]!.id] };
  },
  'other resource': (left, right, at) => {
    left[at] = change(left[at]!, { resource: 'vm-9' });
    return { kind: 'line.resource', lines: [left[at]!.id, right[at]!.id] };
  },
  'other day': (left, right, at) => {
    const date = left[at]!.attributes.date === '2023-09-07' ? '2023-09-08' : '2023-09-07';
    left[at] = change(left[at]!, { date });
    return { kind: 'line.date', lines: [left[at]!.id, right[at]!.id] };
  },
  'over the month end': (left, right, at) => {
    left[at] = change(left[at]!, { date: '2023-10-01' });
    return { kind: 'line.period', lines: [left[at]!.id, right[at]!.id] };
  },
  'turn the sign': (left, right, at) => {
    left[at] = negated(left[at]!);
    return { kind: 'line.sign', lines: [left[at]!.id, right[at]!.id] };
  },
  'last digit': (left, _right, at) => {
    left[at] = change(left[at]!, {}, { payable: left[at]!.amounts.payable! + 1n });
    return { kind: 'line.arithmetic', lines: [left[at]!.id] };
  },
  'other discount': (left, right, at) => {
    const { discount, payable, cash } = left[at]!.amounts;
    left[at] = change(left[at]!, {}, { discount: discount! + 5n, payable: payable! - 5n, cash: cash! - 5n });
    return { kind: 'line.discount', lines: [left[at]!.id, right[at]!.id] };
  },
  'other means of payment': (left, right, at) => {
    const { cash, coupon } = left[at]!.amounts;
    left[at] = change(left[at]!, {}, { cash: cash! - 2n, coupon: coupon! + 2n });
    return { kind: 'line.method', lines: [left[at]!.id, right[at]!.id] };
  },
};

describe.each(Object.entries(FAULTS))('%s', (_name, fault) => {
  it('is named, and its lines are listed', () => {
    fc.assert(
      fc.property(charges, fc.nat(), (made, where) => {
        const [left, right] = sides(made);
        const at = where % made.length;
        const expected = fault(left, right, at);
        const found = whyDifferent(left, right, options);
        if (!expected) return;
        expect(kinds(found)).toEqual([expected.kind]);
        expect(ids(found)).toEqual(expected.lines.toSorted((a, b) => a - b));
        addsUp(left, right, found);
      }),
      { numRuns: 60 },
    );
  });
});

describe('several faults at once', () => {
  it('account for the whole difference together', () => {
    const names = Object.keys(FAULTS);
    fc.assert(
      fc.property(charges, fc.array(fc.tuple(fc.nat(), fc.constantFrom(...names)), { minLength: 2, maxLength: 4 }), (made, faults) => {
        const [left, right] = sides(made);
        for (const [where, name] of faults) FAULTS[name]!(left, right, where % Math.min(left.length, right.length));
        addsUp(left, right, whyDifferent(left, right, options));
      }),
      { numRuns: 150 },
    );
  });
});

describe('a row that sums up lines', () => {
  const order = (lists: readonly bigint[]): [WhyLine[], WhyLine[]] => {
    const own = lists.map((list, i) => charge({ order: 'T-1', date: '2023-09-04', spec: `s${i}` }, list));
    return [own, [summed(own)]];
  };
  const coarse = { ...options, by: ['order'] as const };
  it('names the line that it does not have', () => {
    const [left, right] = order([1_000_000n, 2_310_000n, 4_440_000n]);
    const extra = charge({ order: 'T-1', date: '2023-09-05' }, 777_770n);
    const found = whyDifferent([...left, extra], right, coarse);
    expect([kinds(found), ids(found)]).toEqual([['line.missing'], [extra.id]]);
    expect(english(found[0]!.text)).toBe('Only in the bill: 0.0000699993 (lines: 1).');
  });
  it('names a line that is there twice', () => {
    const [left, right] = order([1_000_000n, 2_310_000n, 4_440_000n]);
    const twin = { ...left[1]!, id: ++next };
    const found = whyDifferent([...left, twin], right, coarse);
    expect([kinds(found), ids(found)]).toEqual([['line.duplicate'], [left[1]!.id, twin.id]]);
    expect(english(found[0]!.text)).toContain('More often in the bill than in the statement');
  });
  it('says that a line is not there where all columns are short of one', () => {
    const [left, right] = order([1_000_000n, 2_310_000n, 4_440_000n]);
    const found = whyDifferent(left.slice(1), right, coarse);
    expect([kinds(found), found[0]!.amount]).toEqual([['line.missing'], '-0.00009']);
  });
  it('names the line whose own columns do not add up', () => {
    const [left, right] = order([1_000_000n, 2_310_000n, 4_440_000n]);
    const wrong = change(left[2]!, {}, { payable: 3_997_000n });
    const found = whyDifferent([left[0]!, left[1]!, wrong], right, coarse);
    expect([kinds(found), ids(found)]).toEqual([['line.arithmetic'], [wrong.id]]);
  });
  it('names a turned refund', () => {
    const [left, right] = order([1_000_000n, 2_310_000n, 4_440_000n]);
    const found = whyDifferent([left[0]!, negated(left[1]!), left[2]!], right, coarse);
    expect(kinds(found)).toEqual(['line.sign']);
    expect(ids(found)).toContain(left[1]!.id);
  });
});

describe('a line in another month or currency', () => {
  it('is found where it is', () => {
    const [left, right] = sides([
      { order: 'T-1', account: 'alpha', resource: 'vm-1', day: 30, list: 500n },
      { order: 'T-2', account: 'alpha', resource: 'vm-1', day: 3, list: 900n },
    ]);
    const october = change({ ...left[0]!, id: 900 }, { period: '2023-10', date: '2023-10-01' });
    const found = whyDifferent(left.slice(1), right, { ...options, elsewhere: [october] });
    expect([kinds(found), ids(found)]).toEqual([['line.period'], [right[0]!.id, 900].toSorted((a, b) => a - b)]);
    const euro = change({ ...left[0]!, id: 901 }, { currency: 'EUR' });
    const right2 = right.map((l) => change(l, { currency: 'USD' }));
    expect(
      kinds(
        whyDifferent(
          left.slice(1).map((l) => change(l, { currency: 'USD' })),
          right2,
          { ...options, elsewhere: [euro] },
        ),
      ),
    ).toEqual(['line.currency']);
  });
});

describe('what is absent as a whole', () => {
  it('is an account or a day', () => {
    const [left, right] = sides([
      { order: 'T-1', account: 'alpha', resource: 'vm-1', day: 30, list: 500n },
      { order: 'T-2', account: 'beta', resource: 'vm-1', day: 3, list: 900n },
      { order: 'T-3', account: 'beta', resource: 'vm-1', day: 4, list: 950n },
    ]);
    const absent = [{ attribute: 'account', value: 'beta', from: 'left' }] as const;
    const found = whyDifferent(left.slice(0, 1), right, { ...options, absent });
    expect([kinds(found), ids(found)]).toEqual([['account.missing'], [right[1]!.id, right[2]!.id]]);
    const day = [{ attribute: 'date', value: '2023-09-03', from: 'left' }] as const;
    expect(kinds(whyDifferent([left[0]!, left[2]!], right, { ...options, absent: day }))).toEqual(['file.day-missing']);
  });
});

describe('a charge and a refund of the same money', () => {
  it('that one side lacks both are missing, and moved nowhere', () => {
    const [kept, paid] = [charge({ order: 'T-1', account: 'alpha' }, 700n), charge({ order: 'T-2', account: 'beta' }, 1000n)];
    const back = { ...change(negated(paid), { order: 'T-3', account: 'gamma', billType: '退款-退订' }), id: 902 };
    const row = line({ account: 'alpha' }, kept.amounts);
    const found = whyDifferent([kept, paid, back], [row], { ...options, by: ['account'] });
    expect([kinds(found), ids(found)]).toEqual([['line.missing'], [paid.id, back.id].toSorted((a, b) => a - b)]);
  });
});

describe('where nothing tells lines apart', () => {
  const plain = { ...options, by: [] };
  it('the fewest lines that make the difference are found, whatever is hidden', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 45, maxLength: 90 }), fc.nat(), (amounts, seed) => {
        const left = amounts.map((payable) => line({}, { payable }));
        const hidden = [seed % left.length, (seed + 11) % left.length];
        const rest = left.filter((_, i) => !hidden.includes(i));
        const row = line({}, { payable: total(rest) });
        const found = whyDifferent(left, [row], { ...plain, measures: ['payable'] });
        expect(found.map((f) => f.bad.count <= 2)).toEqual(found.map(() => true));
        addsUp(left, [row], found);
      }),
      { numRuns: 40 },
    );
  });
  it('says that the search was given up', () => {
    const left = Array.from({ length: 60 }, (_, i) => line({}, { payable: BigInt(1 + i) * 1000n }));
    const found = whyDifferent(left, [line({}, { payable: 7n })], { ...plain, measures: ['payable'], steps: 50 });
    expect(english(found[0]!.text)).toContain('was given up');
    expect(found[0]!.amount).toBe(add('0', print(1_830_000n - 7n)));
  });
});
