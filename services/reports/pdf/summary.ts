import { PDFDocument } from 'pdf-lib';
import { priceSteps } from '../../../domain/bill/summary/price-steps.ts';
import { exactTotal } from '../../../domain/bill/total.ts';
import { sum, type Amount } from '../../../domain/money/amount.ts';
import { tell } from '../../../domain/words/tell.ts';
import type { SummarySettlement } from '../../contract/bills-summary.ts';
import type { Sink } from '../../files/sink.ts';
import { shown } from '../figures.ts';
import { Pace, type Caller } from '../pace.ts';
import type { SummaryBill } from '../summary-bill/data.ts';
import { checksGrid, couponsGrid, partsGrid, paymentsGrid, settlementGrid } from '../summary-bill/tables.ts';
import { billWordsOf, type BillWords } from '../summary-bill/words.ts';
import { fill, wordsOf, type Words } from '../words.ts';
import { barsHeight, drawBars, largestParts } from './charts/bars.ts';
import { COLUMNS_HEIGHT, drawColumns } from './charts/columns.ts';
import { waterfall, type Step } from './charts/waterfall.ts';
import { describe } from './describe.ts';
import { Flow } from './flow.ts';
import { embedFaces } from './fonts.ts';
import { drawTitle, heading, note } from './front.ts';
import { drawGrid, fitGrid, type Grid } from './grid.ts';
import { ACCENT, MUTED, RED, TINT } from './page.ts';

interface Drawing {
  flow: Flow;
  bill: SummaryBill;
  words: BillWords;
  common: Words;
  breathe: () => Promise<void> | undefined;
}

/** The bill summary as a document: charts and tables with amounts of two decimals (or the currency's own). Returns the rows printed. */
export async function writeSummaryPdf(sink: Sink, bill: SummaryBill, caller: Caller, options: { fonts?: string } = {}): Promise<number> {
  const [words, common] = [billWordsOf(bill.language), wordsOf(bill.language)];
  const document = await PDFDocument.create({ updateMetadata: false });
  const flow = new Flow(
    await embedFaces(document, options.fonts),
    [bill.book.company, words.title, bill.period].filter(Boolean).join(' · '),
  );
  const pace = new Pace(caller, 'pages', 'pages', null);
  const drawing: Drawing = { flow, bill, words, common, breathe: () => (pace.due ? pace.breathe(flow.pages.length) : undefined) };
  drawTitle(flow, bill, { ...common, title: words.title });
  const scope = [bill.vendor === null ? null : common.vendors[bill.vendor as keyof Words['vendors']], bill.account].filter(Boolean);
  if (scope.length > 0) note(flow, scope.join(' · '));
  if (bill.summary.status === 'estimated') note(flow, words.estimated);
  let rows = 0;
  for (const [i, settled] of bill.summary.settlement.entries()) {
    if (i > 0) flow.next('portrait');
    rows += await drawCurrency(drawing, settled);
  }
  note(flow, words.rounded);
  if (flow.pages.some((page) => page.boxes > 0)) note(flow, common.glyphNote);
  flow.feet(
    `${common.footerState}: ${bill.state ? `${bill.state.hash} (${common.stateEntry} ${bill.state.seq})` : common.none}`,
    (page, pages) => fill(common.page, { page, pages }),
  );
  for (const [i, page] of flow.pages.entries()) {
    page.addTo(document, flow.faces);
    if (pace.due) await pace.breathe(i);
  }
  describe(document, bill, words.title, common);
  await sink.write(await document.save({ objectsPerTick: 20 }));
  pace.finish(flow.pages.length);
  return rows;
}

