import { PDFDocument } from 'pdf-lib';
import { sum } from '../../../domain/money/amount.ts';
import type { Sink } from '../../files/sink.ts';
import { Pace, type Caller } from '../../reports/pace.ts';
import { Flow } from '../../reports/pdf/flow.ts';
import { embedFaces } from '../../reports/pdf/fonts.ts';
import { drawSignOff, heading, note } from '../../reports/pdf/front.ts';
import { drawGrid, fitGrid, type Grid, type GridFoot } from '../../reports/pdf/grid.ts';
import { gridOf } from '../../reports/pdf/grids.ts';
import { ACCENT, INK, MUTED } from '../../reports/pdf/page.ts';
import { wrap } from '../../reports/pdf/text.ts';
import type { Cell, Table } from '../../reports/tables/model.ts';
import { fill, type Words } from '../../reports/words.ts';
import { createdOf, type Document, type PageSums, type Printed } from './document.ts';

/** The document on A4; returns the rows printed. Amounts with every digit. */
export async function writeDocumentPdf(sink: Sink, doc: Document, caller: Caller): Promise<number> {
  const { words, state, profile } = doc;
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const faces = await embedFaces(pdf);
  const grids = doc.printed.map((printed) => gridFor(printed, words.common));
  // One table that has to lie across turns the whole document: no first page with a title alone.
  const across =
    doc.across === true || grids.some((grid) => grid.rows.length > 0 && fitGrid(new Flow(faces, ''), grid).orientation === 'landscape');
  const flow = new Flow(faces, [profile.company, doc.title, doc.range].filter(Boolean).join(' · '), across ? 'landscape' : 'portrait');
  const pace = new Pace(caller, 'pages', 'pages', null);
  const breathe = (): Promise<void> | undefined => (pace.due ? pace.breathe(flow.pages.length) : undefined);
  drawHead(flow, doc);
  let rows = 0;
  for (const [i, { table }] of doc.printed.entries()) {
    const grid = grids[i]!;
    if (grid.rows.length === 0 && grid.totals.length === 0) {
      flow.need(52);
      heading(flow, table.title);
      note(flow, words.own.note.nothing);
      continue;
    }
    const fit = fitGrid(flow, grid);
    flow.need(92, fit.orientation);
    heading(flow, table.title);
    await drawGrid(flow, grid, fit, breathe);
    flow.y += 3;
    rows += grid.rows.length;
  }
  for (const line of doc.notes) note(flow, line);
  if (doc.signOff) drawSignOff(flow, words.common, doc.signOff);
  if (flow.pages.some((page) => page.boxes > 0)) note(flow, words.common.glyphNote);
  flow.feet(
    `${words.common.footerState}: ${state ? `${state.hash} (${words.common.stateEntry} ${state.seq})` : words.common.none}`,
    (page, pages) => fill(words.common.page, { page, pages }),
  );
  for (const [i, page] of flow.pages.entries()) {
    page.addTo(pdf, flow.faces);
    if (pace.due) await pace.breathe(i);
  }
  describe(pdf, doc);
  await sink.write(await pdf.save({ objectsPerTick: 20 }));
  pace.finish(flow.pages.length);
  return rows;
}

/** Texts that may be broken into lines, beside those that every grid breaks. */
const WRAPPED: ReadonlySet<string> = new Set([
  'seller',
  'buyer',
  'taxes',
  'treatment',
  'invoices',
  'reference',
  'rule',
  'kind',
  'basis',
  'status',
  'party',
  'vendor',
  'payer',
  'payee',
  'category',
  'form',
  'issuer',
]);

/** The chosen columns that hold anything. */
function gridFor({ table, columns: wanted, wraps: further = [], pageSums }: Printed, words: Words): Grid {
  const at = (id: string): number => table.columns.findIndex((c) => c.id === id);
  const columns = wanted.filter((id) => table.rows.some((row) => (row[at(id)] ?? null) !== null));
  const grid = gridOf(table, columns, 'exact', words);
  const wraps = (id: string): boolean => (WRAPPED.has(id) || further.includes(id)) && table.columns[at(id)]?.kind === 'text';
  return {
    ...grid,
    columns: grid.columns.map((c, i) => ({ ...c, wraps: c.wraps || wraps(columns[i]!) })),
    ...(pageSums && { foot: footOf(table, columns, pageSums, words) }),
  };
}

/** What the rows of a page come to: a line for each value of the column by which they are added up. */
function footOf(table: Table, columns: readonly string[], { label, of, by, counts }: PageSums, words: Words): GridFoot {
  const at = (id: string): number => table.columns.findIndex((c) => c.id === id);
  const linesOf = (rows: readonly Cell[][]): Cell[][] =>
    [...Map.groupBy(rows.filter(counts), (row) => row[at(by)] ?? null)].map(([key, own]) =>
      table.columns.map(({ id }) => {
        if (id === by) return key;
        if (id === columns[0]) return label;
        return of.includes(id) ? sum(own.map((row) => row[at(id)] as string | null)) : null;
      }),
    );
  return {
    most: linesOf(table.rows).length,
    of: (from, to) => gridOf({ ...table, rows: linesOf(table.rows.slice(from, to)), totals: [] }, columns, 'exact', words).rows,
  };
}

function drawHead(flow: Flow, doc: Document): void {
  const { regular, bold } = flow.faces;
  const { page } = flow;
  page.fill(flow.left, flow.y, 34, 3, ACCENT);
  flow.y += 26;
  const lines = wrap(bold, doc.title, 18, flow.width - 150);
  lines.forEach((line, i) => page.text(flow.left, flow.y + i * 22, line, { face: bold, size: 18 }));
  page.text(flow.left + flow.width, flow.y, doc.range, { face: bold, size: 11, colour: ACCENT, align: 'right' });
  flow.y += 16 + (lines.length - 1) * 22;
  page.rule(flow.left, flow.y, flow.width, INK, 0.8);
  flow.y += 18;
  const half = flow.width / 2;
  for (let i = 0; i < doc.facts.length; i += 2) {
    const pair = doc.facts.slice(i, i + 2).map(([label, value]) => ({ label, lines: wrap(regular, value, 9, half - 16) }));
    pair.forEach(({ label, lines: told }, k) => {
      page.text(flow.left + k * half, flow.y, label, { face: regular, size: 7.5, colour: MUTED });
      told.forEach((line, n) => page.text(flow.left + k * half, flow.y + 12 + n * 12, line, { face: regular, size: 9 }));
    });
    flow.y += 18 + 12 * Math.max(...pair.map((p) => p.lines.length));
  }
}

/** What the file says of itself; times come from the data, so that the same book gives the same bytes. */
function describe(pdf: PDFDocument, doc: Document): void {
  const time = createdOf(doc);
  pdf.setTitle(`${doc.title} ${doc.range}`, { showInWindowTitleBar: true });
  if (doc.profile.company) pdf.setAuthor(doc.profile.company);
  pdf.setSubject(doc.state ? `${doc.words.common.footerState} ${doc.state.hash}` : doc.title);
  pdf.setCreator('Tallybook');
  pdf.setProducer('Tallybook (pdf-lib)');
  pdf.setLanguage(doc.language === 'zh-CN' ? 'zh-CN' : 'en');
  pdf.setCreationDate(time);
  pdf.setModificationDate(time);
}
