import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromPair } from '../../../domain/money/pair.ts';
import { exactDecimals } from '../figures.ts';
import { ByteWriter } from './byte-writer.ts';
import { CodeCells } from './code-cells.ts';

const written = (write: (out: ByteWriter) => void): string => {
  const out = new ByteWriter(4);
  write(out);
  return Buffer.from(out.take()).toString('utf8');
};

test('whole numbers are written as BigInt writes them, up to 2^53', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      expect(written((out) => out.integer(value))).toBe(String(value));
    }),
    { numRuns: 2000, examples: [[9_999_999_999_999], [Number.MAX_SAFE_INTEGER], [10_000], [9999], [100], [-1]] },
  );
});

test('amounts are written with every digit, padded or not, as the exact text of the pair is', () => {
  const part = fc.integer({ min: 0, max: 9_999_999_999 });
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.bigInt(0n, 10n ** 15n),
      fc.oneof(
        part,
        part.map((f) => f - (f % 100)),
        fc.constant(0),
      ),
      (negative, units, fraction) => {
        const sign = negative ? -1 : 1;
        const text = fromPair(units * BigInt(sign), BigInt(fraction * sign));
        expect(written((out) => out.amount(Number(units) * sign, fraction * sign, 0))).toBe(text);
        expect(written((out) => out.amount(Number(units) * sign, fraction * sign, 8))).toBe(exactDecimals(text));
      },
    ),
    {
      numRuns: 3000,
      examples: [
        [false, 0n, 0],
        [true, 0n, 1],
        [true, 10n ** 15n, 0],
        [false, 100n, 9_999_999_900],
      ],
    },
  );
});

test('texts and bytes go out as UTF-8, whatever the room', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 20 }), (texts) => {
      const source = Buffer.from(texts.join(''));
      expect(written((out) => texts.forEach((text) => out.text(text)))).toBe(texts.join('').toWellFormed());
      expect(written((out) => out.copy(source, 0, source.length))).toBe(source.toString());
    }),
  );
});

test('a code is looked up once, near or far, and one without a text is empty', () => {
  const asked: number[][] = [];
  const cells = new CodeCells(
    {
      texts: (codes) => {
        asked.push([...codes]);
        return codes.filter((id) => id !== 7).map((id) => ({ id, text: `t${id}` }));
      },
    },
    (text) => `<${text}>`,
  );
  const of = (code: number): string => Buffer.from(cells.arena.bytes.subarray(cells.start(code), cells.end(code))).toString();
  cells.prepare(
    [
      [1, null],
      [2_000_000_000, 7],
      [-5, 1],
    ],
    [0, 1],
  );
  cells.prepare(
    [
      [1, 7],
      [50_000, -5],
    ],
    [0, 1],
  );
  expect(asked).toEqual([[1, 2_000_000_000, 7, -5], [50_000]]);
  expect([1, 2_000_000_000, 7, -5, 50_000].map(of)).toEqual(['<t1>', '<t2000000000>', '', '<t-5>', '<t50000>']);
});
