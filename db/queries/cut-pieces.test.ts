import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertLines, type TestLine } from '../../test/support/lines.ts';
import { toPair } from '../../domain/money/pair.ts';
import { amount } from '../../domain/money/amount.ts';
import type { Grouping } from '../../domain/money/pieces.ts';
import { makeBlocks } from '../blocks/build.ts';
import { piecesIn } from '../blocks/pieces.ts';
import { createBook, type Book } from '../book.ts';
import { cutPieces, plainPieces } from './cut-pieces.ts';
import type { PieceQuestion } from './piece-question.ts';

const FIGURES = ['0', '0.315', '-0.315', '10.12501236', '100.12501236', '0.00000024', '-0.0000000001', '35', '899719.9254740993', '-1.999'];
const MODES = ['按需', '竞价', '包年/包月', '预留实例', 'Pay-per-use', 'Yearly/Monthly'];
const some = <T>(...values: T[]) => fc.constantFrom(...values);
const line: fc.Arbitrary<TestLine> = fc.record(
  {
    orderId: some('T1', 'T2', 'CS1', 'CS2'),
    billingMode: some(...MODES),
    billType: some('消费-使用', '消费-新购', '退款-退订'),
    productType: some('ECS', 'EVS'),
    product: some('a', 'b'),
    spec: some('s1', 's2'),
    usageType: some('时长', '流量'),
    cash: some(...FIGURES),
    monthlySettled: some(...FIGURES),
  },
  { requiredKeys: ['billType'] },
);

/** Works on the test's own lines with BigInt alone; toward zero as BigInt divides. */
function byHand(lines: readonly TestLine[], grouping: Grouping, places: number) {
  const fine = (text: string | undefined): bigint => {
    const { units, fraction } = toPair(amount(text ?? '0'));
    return units * 10n ** 10n + fraction;
  };
  const divisor = 10n ** BigInt(10 - places);
  const pieces = new Map<string, { usage: boolean; sum: bigint; lines: number }>();
  lines.forEach((own, i) => {
    const usage = own.billingMode ? /^(按需|竞价|Pay)/.test(own.billingMode) : own.billType === '消费-使用';
    const order = own.orderId ?? `line ${i}`;
    const key = !usage
      ? order
      : grouping === 'usage'
        ? ''
        : grouping === 'settlement'
          ? order
          : grouping === 'line'
            ? `${i}`
            : JSON.stringify([own.productType, own.product, own.spec, own.usageType].map((part) => part ?? null));
    const piece = pieces.get(`${usage} ${key}`) ?? { usage, sum: 0n, lines: 0 };
    piece.sum += fine(own.cash) + fine(own.monthlySettled);
    piece.lines++;
    pieces.set(`${usage} ${key}`, piece);
  });
  const total = (usage: boolean) => {
    const own = [...pieces.values()].filter((piece) => piece.usage === usage);
    const exact = own.reduce((sum, piece) => sum + piece.sum, 0n);
    const cuts = usage || grouping === 'specification';
    return {
      pieces: own.length,
      lines: own.reduce((n, piece) => n + piece.lines, 0),
      exact,
      cut: cuts ? own.reduce((sum, piece) => sum + (piece.sum / divisor) * divisor, 0n) : exact,
    };
  };
  return { usage: total(true), apart: total(false) };
}

let folder: string;
let book: Book;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallybook-pieces-'));
  book = createBook(join(folder, 'a.tallybook'));
});
afterAll(() => {
  book.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('pieces of a month, each cut by itself', () => {
  it('are the same from blocks, from lines, and by hand', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), some(0, 2, 8), fc.nat(4), (lines, places, examples) => {
        insertLines(book, lines);
        const batch = book.read.get<{ id: number }>('SELECT MAX(id) AS id FROM batch')!.id;
        makeBlocks(book.write, batch);
        const set = { periods: [202309], vendor: 1, currency: 'USD', kinds: [0], batches: [batch] };
        for (const grouping of ['settlement', 'line', 'specification', 'usage'] as const) {
          const question: PieceQuestion = { set, grouping, measures: ['cash', 'monthlySettled'], places, examples };
          const found = plainPieces(book.read, question);
          expect(piecesIn(book.read, question)).toEqual(found);
          expect(cutPieces(book.read, question)).toEqual(found);
          expect({ usage: found.usage, apart: found.apart }).toEqual(byHand(lines, grouping, places));
          for (const example of found.examples)
            expect(example.cut).toBe((example.exact / 10n ** BigInt(10 - places)) * 10n ** BigInt(10 - places));
        }
      }),
      { numRuns: 40 },
    );
  });
});
