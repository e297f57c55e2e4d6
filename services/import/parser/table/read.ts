import { refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';
import { createHash } from 'node:crypto';
import { containerOf, HEAD } from '../container/magic.ts';
import { sourceOf } from '../container/source.ts';
import { CsvRow } from '../csv-row.ts';
import { likeliest } from '../delimiter.ts';
import { readings } from '../detect.ts';
import { probeSource } from '../probe.ts';
import { openWorkbook } from '../sheet/open-workbook.ts';
import { blocksOf, fileSource } from '../utf8-blocks.ts';
import { LONGEST_CELL, MAX_TABLE, MOST_COLUMNS, MOST_ROWS, MOST_TEXT, TABLE_LIMITS } from './limits.ts';
import type { ReadSheet, TableRead } from './message.ts';

/**
 * Reads a text of separated cells or a workbook whole, as text, within bounds. Throws a Failure in words for everything that is neither,
 * is damaged, or was made to exhaust its reader. Only the parser process calls this.
 */
export async function readTable(path: string, name: string): Promise<TableRead> {
  const source = await sourceOf(path, name);
  if (source.size > MAX_TABLE)
    refuse('table.too-big', say`“${{ name }}” is larger than ${{ megabytes: MAX_TABLE / 2 ** 20 }} MB.`, {
      file: name,
      remedy: 'Export a shorter period, or divide the file.',
    });
  const container = containerOf(await source.head(HEAD), name);
  if (container === 'gz')
    refuse('table.packed', say`“${{ name }}” is a gzip archive.`, { file: name, remedy: 'Unpack it, and choose the file inside.' });
  const taken = new Taken(name);
  if (container === 'zip') {
    const hash = createHash('sha256');
    for await (const chunk of source.stream(0, source.size) as AsyncIterable<Buffer>) hash.update(chunk);
    const tables = await sheetsOf(path, name, taken);
    return { type: 'table-read', sha256: hash.digest('hex'), size: source.size, text: null, tables };
  }
  return textOf(path, name, taken);
}

/** Counts what is handed over, and refuses what is beyond a list that people read. */
class Taken {
  #rows = 0;
  #text = 0;
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  row(row: number, cells: readonly (string | null)[]): string[] {
    const width = cells.findLastIndex((c) => c !== null && c !== '') + 1;
    if (width > MOST_COLUMNS)
      refuse(
        'table.too-wide',
        say`Row ${{ row }} of “${{ name: this.name }}” has ${{ columns: width }} columns; at most ${{ limit: MOST_COLUMNS }} are read.`,
        { file: this.name, row, remedy: 'Take the columns out that are not needed.' },
      );
    if (width > 0 && ++this.#rows > MOST_ROWS)
      refuse('table.too-many-rows', say`“${{ name: this.name }}” has more than ${{ limit: MOST_ROWS }} rows.`, {
        file: this.name,
        row,
        remedy: 'Export a shorter period, or divide the file.',
      });
    return Array.from({ length: width }, (_, i) => {
      const cell = cells[i] ?? '';
      this.#text += cell.length;
      if (cell.length > LONGEST_CELL || this.#text > MOST_TEXT)
        refuse('table.too-long', say`A cell in row ${{ row }} of “${{ name: this.name }}” is longer than such a list needs.`, {
          file: this.name,
          row,
          remedy: 'Check whether it is the right file.',
        });
      return cell;
    });
  }
}

async function sheetsOf(path: string, name: string, taken: Taken): Promise<ReadSheet[]> {
  const { sheets } = await openWorkbook(path, name, TABLE_LIMITS);
  const read: ReadSheet[] = [];
  for (const sheet of sheets) {
    if (sheet.hidden) continue;
    const rows: ReadSheet['rows'] = [];
    for await (const { row, cells, errors } of sheet.rows()) {
      const kept = taken.row(row, cells);
      if (kept.length > 0) rows.push(errors ? { row, cells: kept, errors } : { row, cells: kept });
    }
    if (rows.length > 0) read.push({ sheet: sheet.name, shape: 'cells', rows });
  }
  return read.length > 0 ? read : refuseEmpty(name);
}

async function textOf(path: string, name: string, taken: Taken): Promise<TableRead> {
  const source = fileSource(path, name);
  const probe = await probeSource(source);
  const chunks: Buffer[] = [];
  for await (const { utf8 } of blocksOf(source, probe)) chunks.push(utf8);
  const whole = Buffer.concat(chunks);
  const text = whole[0] === 0xef && whole[1] === 0xbb && whole[2] === 0xbf ? whole.subarray(3) : whole;
  const found = likeliest(readings(text, true));
  if (!found || probe.shape === 'json') return refuseNoTable(name);
  const rows: ReadSheet['rows'] = [];
  const row = new CsvRow();
  const delimiter = found.delimiter.charCodeAt(0);
  for (let p = 0, number = 1; p < text.length; number++) {
    p = row.scan(text, p, text.length, delimiter, true);
    if (row.fault !== '') refuseFault(name, number, row.fault);
    const cells = taken.row(number, row.blank ? [] : Array.from({ length: row.cells }, (_, i) => row.text(text, i)));
    if (cells.length > 0) rows.push({ row: number, cells });
  }
  if (rows.length === 0) return refuseEmpty(name);
  const { encoding, sha256, size } = probe;
  return {
    type: 'table-read',
    sha256,
    size,
    text: { encoding, delimiter: found.delimiter },
    tables: [{ sheet: null, shape: 'text', rows }],
  };
}

function refuseFault(name: string, row: number, fault: string): never {
  refuse(
    'table.quotes',
    fault === 'unterminated-quote'
      ? say`A quotation mark in row ${{ row }} of “${{ name }}” is never closed.`
      : fault === 'text-after-quote'
        ? say`There is text after a closing quotation mark in row ${{ row }} of “${{ name }}”.`
        : say`Row ${{ row }} of “${{ name }}” has more cells than can be read.`,
    { file: name, row, remedy: 'Correct the row, or export the file again.' },
  );
}

const refuseNoTable = (name: string): never =>
  refuse('table.none', say`“${{ name }}” is no table.`, { file: name, remedy: 'Choose a CSV file or a workbook (.xlsx).' });
const refuseEmpty = (name: string): never =>
  refuse('table.empty', say`“${{ name }}” has no rows.`, { file: name, remedy: 'Check the period that was exported.' });
