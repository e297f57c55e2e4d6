import { expect, it } from 'vitest';
import { verifyDb } from '../../db/verify.ts';
import { ImportBench } from '../../test/support/import-host.ts';
import { generate } from '../sample/generate.ts';
import { SAMPLE_FORMATS } from '../sample/options.ts';
import { REGISTER_SAMPLES, registerSample } from '../sample/registers/index.ts';

/** A sheet whose columns the vendor documents nowhere: it is never recognised by itself, only chosen. */
const CHOSEN = new Set<string>(['qingcloud.consumption']);

it.each(SAMPLE_FORMATS.filter((f) => !CHOSEN.has(f)))(
  'recognises %s by content alone, takes every row, and knows all of them the second time',
  async (format) => {
    using bench = new ImportBench();
    const sample = generate(format, { rows: 60, seed: 5 });
    const bytes = Buffer.concat([...sample.bytes()]);
    const [result] = await bench.run(bench.file(bytes, sample.fileName));
    const expected = sample.expected();
    expect(result).toMatchObject({ rows: expected.lines, rejected: 0, duplicates: 0 });
    expect(result!.imported + result!.ignored + result!.superseded).toBe(expected.lines);
    for (const [currency, sums] of Object.entries(expected.totals)) expect(result!.totals[currency]).toMatchObject(sums as object);
    const [again] = await bench.run(bench.file(Buffer.concat([bytes, Buffer.from('\n')]), sample.fileName));
    expect(again).toMatchObject({ imported: 0, rejected: 0 });
    expect(verifyDb(bench.context.session.book().read).totals).toBe('ok');
  },
);

it.each([...REGISTER_SAMPLES])('takes the list %s row for row, and brings a changed row up to date', async (id) => {
  using bench = new ImportBench();
  const sample = registerSample(id, { rows: 12, seed: 3 });
  const [result] = await bench.run(bench.file(sample.text, sample.fileName));
  expect(result).toMatchObject({ format: id, rows: sample.rows.length, imported: sample.rows.length, rejected: 0 });
  const { read } = bench.context.session.book();
  const stored = read
    .all<{ data: string }>('SELECT data FROM register_row WHERE superseded_by IS NULL ORDER BY row')
    .map((r) => JSON.parse(r.data) as unknown);
  expect(stored).toEqual(sample.rows);
  const [again] = await bench.run(bench.file(`${sample.text}\n`, sample.fileName));
  expect(again).toMatchObject({ imported: 0, duplicates: sample.rows.length });
  expect(read.all('SELECT id FROM bill_line')).toEqual([]);
});
