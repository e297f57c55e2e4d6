import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { insertLines, type TestLine } from '../../test/support/lines.ts';
import { createBook } from '../book.ts';
import { MEASURE_NAMES } from '../../domain/formats/fields.ts';
import { EVERYTHING } from './bills-filter.ts';
import { billLinesById } from './bills-lines.ts';
import { ExportLineReader, exportLineIds } from './export-lines.ts';

const amount = fc
  .tuple(fc.boolean(), fc.bigInt(0n, 10n ** 15n - 1n), fc.integer({ min: 0, max: 9_999_999_999 }))
  .map(([negative, units, fraction]) => {
    const digits = String(fraction).padStart(10, '0').replace(/0+$/, '');
    const body = digits ? `${units}.${digits}` : String(units);
    return negative && body !== '0' ? `-${body}` : body;
  });
const text = fc.option(fc.constantFrom('a', '弹性云服务器', '', '=1'), { nil: undefined });
const line: fc.Arbitrary<TestLine> = fc.record(
  {
    payable: amount,
    coupon: amount,
    usage: amount,
    unitPrice: amount,
    date: fc.constant('2023-09-30'),
    product: text,
    resourceId: text,
    tags: text,
    orderId: fc.constant('CS1'),
    currency: fc.constantFrom('USD', 'THB'),
  },
  { requiredKeys: [] },
);

test('the fast reader of exports and the reader of screens agree on every field', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
      const folder = mkdtempSync(join(tmpdir(), 'tallybook-test-'));
      const book = createBook(join(folder, 'test.tallybook'));
      try {
        const clean = lines.map((l) => Object.fromEntries(Object.entries(l).filter(([, v]) => v !== undefined)) as TestLine);
        const ids = insertLines(book, clean);
        expect(exportLineIds(book.read, { ...EVERYTHING, period: '2023-09' })).toEqual(ids);
        expect(exportLineIds(book.read, { ...EVERYTHING, period: '2023-10' })).toEqual([]);
        expect(new ExportLineReader(book.read, MEASURE_NAMES).lines(ids)).toEqual(billLinesById(book.read, ids));
        expect(new ExportLineReader(book.read, ['payable']).lines([...ids, 999_999])).toEqual(
          billLinesById(book.read, ids).map((l) => ({
            ...l,
            ...Object.fromEntries(MEASURE_NAMES.filter((m) => m !== 'payable').map((m) => [m, null])),
          })),
        );
      } finally {
        book.close();
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);
