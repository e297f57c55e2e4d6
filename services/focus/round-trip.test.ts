import { expect, it } from 'vitest';
import { asked, comesBack, ExportFolder } from '../../test/support/focus.ts';
import { ImportBench } from '../../test/support/import-host.ts';
import { generate } from '../sample/generate.ts';
import { SAMPLE_FORMATS } from '../sample/options.ts';
import { focusHandlers } from './index.ts';

/** A sheet that is only chosen, never recognised. */
const SAMPLES = SAMPLE_FORMATS.filter((f) => f !== 'qingcloud.consumption');

it.each(SAMPLES)('%s: exported as CSV and Parquet and imported again, the book is the same', async (sample) => {
  using bench = new ImportBench();
  using folder = new ExportFolder();
  const made = generate(sample, { rows: 30, seed: 11 });
  await bench.run(bench.file(Buffer.concat([...made.bytes()]), made.fileName));
  if (Object.keys(asked(bench).totals).length === 0) {
    // Statements tell no bill details.
    await expect(folder.export(bench, 'csv')).rejects.toMatchObject({ error: { code: 'export.nothing' } });
    return;
  }
  const csv = await comesBack(bench, folder, 'csv', true);
  const parquet = await comesBack(bench, folder, 'parquet');
  expect(parquet).toMatchObject({ rows: csv.rows, gaps: csv.gaps });
  for (const { path } of [csv, parquet]) {
    // What the export says of itself is what the check of the file finds.
    const found = await focusHandlers['focus/check']({ file: bench.context.host.files.grant(path, 'read') }, bench.context);
    expect(found).toMatchObject({ dataset: 'FOCUS 1.2, dataset Cost and Usage', rows: csv.rows, valid: csv.valid });
    const must = found.findings.filter((f) => f.level === 'must').map(({ column, count, message }) => ({ column, count, message }));
    expect(sorted(must)).toEqual(
      sorted(csv.gaps.filter((g) => g.kind === 'empty').map(({ column, count, message }) => ({ column, count, message }))),
    );
  }
});

const sorted = <T>(list: T[]): T[] => [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
