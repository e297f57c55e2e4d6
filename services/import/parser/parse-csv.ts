import { createHash } from 'node:crypto';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { compress } from './compress.ts';
import { CsvRow, INCOMPLETE } from './csv-row.ts';
import { detectTable, readings } from './detect.ts';
import { rejectOf } from './notice.ts';
import type { Probe } from './probe.ts';
import type { FromParser, ParseRequest, Reject } from './protocol.ts';
import { FooterTest } from './footer-test.ts';
import { RowIntake } from './row-intake.ts';
import { startedOf } from './started.ts';
import type { TextSource } from './utf8-blocks.ts';
import { windowsOf, type Windows } from './windows.ts';

/** A single row may not be longer; a 100 MB line is not a bill. */
const LONGEST_ROW = 1 << 20;
const HEAD = 256 << 10;

/** Parses a delimited text in one pass, window by window; yields messages for the writer. */
export async function* parseCsv(request: ParseRequest, probe: Probe, source: TextSource): AsyncGenerator<FromParser> {
  const windows = windowsOf(source, probe);
  try {
    yield* parseWindows(request, probe, source, windows);
  } finally {
    windows.close();
  }
}

async function* parseWindows(request: ParseRequest, probe: Probe, source: TextSource, windows: Windows): AsyncGenerator<FromParser> {
  const { name } = request;
  const row = new CsvRow();
  const footer = new FooterTest();
  // A file that stands on the disk by itself is kept, and held against its hash, by the writer.
  const keptByWriter = request.keep && source.path !== null;
  const hash = keptByWriter ? null : createHash('sha256');
  let intake: RowIntake | null = null;
  let delimiter = 44;
  let headerRow = 0;
  let headerCells = 0;
  let rowNumber = 0;
  let seq = 0;
  let used = 0;
  let read = 0;
  let text: Buffer = Buffer.alloc(0);
  let from = 0;
  let next = 0;
  const original = (): string => text.toString('utf8', from, Math.min(next, from + 4000)).replace(/[\r\n]{1,2}$/, '');
  for (let window = await windows.next(0); window !== null; window = await windows.next(used)) {
    const { last } = window;
    ({ text, read } = window);
    hash?.update(window.fresh);
    let p = 0;
    if (!intake) {
      p = text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf ? 3 : 0;
      const head = text.subarray(p, p + HEAD);
      const detected = detectTable(readings(head, last && head.length === text.length - p), name, request.format, request.context, request);
      intake = new RowIntake(detected, request, request.context);
      intake.lines?.expect(probe.size / rowLength(head));
      delimiter = detected.delimiter.charCodeAt(0);
      headerRow = detected.headerRow;
      headerCells = detected.headers.length;
      yield startedOf(detected, 'table', probe.encoding);
    }
    const firstRow = rowNumber + 1;
    let fed = 0;
    while (p < text.length) {
      next = row.scan(text, p, text.length, delimiter, last);
      if (next === INCOMPLETE) break;
      if (next - p > LONGEST_ROW) tooLong(name, rowNumber + 1);
      rowNumber++;
      fed++;
      from = p;
      p = next;
      if (rowNumber <= headerRow || row.blank) continue;
      intake.count();
      const whole = !row.fault && row.cells === headerCells;
      if (!whole && last && next >= text.length && isCut(row, headerCells) && !endsLine(text))
        refuse(
          'import.truncated',
          say`“${{ name }}” ends in the middle of row ${{ row: rowNumber }}: it has ${{ cells: row.cells }} of ${{ columns: headerCells }} columns.`,
          {
            file: name,
            row: rowNumber,
            remedy: 'The file is incomplete; download it again.',
          },
        );
      if (row.fault === 'unterminated-quote' && text.subarray(from, p - 1).includes(10)) unclosed(name, rowNumber);
      if (footer.is(row, text)) intake.ignore();
      else if (whole) intake.addBytes(text, row.start, row.end, row.escaped, rowNumber, original);
      else intake.reject(faultOf(row, headerCells, rowNumber, original));
      if (intake.ready) yield* intake.due(read - (text.length - p));
    }
    if (keptByWriter)
      yield window.offset === null
        ? { type: 'cut', seq: seq++, offset: read - window.fresh.length, size: window.fresh.length, firstRow: 0, rows: 0 }
        : { type: 'cut', seq: seq++, offset: window.offset, size: p, firstRow, rows: fed };
    else if (request.keep) yield window.raw ? compress(seq++, window.raw, 0, 0) : compress(seq++, text.subarray(0, p), firstRow, fed);
    used = p;
    if (text.length - p > LONGEST_ROW && !last) tooLong(name, rowNumber + 1);
  }
  if (hash !== null && hash.digest('hex') !== probe.sha256)
    refuse('import.file-changed', say`“${{ name }}” changed while it was being read.`, {
      file: name,
      remedy: 'Wait until the download has finished, then import it again.',
    });
  if (!intake || intake.rows === 0)
    refuse('import.no-rows', say`“${{ name }}” has a header but no rows.`, {
      file: name,
      row: headerRow || 1,
      remedy: 'Check the period that was exported.',
    });
  yield* intake.due(read, true);
  yield intake.ended();
}

/** About so many bytes a row has, by the first of them. */
function rowLength(head: Buffer): number {
  let rows = 1;
  for (const byte of head) if (byte === 10) rows++;
  return head.length / rows;
}

/** The rest of the file stands inside the quotation: one rejected row would hide all of them. */
function unclosed(name: string, rowNumber: number): never {
  refuse(
    'import.unclosed-quote',
    say`A quotation mark in row ${{ row: rowNumber }} of “${{ name }}” is never closed: the rows after it cannot be told apart.`,
    {
      file: name,
      row: rowNumber,
      remedy: 'Correct the quotation mark, or download the file again.',
    },
  );
}

function tooLong(name: string, rowNumber: number): never {
  refuse('import.row-too-long', say`Row ${{ row: rowNumber }} of “${{ name }}” is longer than 1 MB.`, {
    file: name,
    row: rowNumber,
    remedy: 'A quotation mark may be missing its partner; download the file again.',
  });
}

const isCut = (row: CsvRow, expected: number): boolean => row.fault === 'unterminated-quote' || row.cells < expected;
const endsLine = (window: Buffer): boolean => window.at(-1) === 10 || window.at(-1) === 13;

function faultOf(row: CsvRow, expected: number, rowNumber: number, original: () => string): Reject {
  if (row.fault === 'text-after-quote')
    return rejectOf(rowNumber, null, null, 'row.text-after-quote', 'There is text after a closing quotation mark.', original);
  if (row.fault === 'unterminated-quote')
    return rejectOf(rowNumber, null, null, 'row.unterminated-quote', 'A quotation mark is never closed.', original);
  return rejectOf(
    rowNumber,
    null,
    null,
    'row.cell-count',
    say`The row has ${{ cells: row.cells }} cells, the header ${{ expected }}.`,
    original,
  );
}
