import type { PaperLanguage } from '../../domain/invoices/paper-language.ts';
import { sum } from '../../domain/money/amount.ts';
import type { Bilingual } from '../../domain/words/said.ts';
import { oneLine, tellTerm } from '../documents/language.ts';
import { Sink } from '../files/sink.ts';
import { writeTableCsv } from '../reports/csv/table.ts';
import { Pace, type Caller } from '../reports/pace.ts';
import { amounts, count, date, text, type Cell } from '../reports/tables/model.ts';
import { writeSheets, type Sheet } from '../statements/export/sheet.ts';
import type { DisputeLetter } from './letter.ts';
import { DISPUTE_WORDS as W } from './words.ts';

/** The listed lines of a letter as tables: its differences, and each line with the number of the difference that it belongs to. */
export function lineSheets({ items }: DisputeLetter, language: PaperLanguage): [items: Sheet, lines: Sheet] {
  const told = (words: Bilingual): string => oneLine(tellTerm(words, language));
  const several = (words: Bilingual): string => tellTerm(words, language).filter(Boolean).join('\n');
  const lines: Sheet = {
    id: 'lines',
    title: told(W.lines),
    columns: [
      count('no', told(W.no), 7),
      text('file', told(W.file), 36),
      count('row', told(W.row), 9),
      date('date', told(W.day)),
      text('order', told(W.order), 28),
      text('resource', told(W.resource), 28),
      text('currency', told(W.currency), 9),
      amounts('amount', told(W.amount)),
      text('text', told(W.text), 70),
    ],
    rows: items.flatMap((item) =>
      item.lines.map((l): Cell[] => [item.no, l.file, l.row, l.date, l.order, l.resource, l.currency, l.amount, several(l.text) || null]),
    ),
    totals: [],
  };
  const differences: Sheet = {
    id: 'differences',
    title: told(W.differences),
    columns: [
      count('no', told(W.no), 7),
      text('what', told(W.what), 50),
      text('text', told(W.text), 70),
      text('currency', told(W.currency), 9),
      amounts('theirs', told(W.theirs)),
      amounts('ours', told(W.ours)),
      amounts('difference', told(W.difference)),
      count('listed', told(W.lines), 9),
      amounts('amount', told(W.amount)),
    ],
    rows: items.map((item): Cell[] => {
      const payable = item.lines.flatMap((l) => l.amount ?? []);
      return [
        item.no,
        told(item.title),
        several(item.finding),
        item.currency,
        item.theirs?.value ?? null,
        item.ours?.value ?? null,
        item.difference,
        item.lines.length,
        payable.length === 0 ? null : sum(payable),
      ];
    }),
    totals: [],
    across: [{ column: 'difference', plus: ['theirs'], minus: ['ours'] }],
    sums: { of: lines, columns: { amount: 'amount' }, where: () => [['no', 'no']], counts: { listed: [] } },
  };
  return [differences, lines];
}

/** What a writer puts into a sink, in memory. */
async function inMemory(write: (sink: Sink) => Promise<unknown>): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  const sink = new Sink({
    write: (bytes, offset, length) => {
      parts.push(Buffer.from(bytes.subarray(offset, offset + length)));
      return Promise.resolve({ bytesWritten: length });
    },
  });
  await write(sink);
  await sink.flush();
  return Buffer.concat(parts);
}

/** The workbook of a letter's differences and lines; dated by the letter, so that the same letter gives the same bytes. */
export const linesXlsx = (letter: DisputeLetter, language: PaperLanguage): Promise<Uint8Array> =>
  inMemory((sink) => writeSheets(sink, lineSheets(letter, language), letter.reference, new Date(`${letter.date}T00:00:00Z`)));

/** The lines alone, for other programs. */
export const linesCsv = (letter: DisputeLetter, language: PaperLanguage, caller: Caller): Promise<Uint8Array> =>
  inMemory((sink) => writeTableCsv(sink, lineSheets(letter, language)[1], new Pace(caller, 'lines', 'rows', null), { bom: true }));
