import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { ParserPool } from '../../../test/support/parser-pool.ts';
import { sayingsByRow } from '../../../test/support/canonical.ts';
import { tableOf } from '../../../test/support/reshape.ts';
import type { SampleFormat } from '../../sample/options.ts';
import { Reader, runs, sampleText } from '../../../test/support/one-format-book.ts';

// TALLYBOOK_RUNS asks for many more tries than the tests make by themselves.
vi.setConfig({ testTimeout: 600_000 });
const pool = new ParserPool();
afterAll(() => pool[Symbol.dispose]());

/** What its user does with a few files, before each of them has been imported once more. */
type Step = { take: number; again: boolean } | { undo: number };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ take: fc.nat(), again: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ undo: fc.nat() }) },
  ),
  { maxLength: 6 },
);

interface Piece {
  name: string;
  text: string;
}

/** Imports the pieces step by step, then each of them once more in the order of `last`. */
async function play(reader: Reader, pieces: readonly Piece[], todo: readonly Step[], last: readonly Piece[]): Promise<void> {
  const batches: number[] = [];
  let times = 1;
  const take = async ({ name, text }: Piece, again: boolean): Promise<void> => {
    // Other bytes and the same rows: a download that was made again.
    const batch = await reader.take(text + (again ? '\n'.repeat(++times) : ''), name);
    if (batch !== null) batches.push(batch);
  };
  for (const step of todo) {
    if ('take' in step) await take(pieces[step.take % pieces.length]!, step.again);
    else if (batches.length > 0) {
      const at = step.undo % batches.length;
      if (reader.undo(batches[at]!)) batches.splice(at, 1);
    }
  }
  for (const piece of last) await take(piece, true);
}

const print = (rows: readonly (readonly string[])[]): string =>
  rows.map((r) => `${r.map((c) => (/[",\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(',')}\n`).join('');

/**
 * The sample's header, and its rows in groups: twins stay together. Rows are twins that say the same in every column that is
 * read, where of a time only the day is read; a file is asked how many of them it has, not another one.
 */
async function grouped(format: SampleFormat, count: number): Promise<{ headers: string[]; groups: string[][][]; name: string }> {
  const { text, name } = sampleText(format, count);
  const [headers, ...rows] = tableOf(text);
  using reader = new Reader(format, pool);
  await reader.take(print([headers!, ...rows]), name);
  const says = sayingsByRow(reader.bench.context.session.book().read);
  const groups = Map.groupBy(rows.keys(), (i) => says.get(i + 2)!);
  return { headers: headers!, groups: [...groups.values()].map((group) => group.map((i) => rows[i]!)), name };
}

async function bookOf(format: SampleFormat, piece: Piece): Promise<string[]> {
  using reader = new Reader(format, pool);
  await reader.take(piece.text, piece.name);
  return reader.book();
}

/** For each of three files, whether it holds a group. */
const masks = (length: number, choices: readonly number[]): fc.Arbitrary<number[]> =>
  fc.array(fc.constantFrom(...choices), { minLength: length, maxLength: length });

describe('a bill in numbered parts is the bill', () => {
  it.each([
    'huawei.detail',
    'huawei.expenditures',
    'huawei.spending',
    'huawei.transactions',
    'tencent.detail',
    'tencent.resources',
  ] as const)('%s: any parts, in any order, some more than once or taken back in between', async (format) => {
    const { headers, groups: together, name } = await grouped(format, 12);
    // Parts share no row, however alike two rows are: twins may stand in different ones.
    const groups = together.flat().map((row) => [row]);
    const named = (part: number): string => name.replace(/(?:_1)?\.csv$/, `_${part}.csv`);
    const expected = await bookOf(format, { name, text: print([headers, ...groups.flat()]) });
    await fc.assert(
      fc.asyncProperty(masks(groups.length, [1, 2, 4]), steps, fc.boolean(), async (holders, todo, backwards) => {
        using reader = new Reader(format, pool);
        const parts = [0, 1, 2]
          .map((part) => ({ name: named(part + 1), rows: groups.filter((_, i) => (holders[i]! >> part) & 1).flat() }))
          .filter(({ rows }) => rows.length > 0)
          .map(({ name: own, rows }) => ({ name: own, text: print([headers, ...rows]) }));
        await play(reader, parts, todo, backwards ? parts.toReversed() : parts);
        expect(reader.book()).toEqual(expected);
      }),
      runs(1),
    );
  });
});

describe('files that overlap tell each row once', () => {
  it.each(['huawei.detail', 'huawei.expenditures', 'tencent.detail'] as const)('%s', async (format) => {
    const { headers, groups } = await grouped(format, 12);
    const expected = await bookOf(format, { name: 'bill.csv', text: print([headers, ...groups.flat()]) });
    await fc.assert(
      fc.asyncProperty(masks(groups.length, [1, 2, 3, 4, 5, 6, 7]), steps, async (holders, todo) => {
        using reader = new Reader(format, pool);
        const files = [0, 1, 2]
          .map((file) => groups.filter((_, i) => (holders[i]! >> file) & 1).flat())
          .filter((rows) => rows.length > 0)
          .map((rows, i) => ({ name: `export-${'abc'[i]}.csv`, text: print([headers, ...rows]) }));
        await play(reader, files, todo, files);
        expect(reader.book()).toEqual(expected);
      }),
      runs(1),
    );
  });
});

describe('of files that each tell the month so far, the latest counts', () => {
  // A later edition repeats what stays, changes some amounts and adds rows; only its day, in its name, makes it the later one.
  it.each(['huawei.spending'] as const)('%s', async (format) => {
    const { headers, groups, name } = await grouped(format, 8);
    const days = ['10', '20', '30'];
    await fc.assert(
      fc.asyncProperty(
        masks(groups.length, [1, 3, 7]),
        steps,
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        async (holders, todo, last) => {
          // Mask 7: from the first edition on; 3: from the second; 1: in the last alone. The bits count from the last edition.
          const editions = days.map((day, i) => ({
            name: name.replace(/\d\d_1\.csv$/, `${day}_1.csv`),
            text: print([headers, ...groups.filter((_, g) => (holders[g]! >> (2 - i)) & 1).flat()]),
          }));
          const sound = editions.filter(({ text }) => text.split('\n').length > 2);
          const expected = await bookOf(format, sound.at(-1)!);
          using reader = new Reader(format, pool);
          await play(
            reader,
            sound,
            todo,
            last.filter((i) => sound.includes(editions[i]!)).map((i) => editions[i]!),
          );
          expect(reader.book()).toEqual(expected);
        },
      ),
      runs(2),
    );
  });
});
