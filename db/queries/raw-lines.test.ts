import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { insertLines, type TestLine } from '../../test/support/lines.ts';
import { columnOf } from '../../domain/bill/columns.ts';
import { fromPair } from '../../domain/money/pair.ts';
import { unwrap } from '../../domain/result.ts';
import { createBook, type Book } from '../book.ts';
import { EVERYTHING, type BillScope } from './bills-filter.ts';
import { billPage } from './bills-lines.ts';
import { billTotals } from './bills-sums.ts';
import { payableTotals, rawLines, termTexts, type RawLine } from './raw-lines.ts';

const amount = fc
  .tuple(fc.boolean(), fc.bigInt(0n, 10n ** 15n - 1n), fc.integer({ min: 0, max: 9_999_999_999 }))
  .map(([negative, units, fraction]) => {
    const digits = String(fraction).padStart(10, '0').replace(/0+$/, '');
    const body = digits ? `${units}.${digits}` : String(units);
    return negative && body !== '0' ? `-${body}` : body;
  });
const line: fc.Arbitrary<TestLine> = fc.record(
  {
    payable: amount,
    usage: amount,
    product: fc.constantFrom('a', '弹性云服务器', '=1'),
    orderId: fc.constant('CS1'),
    currency: fc.constantFrom('USD', 'THB'),
  },
  { requiredKeys: [] },
);

function inBook(lines: readonly TestLine[], look: (book: Book) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-test-'));
  const book = createBook(join(folder, 'test.tallybook'));
  try {
    insertLines(book, lines);
    look(book);
  } finally {
    book.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** id, payable, product and order of what rawLines hands over, ids and pairs turned back into texts. */
function read(book: Book, scope: BillScope, sort: readonly string[]): unknown[] {
  const by = sort.map((name) => ({ column: unwrap(columnOf(name)), descending: name === 'payable' }));
  const parts = [{ pair: 'payable' }, { value: 'product' }, { value: 'orderId' }] as const;
  const rows: RawLine[] = [...rawLines(book.read, scope, by, parts)].flat();
  const texts = new Map(termTexts(book.read, [...new Set(rows.flatMap((r) => r[3] ?? []))] as number[]).map((t) => [t.id, t.text]));
  return rows.map(([id, units, fraction, product, order]) => ({
    id,
    payable: units === null ? null : fromPair(BigInt(units!), BigInt(fraction!)),
    product: product === null ? null : texts.get(product as number),
    orderId: order,
  }));
}

test('exports read the lines that screens show, in their order, with their sums', () => {
  const scopes: BillScope[] = [
    EVERYTHING,
    { ...EVERYTHING, period: '2023-09' },
    { ...EVERYTHING, period: '2023-10' },
    { ...EVERYTHING, search: 'CS1' },
    { ...EVERYTHING, where: [{ column: unwrap(columnOf('product')), op: 'is', values: ['弹性云服务器'] }] },
  ];
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 20 }),
      fc.constantFrom([], ['payable'], ['product', 'payable']),
      (lines, sort) => {
        inBook(lines, (book) => {
          for (const scope of scopes) {
            const by = sort.map((name) => ({ column: unwrap(columnOf(name)), descending: name === 'payable' }));
            const shown = billPage(book.read, scope, by, 0, 1000);
            expect(read(book, scope, sort)).toEqual(shown.map(({ id, payable, product, orderId }) => ({ id, payable, product, orderId })));
            const { lines: count, byCurrency } = billTotals(book.read, scope);
            expect(payableTotals(book.read, scope)).toEqual({
              lines: count,
              byCurrency: Object.fromEntries(Object.entries(byCurrency).map(([code, sums]) => [code, { payable: sums.payable }])),
            });
          }
        });
      },
    ),
    { numRuns: 10 },
  );
}, 60_000);

test('pages follow on each other without a gap', () => {
  inBook(
    Array.from({ length: 2500 }, (_, i) => ({ payable: String(i) })),
    (book) => {
      const pages = [...rawLines(book.read, EVERYTHING, [], [{ pair: 'payable' }])];
      expect(pages.map((page) => page.length)).toEqual([1000, 1000, 500]);
      expect(pages.flat().map((row) => row[1])).toEqual(Array.from({ length: 2500 }, (_, i) => i));
      const sorted = [
        ...rawLines(book.read, EVERYTHING, [{ column: unwrap(columnOf('payable')), descending: true }], [{ pair: 'payable' }]),
      ];
      expect(sorted.flat().map((row) => row[1])).toEqual(Array.from({ length: 2500 }, (_, i) => 2499 - i));
    },
  );
});
