import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertLines, type TestLine } from '../../test/support/lines.ts';
import type { Identity } from '../../domain/formats/format.ts';
import { brokenIn } from '../blocks/identities.ts';
import { makeBlocks } from '../blocks/build.ts';
import { currencyCode } from '../blocks/key-columns.ts';
import { createBook, type Book } from '../book.ts';
import { batchIdentities, blockIdentities, brokenLineIds, plainBroken, plainIdentities } from './reconcile-identities.ts';
import { payableLineIds, plainPayables } from './reconcile-lines.ts';
import { signedLines, plainSigned } from './signed-lines.ts';

const FIGURES = ['0', '1', '-1', '0.5', '1.5', '0.0000000001', '-0.0000000001', '999999999999999', '900719925.4740993'];
const figure = fc.constantFrom(...FIGURES);
const line: fc.Arbitrary<TestLine> = fc.record(
  {
    listPrice: figure,
    discount: figure,
    roundingOff: figure,
    payable: figure,
    cash: figure,
    currency: fc.constantFrom('USD', 'CNY'),
    billType: fc.constantFrom('消费-使用', '退款-退订'),
  },
  { requiredKeys: [] },
);
const identity = (id: string, left: Identity['left'], right: Identity['right']): Identity => ({
  id,
  left,
  right,
  title: '',
  titleZh: '',
  source: '',
});
const LIST = identity('list', 'listPrice', ['discount', 'roundingOff', 'payable']);
const PAID = identity('paid', 'payable', ['cash']);
const of = (format: string): Identity[] => (format === 'huawei.detail' ? [LIST, PAID] : [PAID]);

let folder: string;
let book: Book;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallybook-identities-'));
  book = createBook(join(folder, 'a.tallybook'));
});
afterAll(() => {
  book.close();
  rmSync(folder, { recursive: true, force: true });
});

it('holds lines against identities, signs and amounts from blocks as from the lines', () => {
  const { read } = book;
  let [month, broken] = [190001, 0];
  fc.assert(
    fc.property(fc.array(fc.array(line, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 2 }), (batches) => {
      const period = month++;
      if (month % 100 === 13) month += 88;
      for (const [i, lines] of batches.entries()) {
        insertLines(book, lines, {
          period: `${String(period).slice(0, 4)}-${String(period).slice(4)}`,
          kind: i === 0 ? 'detail' : 'statement',
        });
        makeBlocks(book.write, read.get<{ id: number }>('SELECT MAX(id) AS id FROM batch')!.id);
      }
      const found = plainIdentities(read, period, of);
      expect(blockIdentities(read, period, of)).toEqual(found);
      expect(batchIdentities(read, period, of)).toEqual(found);
      for (const { batch, currency, results } of found)
        for (const own of [LIST, PAID]) {
          const scope = { period, currency, batches: [batch] };
          const ids = plainBroken(read, scope, own, 100);
          if (results[own.id]) expect(ids).toHaveLength(results[own.id]!.broken);
          broken += ids.length;
          expect(brokenIn(read, { ...scope, currency: currencyCode(read, currency) }, own, 3)).toEqual(ids.slice(0, 3));
          expect(brokenLineIds(read, scope, own, 100)).toEqual(ids);
        }
      const scope = { period, vendor: 1, currency: 'USD' };
      for (const amount of [0n, 10_000_000_000n, 1n])
        expect(payableLineIds(read, scope, amount, 2)).toEqual(plainPayables(read, scope, amount, 2));
      for (const sign of ['positive', 'negative'] as const)
        expect(signedLines(read, scope, ['消费-使用'], sign, 2)).toEqual(plainSigned(read, scope, ['消费-使用'], sign, 2));
    }),
    { numRuns: 25 },
  );
  expect(broken).toBeGreaterThan(10);
});
