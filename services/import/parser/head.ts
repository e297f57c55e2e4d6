import { ColumnDecider } from '../../../domain/formats/mapping/decide.ts';
import { isFooter } from '../../../domain/formats/mapping/footer.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { CsvRow, INCOMPLETE } from './csv-row.ts';
import { likeliest } from './delimiter.ts';
import { DELIMITERS, readings, type Reading } from './detect.ts';
import type { CellRow } from './parse-cells.ts';
import type { Probe } from './probe.ts';
import type { FromParser, HeadOptions } from './protocol.ts';
import { blocksOf, type TextSource } from './utf8-blocks.ts';

const LONGEST_ROW = 1 << 20;
const HEAD = 256 << 10;
/** Rows between two signs of life. */
const ALIVE = 20_000;

/** Gathers the first rows and, below the header, what each column says. */
class Look {
  readonly rows: { row: number; cells: string[] }[] = [];
  readonly deciders: ColumnDecider[];
  readonly headers: string[];
  readonly headerRow: number;
  readonly #most: number;
  total = 0;

  constructor(headers: readonly string[], headerRow: number, most: number) {
    this.headers = headers.map((h) => h.trim());
    this.headerRow = headerRow;
    this.deciders = headers.map(() => new ColumnDecider());
    this.#most = most;
  }

  add(row: number, cellCount: number, cell: (at: number) => string): void {
    if (this.rows.length < this.#most) this.rows.push({ row, cells: Array.from({ length: cellCount }, (_, i) => cell(i).slice(0, 200)) });
    if (row <= this.headerRow || isFooter(cell(0))) return;
    this.total++;
    const width = Math.min(cellCount, this.deciders.length);
    for (let i = 0; i < width; i++) {
      const decider = this.deciders[i]!;
      if (!decider.settled) decider.add(row, cell(i));
    }
  }
}

/** First rows of a text, and decisions over all of it, under the encoding, delimiter and header row that are asked for or found. */
export async function* headOfText(name: string, options: HeadOptions, probe: Probe, source: TextSource): AsyncGenerator<FromParser> {
  if (probe.shape === 'json')
    refuse('import.no-table', say`“${{ name }}” is JSON, not a table.`, { file: name, remedy: 'Choose a CSV file or a workbook.' });
  const row = new CsvRow();
  let look: Look | null = null;
  let delimiter = '';
  let carry: Buffer = Buffer.alloc(0);
  let number = 0;
  let bytes = 0;
  for await (const { raw, utf8, last } of blocksOf(source, probe)) {
    bytes += raw.length;
    const window: Buffer = carry.length > 0 ? Buffer.concat([carry, utf8]) : utf8;
    let p = 0;
    if (!look) {
      p = window[0] === 0xef && window[1] === 0xbb && window[2] === 0xbf ? 3 : 0;
      const given = readings(window.subarray(p, p + HEAD), last && window.length - p <= HEAD);
      const cut =
        options.delimiter === null ? likeliest(given) : given[DELIMITERS.indexOf(options.delimiter as (typeof DELIMITERS)[number])];
      const header = cut && headerOf(cut, options.headerRow);
      if (!cut || !header) return noHeader(name, options);
      delimiter = cut.delimiter;
      look = new Look(header.cells, header.row, options.rows);
    }
    const code = delimiter.charCodeAt(0);
    while (p < window.length) {
      const next = row.scan(window, p, window.length, code, last);
      if (next === INCOMPLETE) break;
      number++;
      if (!row.blank) look.add(number, row.cells, (i) => row.text(window, i));
      p = next;
    }
    carry = window.subarray(p);
    if (carry.length > LONGEST_ROW && !last)
      refuse('import.row-too-long', say`Row ${{ row: number + 1 }} of “${{ name }}” is longer than 1 MB.`, {
        file: name,
        row: number + 1,
        remedy: 'Choose another encoding or delimiter; a quotation mark may be missing its partner.',
      });
    yield { type: 'looked', bytes };
  }
  if (!look) return noHeader(name, options);
  yield answer(look, { shape: 'table', encoding: probe.encoding, delimiter });
}

/** The same of a sheet, whose rows arrive as cells. */
export async function* headOfCells(name: string, options: HeadOptions, rows: AsyncIterable<CellRow>): AsyncGenerator<FromParser> {
  let look: Look | null = null;
  let first: CellRow[] = [];
  let count = 0;
  const begin = (): Look => {
    const reading: Reading = { delimiter: '', rows: first.map((r) => ({ row: r.row, cells: r.cells.map((c) => c ?? '') })) };
    const header = headerOf(reading, options.headerRow);
    if (!header) return noHeader(name, options);
    const made = new Look(header.cells, header.row, options.rows);
    for (const r of first) made.add(r.row, r.cells.length, (i) => r.cells[i] ?? '');
    first = [];
    return made;
  };
  for await (const r of rows) {
    if (look) look.add(r.row, r.cells.length, (i) => r.cells[i] ?? '');
    else {
      first.push(r);
      if (first.length >= 20) look = begin();
    }
    if (++count % ALIVE === 0) yield { type: 'looked', bytes: 0 };
  }
  yield answer(look ?? begin(), { shape: 'cells', encoding: 'utf-8', delimiter: '' });
}

const answer = (look: Look, how: { shape: 'table' | 'cells'; encoding: Probe['encoding']; delimiter: string }): FromParser => ({
  type: 'head',
  ...how,
  headerRow: look.headerRow,
  headers: look.headers,
  rows: look.rows,
  total: look.total,
  decisions: look.deciders.map((d) => d.decision()),
});

/** The row that was asked for, or the first that is as wide as the table and holds no figures. */
function headerOf({ rows }: Reading, wanted: number | null): { row: number; cells: string[] } | null {
  if (wanted !== null) return rows.find((r) => r.row === wanted && r.cells.some((c) => c.trim() !== '')) ?? null;
  const filled = (cells: readonly string[]): number => cells.filter((c) => c.trim() !== '').length;
  const width = Math.max(0, ...rows.map((r) => filled(r.cells)));
  const wide = rows.filter((r) => filled(r.cells) > 0 && filled(r.cells) * 10 >= width * 8);
  return wide.find((r) => !r.cells.some((c) => /^[-+(]?[\p{Nd}.,]+\)?$/u.test(c.trim()))) ?? wide[0] ?? null;
}

function noHeader(name: string, { headerRow, delimiter }: HeadOptions): never {
  if (delimiter !== null && !(DELIMITERS as readonly string[]).includes(delimiter))
    refuse('import.no-such-delimiter', say`“${{ delimiter }}” cannot separate cells.`, {
      remedy: 'Choose comma, semicolon, tab or vertical bar.',
    });
  refuse(
    'import.no-header',
    headerRow === null
      ? say`“${{ name }}” has no row that could be a header.`
      : say`Row ${{ headerRow }} of “${{ name }}” is empty or beyond its first rows; it cannot be the header.`,
    {
      file: name,
      row: headerRow ?? 1,
      remedy: 'Choose the row that names the columns, one of the first 20.',
    },
  );
}
