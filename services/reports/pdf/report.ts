import { PDFDocument } from 'pdf-lib';
import { isZero, sum } from '../../../domain/money/amount.ts';
import { MEASURES, type Measure } from '../../contract/schema.ts';
import type { Sink } from '../../files/sink.ts';
import type { ReportData } from '../data.ts';
import { Pace, type Caller } from '../pace.ts';
import { certificates, invoices, payments } from '../tables/documents.ts';
import { accounts, currenciesOf, productTypes, summary } from '../tables/groups.ts';
import type { Table } from '../tables/model.ts';
import { reconciliation } from '../tables/reconciliation.ts';
import { fill, wordsOf, type Words } from '../words.ts';
import { barsHeight, drawBars, largestParts, type BarPart } from './charts/bars.ts';
import { describe } from './describe.ts';
import { Flow } from './flow.ts';
import { embedFaces } from './fonts.ts';
import { drawKeyFigures, drawSignOff, drawTitle, drawVerdict, heading, note, SIGN_OFF } from './front.ts';
import { drawGrid, fitGrid } from './grid.ts';
import { gridOf, ofCurrency, usedMeasures, type Figures } from './grids.ts';

/** The month's sums, every digit, without the measures that are nothing in every currency. */
function sums(data: ReportData, words: Words): Section {
  const table = summary(data, words);
  const rows = table.rows.filter((row) => row.slice(1).some((value) => typeof value === 'string' && !isZero(value)));
  return {
    table: { ...table, rows },
    columns: table.columns.map((c) => c.id),
    figures: 'exact',
    note: `${words.missingNote} ${words.exactNote}`,
  };
}

/** Figures of the first page beside the total, where the bill has them. */
const KEY: readonly Measure[] = ['listPrice', 'discount', 'payable', 'coupon', 'cash', 'monthlySettled', 'outstanding', 'credit', 'tax'];

interface Section {
  table: Table;
  columns: string[];
  figures: Figures;
  /** Drawn as bars over the table: what is payable, by label. */
  bars?: { parts: BarPart[]; currency: string };
  note?: string;
}

/** Payable of every product type, the largest first; a single one needs no picture. */
function barsOf(data: ReportData, currency: string, words: Words): Section['bars'] {
  const groups = data.summary.byProductType.find((card) => card.currency === currency)?.groups ?? [];
  const told = groups.flatMap(({ label, amounts: { payable } }) =>
    payable === null ? [] : [{ label: label || words.unnamed, amount: payable }],
  );
  const parts = largestParts(told, (count) => fill(words.others, { count }));
  return parts.length > 1 ? { parts, currency } : undefined;
}

function sections(data: ReportData, words: Words): Section[] {
  const bills = [productTypes(data, words), accounts(data, words)].flatMap((table) =>
    currenciesOf(data).map((currency): Section => ({
      table: ofCurrency(table, currency),
      columns: ['label', 'lines', ...usedMeasures(data, MEASURES, currency)],
      figures: 'rounded',
      ...(table.id === 'byProductType' ? { bars: barsOf(data, currency, words) } : {}),
    })),
  );
  const last = bills.at(-1);
  if (last) last.note = words.roundingNote;
  return [
    ...bills,
    {
      table: reconciliation(data, words),
      columns: ['step', 'title', 'vendor', 'currency', 'left', 'right', 'difference', 'status', 'explanation'],
      figures: 'exact',
    },
    {
      table: invoices(data, words),
      columns: [
        'number',
        'kind',
        'vendor',
        'date',
        'due',
        'currency',
        'net',
        'tax',
        'total',
        'paid',
        'withheld',
        'credited',
        'open',
        'status',
      ],
      figures: 'exact',
    },
    {
      table: payments(data, words),
      columns: ['date', 'reference', 'method', 'currency', 'amount', 'toPeriod', 'left', 'status', 'allocatedTo'],
      figures: 'exact',
    },
    {
      table: certificates(data, words),
      columns: ['number', 'issuer', 'date', 'currency', 'total', 'status', 'allocatedTo'],
      figures: 'exact',
    },
  ];
}

export interface PdfOptions {
  /** Folder with the two font files, when they do not lie in their package. */ fonts?: string;
}

/** The report as a document to sign: A4, fonts embedded as subsets. Returns the number of table rows printed. */
export async function writeReportPdf(sink: Sink, data: ReportData, caller: Caller, options: PdfOptions = {}): Promise<number> {
  const words = wordsOf(data.language);
  const document = await PDFDocument.create({ updateMetadata: false });
  const flow = new Flow(
    await embedFaces(document, options.fonts),
    [data.book.company, words.title, data.period].filter(Boolean).join(' · '),
  );
  const pace = new Pace(caller, 'pages', 'pages', null);
  const breathe = (): Promise<void> | undefined => (pace.due ? pace.breathe(flow.pages.length) : undefined);

  drawTitle(flow, data, words);
  drawKeyFigures(flow, data, words, (currency) => usedMeasures(data, KEY, currency));
  drawVerdict(flow, data, words);
  await drawSection(flow, sums(data, words), words, breathe);
  // On the first page, where a signature belongs; at the end when many currencies fill that page.
  const signed = flow.pages.length === 1 && flow.room >= SIGN_OFF;
  if (signed) drawSignOff(flow, words);
  flow.next('portrait');
  let rows = 0;
  for (const section of sections(data, words)) {
    await drawSection(flow, section, words, breathe);
    rows += section.table.rows.length;
  }
  if (flow.pages.some((page) => page.boxes > 0)) note(flow, words.glyphNote);
  if (!signed) drawSignOff(flow, words);
  flow.feet(
    `${words.footerState}: ${data.state ? `${data.state.hash} (${words.stateEntry} ${data.state.seq})` : words.none}`,
    (page, pages) => fill(words.page, { page, pages }),
  );

  for (const [i, page] of flow.pages.entries()) {
    page.addTo(document, flow.faces);
    if (pace.due) await pace.breathe(i);
  }
  describe(document, data, words.title, words);
  await sink.write(await document.save({ objectsPerTick: 20 }));
  pace.finish(flow.pages.length);
  return rows;
}

async function drawSection(flow: Flow, section: Section, words: Words, breathe: () => Promise<void> | undefined): Promise<void> {
  const grid = gridOf(section.table, section.columns, section.figures, words);
  if (grid.rows.length === 0) {
    flow.need(52);
    heading(flow, section.table.title);
    note(flow, words.noRows);
    return;
  }
  const fit = fitGrid(flow, grid);
  flow.need(92 + barsHeight(section.bars?.parts ?? []), fit.orientation);
  heading(flow, section.table.title);
  if (section.bars) {
    note(flow, words.barsNote);
    drawBars(flow, section.bars.parts, section.bars.currency, sum(section.bars.parts.map((part) => part.amount)));
  }
  await drawGrid(flow, grid, fit, breathe);
  flow.y += 3;
  if (section.note) note(flow, section.note);
}
