import { parse } from 'csv-parse/sync';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Failure } from '../../../domain/result.ts';
import { importHandlers } from '../../../services/import/index.ts';
import { Trial } from './trial.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/csv');
const trial = new Trial();
afterAll(() => trial[Symbol.dispose]());

type Head = Awaited<ReturnType<(typeof importHandlers)['import/head']>>;

/** The file as the mapping screen shows it, or the code of its refusal. */
async function headOf(bytes: Buffer, name: string): Promise<Head | string> {
  try {
    return await importHandlers['import/head'](
      { file: trial.bench.file(bytes, name), encoding: null, delimiter: null, headerRow: null },
      trial.bench.context,
    );
  } catch (error) {
    if (error instanceof Failure) return error.error.code;
    throw error;
  }
}

describe('csv-spectrum', () => {
  const names = readdirSync(join(FIXTURES, 'csv-spectrum')).filter((name) => name.endsWith('.csv'));
  it.each(names)('%s is read as its JSON says', async (name) => {
    const head = await headOf(readFileSync(join(FIXTURES, 'csv-spectrum', name)), name);
    const [headers, ...rows] = (head as Head).rows.map((r) => r.cells);
    const expected = JSON.parse(readFileSync(join(FIXTURES, 'csv-spectrum', name.replace('.csv', '.json')), 'utf8')) as object | object[];
    expect(rows.map((row) => Object.fromEntries(headers!.map((header, i) => [header, row[i]])))).toEqual([expected].flat());
  });
});

/** What is no text, by its NULs, and what is text in no encoding that is certain; everything else is text, and no bill. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'import.binary': [
    'csvkit/null_byte',
    'duckdb/null_terminator',
    'duckdb/nullbyte_header',
    'duckdb/fuzzing--3',
    'duckdb/fuzzing--8',
    'duckdb/fuzzing--13',
    'duckdb/fuzzing--22',
    'duckdb/fuzzing--24',
    'duckdb/fuzzing--26',
    'duckdb/fuzzing--28',
    'duckdb/fuzzing--33',
    'duckdb/fuzzing--35',
  ],
  'import.encoding': [
    'csvkit/test_latin1',
    'duckdb/encodings--all_latin1',
    'duckdb/encodings--only_latin1',
    'duckdb/fuzzing--15',
    'duckdb/fuzzing--20',
    'duckdb/rejects--frankstein--nightmare',
    'duckdb/rejects--multiple_errors--invalid_utf_cast',
    'duckdb/rejects--multiple_errors--invalid_utf_max_line',
    'duckdb/rejects--multiple_errors--invalid_utf_unquoted',
    'duckdb/test--invalid_utf_header',
    'duckdb/test--invalid_utf_quoted',
  ],
};
const refusalOf = (file: string): string | undefined => Object.keys(REFUSED).find((code) => REFUSED[code]!.includes(file));

/** The rows as csv-parse reads them; null where it cannot, or reads a quote in an unquoted cell otherwise. */
function byCsvParse(bytes: Buffer, { encoding, delimiter }: Head): string[][] | null {
  const text = new TextDecoder(encoding).decode(bytes);
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    }) as string[][];
  } catch {
    // It stops at a quote that stands in the wrong place: there is nothing to compare with.
    return null;
  }
}

describe.each(['csvkit', 'duckdb'])('the test files of %s', (folder) => {
  const names = readdirSync(join(FIXTURES, folder));
  it('are all there', () => expect(names.length).toBeGreaterThan(15));

  it.each(names)('%s is no bill, and is shown as another reader reads it', async (name) => {
    const bytes = readFileSync(join(FIXTURES, folder, name));
    const code = refusalOf(`${folder}/${name.replace('.csv', '')}`);
    expect(await trial.of(bytes, name)).toEqual({ refused: code ?? 'import.unknown-format' });
    expect(trial.broken.splice(0)).toEqual([]);
    const head = await headOf(bytes, name);
    if (code) return expect(head).toBe(code);
    const { rows } = head as Head;
    const other = byCsvParse(bytes, head as Head);
    if (other) expect(rows.map((r) => r.cells)).toEqual(other.slice(0, 50).map((r) => r.map((c) => c.slice(0, 200))));
  });
});
