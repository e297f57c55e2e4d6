import { readFileSync, statSync } from 'node:fs';
import { refuse } from '../../domain/result.ts';
import type { Input } from '../../services/contract/index.ts';
import type { Cli } from './cli.ts';

type Lines = NonNullable<Input<'invoices/add'>['lines']>;

const COLUMNS = ['description', 'quantity', 'unit', 'price', 'net', 'tax', 'taxCategory', 'taxCode', 'ratePct', 'first', 'last'];
/** A thousand lines of a thousand characters, with room. */
const MOST_BYTES = 5_000_000;

/** The lines of a document in a JSON array, or in a CSV table (RFC 4180, UTF-8) whose head names the columns; an empty cell is not stated. */
export function linesIn(cli: Cli, name: string): Lines {
  // As any file that is read: it must be there and be a file.
  cli.reads(name);
  const path = cli.path(name);
  if (statSync(path).size > MOST_BYTES)
    refuse('cli.lines-size', `${path} is larger than 5 MB.`, { file: name, remedy: 'Give at most 1000 lines.' });
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  return (/^\s*\[/.test(text) ? fromJson(text, name) : fromCsv(text, name)) as Lines;
}

function fromJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return refuse('cli.lines-json', `${file} is not a JSON array.`, {
      file,
      remedy: 'Write a list of lines, each with description and net.',
    });
  }
}

function fromCsv(text: string, file: string): Record<string, string | null>[] {
  const [head, ...rows] = cellsOf(text, file);
  const unknown = head?.find((column) => !COLUMNS.includes(column));
  if (head === undefined || unknown !== undefined || !head.includes('description') || !head.includes('net'))
    refuse(
      'cli.lines-csv',
      unknown === undefined ? `${file} has no columns description and net.` : `${file} has an unknown column “${unknown}”.`,
      {
        file,
        row: 1,
        remedy: `Its first line names the columns: ${COLUMNS.join(', ')}.`,
      },
    );
  return rows.map((row, i) => {
    if (row.length !== head.length)
      refuse('cli.lines-csv', `Row ${i + 2} of ${file} has ${row.length} cells, its head ${head.length}.`, {
        file,
        row: i + 2,
        remedy: 'Give each row as many cells as the head, quoted where they hold a comma.',
      });
    return Object.fromEntries(head.map((column, c) => [column, row[c] === '' ? null : row[c]!]));
  });
}

function cellsOf(text: string, file: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found)
      return refuse('cli.lines-csv', `Row ${rows.length + 1} of ${file} is not CSV.`, {
        file,
        row: rows.length + 1,
        remedy: 'Double each quote within a quoted cell.',
      });
    row.push(found[1] === undefined ? found[2]!.trim() : found[1].replaceAll('""', '"'));
    if (found[3] === ',') {
      // A comma at the very end leaves one more empty cell.
      if (cell.lastIndex === text.length) row.push('');
      else continue;
    }
    if (row.some((value) => value !== '')) rows.push(row);
    row = [];
  }
  return rows;
}
