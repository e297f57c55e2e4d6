import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { afterAll, expect, it, vi } from 'vitest';
import { ParserPool } from '../../../test/support/parser-pool.ts';
import { tableOf, written, type Shape } from '../../../test/support/reshape.ts';
import { SAMPLE_FORMATS } from '../../sample/options.ts';
import { Reader, runs, sampleText } from '../../../test/support/one-format-book.ts';

/** JSON.parse source text access: a number as it is printed. */
const { isRawJSON, rawJSON } = JSON as unknown as { isRawJSON(value: unknown): boolean; rawJSON(text: string): object };

// TALLYBOOK_RUNS asks for many more tries than the tests make by themselves.
vi.setConfig({ testTimeout: 600_000 });
const pool = new ParserPool();
afterAll(() => pool[Symbol.dispose]());
const JSON_FORMATS = SAMPLE_FORMATS.filter((format) => /\.api\.|^zilliz\.(?:invoices?|usage)$/.test(format));
const TABLES = SAMPLE_FORMATS.filter((format) => !JSON_FORMATS.includes(format));
const order = (length: number): fc.Arbitrary<number[]> =>
  fc.shuffledSubarray(
    Array.from({ length }, (_, i) => i),
    { minLength: length },
  );

it.each(TABLES)('%s gives the same book however the table is written down', async (format) => {
  using reader = new Reader(format, pool);
  const { text, name } = sampleText(format, 24);
  const [headers, ...rows] = tableOf(text);
  const first = await reader.take(text, name);
  const expected = reader.book();
  expect(expected).toHaveLength(rows.length);
  expect(reader.undo(first!)).toBe(true);
  const shapes: fc.Arbitrary<Shape> = fc.record({
    order: order(headers!.length),
    encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'gb18030'),
    mark: fc.boolean(),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    quotes: fc.constantFrom('all', 'needed'),
    ended: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(shapes, order(rows.length), async (shape, places) => {
      const batch = await reader.take(written([headers!, ...places.map((at) => rows[at]!)], shape), name);
      expect(reader.book()).toEqual(expected);
      expect(reader.undo(batch!)).toBe(true);
      expect(reader.book()).toEqual([]);
    }),
    runs(3),
  );
});

/** The same document with the keys of every object in another order; a number stays as it is printed. */
function reordered(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => reordered(item, next));
  if (value === null || typeof value !== 'object' || isRawJSON(value)) return value;
  const keyed = Object.entries(value).map(([key, item]) => ({ key, item, place: next() }));
  return Object.fromEntries(keyed.sort((a, b) => a.place - b.place).map(({ key, item }) => [key, reordered(item, next)]));
}

it.each(JSON_FORMATS)('%s gives the same book however the document is written down', async (format) => {
  using reader = new Reader(format, pool);
  const { text, name } = sampleText(format, 12);
  const root: unknown = JSON.parse(text, (_key, value: unknown, context?: { source: string }) =>
    typeof value === 'number' ? rawJSON(context!.source) : value,
  );
  const first = await reader.take(text, name);
  const expected = reader.book();
  expect(expected.length).toBeGreaterThan(0);
  expect(reader.undo(first!)).toBe(true);
  await fc.assert(
    fc.asyncProperty(
      fc.infiniteStream(fc.nat()),
      fc.constantFrom('', '  ', '\t'),
      fc.constantFrom<[BufferEncoding, string, boolean]>(
        ['utf8', '', false],
        ['utf8', '\uFEFF', false],
        ['utf16le', '\uFEFF', false],
        ['utf16le', '\uFEFF', true],
        ['utf16le', '', false],
      ),
      async (places, indent, [encoding, mark, swapped]) => {
        const printed =
          mark +
          JSON.stringify(
            reordered(root, () => places.next().value),
            null,
            indent,
          );
        const bytes = Buffer.from(`${printed}\n`, encoding);
        const batch = await reader.take(swapped ? bytes.swap16() : bytes, name);
        expect(reader.book()).toEqual(expected);
        expect(reader.undo(batch!)).toBe(true);
      },
    ),
    runs(3),
  );
});
