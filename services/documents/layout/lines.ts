import { isAmount, sum } from '../../../domain/money/amount.ts';
import { minorUnits } from '../../../domain/money/minor-units.ts';
import { figure, placesFor, plainFigure } from '../figures.ts';
import { oneLine, tellTerm } from '../language.ts';
import type { InvoicePaper } from '../paper.ts';
import { UNITS } from '../words.ts';
import type { PaperColumn } from './columns.ts';
import type { Sheet } from './sheet.ts';
import { drawTable, type CarriedRow } from './table.ts';

/** The document's lines, with the columns that any of them has a figure for, and sums carried from page to page. */
export async function drawPaperLines(sheet: Sheet, paper: InvoicePaper, breathe: () => Promise<void> | undefined): Promise<void> {
  const { flow, language } = sheet;
  const { lines, currency } = paper;
  if (lines.length === 0) return;
  const places = placesFor(
    lines.map((line) => line.net),
    currency,
  );
  const taxPlaces = placesFor(
    lines.map((line) => line.tax),
    currency,
  );
  const columns: PaperColumn[] = [
    { label: tellTerm('line', language), align: 'right', cells: lines.map((line) => String(line.position)) },
    { label: tellTerm('description', language), align: 'left', wraps: true, cells: lines.map((line) => line.description) },
  ];
  const right = (label: PaperColumn['label'], cells: string[]): void => {
    if (cells.some((cell) => cell !== '')) columns.push({ label, align: 'right', cells });
  };
  right(
    tellTerm('quantity', language),
    lines.map(({ quantity, unit }) => (quantity === null ? '' : [plainFigure(quantity), unitOf(sheet, unit)].filter(Boolean).join(' '))),
  );
  right(
    tellTerm('price', language),
    lines.map(({ price }) => (price === null ? '' : isAmount(price) ? figure(price, minorUnits(currency)) : price)),
  );
  right(
    tellTerm('rate', language),
    lines.map(({ ratePct }) => (ratePct === null ? '' : `${plainFigure(ratePct)}%`)),
  );
  right(
    tellTerm('lineTax', language),
    lines.map(({ tax }) => (tax === null ? '' : figure(tax, taxPlaces))),
  );
  const amounts = columns.push({
    label: [...tellTerm('amount', language), currency] as unknown as PaperColumn['label'],
    align: 'right',
    cells: lines.map(({ net }) => figure(net, places)),
  });

  const sums = [0, ...lines.keys()].map(() => '0');
  lines.forEach((line, i) => (sums[i + 1] = sum([sums[i] ?? '0', line.net])));
  const carried =
    (label: 'carried' | 'brought') =>
    (row: number): CarriedRow => ({
      label: oneLine(tellTerm(label, language)),
      cells: new Map([[amounts - 1, figure(sums[row] ?? '0', places)]]),
    });
  await drawTable(sheet, columns, {
    carry: { forward: carried('carried'), brought: carried('brought') },
    below: (row) => {
      const { first, last } = lines[row]!;
      return first && last ? (first === last ? first : `${first} – ${last}`) : (first ?? last);
    },
    breathe,
  });
  flow.y += 10;
}

/** The unit's name in the paper's language, or its code. */
function unitOf({ language }: Sheet, unit: string | null): string {
  if (unit === null) return '';
  const named = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  return named ? (language === 'zh-CN' ? named.zh : named.en) : unit;
}