async function drawCurrency(drawing: Drawing, settled: SummarySettlement): Promise<number> {
  const { flow, bill, words, common } = drawing;
  const { currency } = settled;
  const of = (cards: SummaryBill['summary']['byAccount']) => cards.find((card) => card.currency === currency)?.groups ?? [];
  drawTotal(drawing, settled);
  let rows = await table(drawing, words.settlement, settlementGrid(settled, words));

  const steps = stepsOf(bill, settled, words, common);
  if (steps.length > 2) chart(drawing, words.waterfall, () => drawColumns(flow, waterfall(steps), currency));
  const months = bill.trend[currency] ?? [];
  if (months.length > 1)
    chart(drawing, words.trend, () =>
      drawColumns(
        flow,
        months.map((m) => ({
          label: m.period,
          from: '0',
          to: m.total,
          figure: m.total,
          colour: m.period === bill.period ? ACCENT : MUTED,
        })),
        currency,
      ),
    );

  const products = of(bill.summary.byProductType);
  const parts = largestParts(
    products.flatMap((p) => {
      const amount = exactTotal(p.amounts);
      return amount === null ? [] : [{ label: p.label || words.unnamed, amount }];
    }),
    (count) => fill(words.others, { count }),
  );
  const total = sum(parts.map((part) => part.amount));
  if (parts.length > 1) chart(drawing, words.products, () => drawBars(flow, parts, currency, total), barsHeight(parts));
  rows += await table(drawing, parts.length > 1 ? null : words.products, partsGrid(products, currency, common.productType, words, common));
  rows += await table(drawing, words.accounts, partsGrid(of(bill.summary.byAccount), currency, common.account, words, common));
  const refunds = of(bill.summary.refunds);
  if (refunds.length > 0) rows += await table(drawing, words.refunds, partsGrid(refunds, currency, common.byBillType, words, common));
  const papers = bill.summary.payments.find((p) => p.currency === currency);
  if (papers) rows += await table(drawing, words.payments, paymentsGrid(papers, words, common));
  const coupons = bill.summary.coupons.filter((c) => c.currency === currency);
  if (coupons.length > 0) rows += await table(drawing, words.coupons, couponsGrid(coupons, currency, words));
  rows += await table(
    drawing,
    words.checks,
    checksGrid(settled, words, (check) => tell(check.said, bill.language)),
  );
  return rows;
}

/** The figure that a reader looks for first, in a band of its own. */
function drawTotal({ flow, words }: Drawing, settled: SummarySettlement): void {
  const total = settled.figures.find((f) => f.id === 'total');
  if (!total) return;
  const { regular, bold } = flow.faces;
  const text = (amount: Amount, currency: string): string => `${shown(amount, currency).replace('-', '−')} ${currency}`;
  flow.y += 6;
  flow.need(44);
  flow.page.fill(flow.left, flow.y, flow.width, 40, TINT);
  flow.page.text(flow.left + 10, flow.y + 14, words.amountDue, { face: regular, size: 7.5, colour: MUTED });
  const colour = total.printed.startsWith('-') ? RED : undefined;
  flow.page.text(flow.left + 10, flow.y + 32, text(total.printed, settled.currency), { face: bold, size: 15, colour });
  const { rate } = settled;
  if (rate && total.converted !== null) {
    const right = flow.left + flow.width - 10;
    const told = fill(words.rate, { from: rate.from, to: rate.to, rate: rate.rate, origin: words.origin[rate.origin] });
    flow.page.text(right, flow.y + 14, `${words.inPayment} · ${told}`, { face: regular, size: 7.5, colour: MUTED, align: 'right' });
    flow.page.text(right, flow.y + 31, text(total.converted, rate.to), { face: bold, size: 12, align: 'right' });
  }
  flow.y += 44;
}

/** The steps of the price in words. */
function stepsOf({ summary }: SummaryBill, settled: SummarySettlement, words: BillWords, common: Words): Step[] {
  const sums = summary.totals[settled.currency];
  if (!sums) return [];
  const own = { unlisted: words.unlisted, refundsApart: words.refundsApart, total: words.figure.total };
  const total = settled.figures.find((f) => f.id === 'total')?.exact ?? null;
  return priceSteps(sums, total).map(({ id, amount, kind }) => ({
    label: id === 'unlisted' || id === 'refundsApart' || id === 'total' ? own[id] : common.measures[id],
    amount,
    kind,
  }));
}

function chart({ flow }: Drawing, title: string, draw: () => void, height = COLUMNS_HEIGHT): void {
  flow.need(height + 34);
  heading(flow, title);
  draw();
}

async function table({ flow, breathe }: Drawing, title: string | null, grid: Grid): Promise<number> {
  if (grid.rows.length === 0) return 0;
  const fit = fitGrid(flow, grid);
  flow.need(title === null ? 48 : 92, fit.orientation);
  if (title !== null) heading(flow, title);
  await drawGrid(flow, grid, fit, breathe);
  flow.y += 3;
  return grid.rows.length;
}
