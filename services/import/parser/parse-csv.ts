import { createHash } from 'node:crypto';
import { refuse } from '../../../domain/result.ts';
import { compress } from './compress.ts';
import { CsvRow, INCOMPLETE } from './csv-row.ts';
import { detectTable, readings } from './detect.ts';
import type { Probe } from './probe.ts';
import type { FromParser, ParseRequest, Reject } from './protocol.ts';
import { isFooter, RowIntake } from './row-intake.ts';
import { startedOf } from './started.ts';
import { blocksOf, type TextSource } from './utf8-blocks.ts';

/** A single row may not be longer; a 100 MB line is not a bill. */
const LONGEST_ROW = 1 << 20;
const HEAD = 256 << 10;

/** Parses a delimited text in one pass, block by block; yields messages for the writer. */
export async function* parseCsv(request: ParseRequest, probe: Probe, source: TextSource): AsyncGenerator<FromParser> {
  const { name } = request;
  const row = new CsvRow();
  const hash = createHash('sha256');
  const transcoded = probe.encoding !== 'utf-8';
  let intake: RowIntake | null = null;
  let delimiter = 44;
  let headerRow = 0;
  let headerCells = 0;
  let rowNumber = 0;
  let carry: Buffer = Buffer.alloc(0);
  let seq = 0;
  let bytesRead = 0;
  for await (const { raw, utf8, last } of blocksOf(source, probe)) {
    hash.update(raw);
    bytesRead += raw.length;
    const window: Buffer = carry.length > 0 ? Buffer.concat([carry, utf8]) : utf8;
    let p = 0;
    if (!intake) {
      p = window[0] === 0xef && window[1] === 0xbb && window[2] === 0xbf ? 3 : 0;
      const head = window.subarray(p, p + HEAD);
      const detected = detectTable(
        readings(head, last && head.length === window.length - p),
        name,
        request.format,
        request.context,
        request,
      );
      intake = new RowIntake(detected, request, request.context);
      delimiter = detected.delimiter.charCodeAt(0);
      headerRow = detected.headerRow;
      headerCells = detected.headers.length;
      yield startedOf(detected, 'table', probe.encoding);
    }
    const firstRow = rowNumber + 1;
    let fed = 0;
    while (p < window.length) {
      const next = row.scan(window, p, window.length, delimiter, last);
      if (next === INCOMPLETE) break;
      if (next - p > LONGEST_ROW) tooLong(name, rowNumber + 1);
      rowNumber++;
      fed++;
      const from = p;
      p = next;
      if (rowNumber <= headerRow || row.blank) continue;
      intake.count();
      const original = (): string => window.toString('utf8', from, Math.min(next, from + 4000)).replace(/[\r\n]{1,2}$/, '');
      const whole = !row.fault && row.cells === headerCells;
      if (!whole && last && next >= window.length && isCut(row, headerCells) && !endsLine(window))
        refuse('import.truncated', `“${name}” ends in the middle of row ${rowNumber}: it has ${row.cells} of ${headerCells} columns.`, {
          file: name,
          row: rowNumber,
          remedy: 'The file is incomplete; download it again.',
        });
      if (row.end[0]! - row.start[0]! <= 40 && isFooter(row.text(window, 0))) intake.ignore();
      else if (whole) intake.addBytes(window, row.start, row.end, row.escaped, rowNumber, original);
      else intake.reject(faultOf(row, headerCells, rowNumber, original()));
      yield* intake.due(bytesRead - (window.length - p));
    }
    if (request.keep) yield transcoded ? compress(seq++, raw, 0, 0) : compress(seq++, window.subarray(0, p), firstRow, fed);
    carry = window.subarray(p);
    if (carry.length > LONGEST_ROW && !last) tooLong(name, rowNumber + 1);
  }
  if (hash.digest('hex') !== probe.sha256)
    refuse('import.file-changed', `“${name}” changed while it was being read.`, {
      file: name,
      remedy: 'Wait until the download has finished, then import it again.',
    });
  if (!intake || intake.rows === 0)
    refuse('import.no-rows', `“${name}” has a header but no rows.`, {
      file: name,
      row: headerRow || 1,
      remedy: 'Check the period that was exported.',
    });
  yield* intake.due(bytesRead, true);
  yield intake.ended();
}

function tooLong(name: string, rowNumber: number): never {
  refuse('import.row-too-long', `Row ${rowNumber} of “${name}” is longer than 1 MB.`, {
    file: name,
    row: rowNumber,
    remedy: 'A quotation mark may be missing its partner; download the file again.',
  });
}

const isCut = (row: CsvRow, expected: number): boolean => row.fault === 'unterminated-quote' || row.cells < expected;
const endsLine = (window: Buffer): boolean => window.at(-1) === 10 || window.at(-1) === 13;

function faultOf(row: CsvRow, expected: number, rowNumber: number, original: string): Reject {
  const base = { row: rowNumber, column: null, value: null, original };
  if (row.fault === 'text-after-quote')
    return { ...base, code: 'row.text-after-quote', reason: 'There is text after a closing quotation mark.' };
  if (row.fault === 'unterminated-quote') return { ...base, code: 'row.unterminated-quote', reason: 'A quotation mark is never closed.' };
  return { ...base, code: 'row.cell-count', reason: `The row has ${row.cells} cells, the header ${expected}.` };
}
