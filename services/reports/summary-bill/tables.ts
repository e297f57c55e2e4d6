import { sum, type Amount } from '../../../domain/money/amount.ts';
import { exactTotal } from '../../../domain/bill/total.ts';
import type { SummaryFigure, SummaryPayments, SummarySettlement } from '../../contract/bills-summary.ts';
import { MEASURES, type Measure } from '../../contract/schema.ts';
import type { Summary } from '../data.ts';
import { shown, whole } from '../figures.ts';
import type { Grid, GridCell, GridColumn } from '../pdf/grid.ts';
import { AMBER, BLUE, GREEN, RED } from '../pdf/page.ts';
import type { Words } from '../words.ts';
import type { SummaryBill } from './data.ts';
import type { BillWords } from './words.ts';

type Parts = Summary['byProductType'][number]['groups'];

const left = (label: string): GridColumn => ({ label, align: 'left', wraps: true });
const fact = (label: string): GridColumn => ({ label, align: 'left', wraps: false });
const right = (label: string): GridColumn => ({ label, align: 'right', wraps: false });

const printed = (text: string): GridCell => (text.startsWith('-') ? { text: text.replace('-', '−'), colour: RED } : { text });
const money = (amount: Amount | null, currency: string): GridCell => (amount === null ? { text: '' } : printed(shown(amount, currency)));

/** Total, and under each part what it is made of; in the payment currency too where there is a rate. */
export function settlementGrid(settled: SummarySettlement, words: BillWords): Grid {
  const into = settled.rate?.to ?? null;
  const indent = (id: SummaryFigure['id']): string => (id.includes('.') ? '    ' : '');
  return {
    columns: [
      left(words.column.item),
      right(`${words.column.amount} ${settled.currency}`),
      ...(into ? [right(`${words.column.converted} ${into}`)] : []),
    ],
    rows: settled.figures.map((figure) => {
      const bold = !figure.id.includes('.');
      const cells = [
        { text: `${indent(figure.id)}${words.figure[figure.id]}` },
        money(figure.printed, settled.currency),
        ...(into ? [money(figure.converted, into)] : []),
      ];
      return cells.map((cell) => ({ ...cell, bold }));
    }),
    totals: [],
  };
}

/** Columns of money that a group of the bill may show, in their order. */
const SHOWN: readonly Measure[] = ['listPrice', 'discount', 'roundingOff', 'payable', 'coupon', 'cash', 'monthlySettled', 'outstanding'];

/** One row a group with its measures and its total (payable less coupons). */
export function partsGrid(parts: Parts, currency: string, label: string, words: BillWords, common: Words): Grid {
  const used = MEASURES.filter((m) => SHOWN.includes(m) && parts.some((p) => p.amounts[m] !== null && !/^-?0(\.0+)?$/.test(p.amounts[m])));
  const total = (pick: (part: Parts[number]) => Amount | null): Amount | null => {
    const told = parts.map(pick).filter((amount) => amount !== null);
    return told.length === 0 ? null : sum(told);
  };
  return {
    columns: [left(label), right(words.column.lines), ...used.map((m) => right(common.measures[m])), right(words.net)],
    rows: parts.map((part) => [
      { text: part.label || words.unnamed },
      { text: part.lines.toLocaleString('en-US') },
      ...used.map((m) => money(part.amounts[m], currency)),
      money(exactTotal(part.amounts), currency),
    ]),
    totals: [
      [
        { text: words.column.total },
        { text: parts.reduce((n, p) => n + p.lines, 0).toLocaleString('en-US') },
        ...used.map((m) =>
          money(
            total((p) => p.amounts[m]),
            currency,
          ),
        ),
        money(
          total((p) => exactTotal(p.amounts)),
          currency,
        ),
      ],
    ],
  };
}

export function paymentsGrid(papers: SummaryPayments, words: BillWords, common: Words): Grid {
  const { currency } = papers;
  const cells = (
    of: Pick<SummaryPayments['invoices'][number], 'paid' | 'withheld' | 'credited'>,
    total: Amount,
    open: Amount,
  ): GridCell[] => [total, of.paid, of.withheld, of.credited, open].map((amount) => money(amount, currency));
  return {
    columns: [
      left(words.column.invoice),
      fact(words.column.date),
      fact(words.column.due),
      fact(words.column.status),
      ...[words.column.total, words.column.paid, words.column.withheld, words.column.credited, words.column.open].map(right),
    ],
    rows: papers.invoices.map((paper) => [
      { text: paper.number },
      { text: paper.date },
      { text: paper.due ?? '' },
      { text: common.invoiceStatus[paper.status] },
      ...cells(paper, paper.total, paper.open),
    ]),
    totals: [[{ text: words.column.total }, { text: '' }, { text: '' }, { text: '' }, ...cells(papers, papers.invoiced, papers.remaining)]],
  };
}

export function couponsGrid(coupons: SummaryBill['summary']['coupons'], currency: string, words: BillWords): Grid {
  return {
    columns: [
      left(words.column.coupon),
      fact(words.column.status),
      ...[words.column.value, words.column.used, words.column.balance].map(right),
    ],
    rows: coupons.map((coupon) => [
      { text: [coupon.id, coupon.name].filter(Boolean).join(' · ') || words.unnamed },
      { text: coupon.status ?? '' },
      ...[coupon.value, coupon.used, coupon.balance].map((amount) => money(amount, currency)),
    ]),
    totals: [],
  };
}

/** What the figures are held to, with every digit. */
export function checksGrid(
  settled: SummarySettlement,
  words: BillWords,
  tell: (check: SummarySettlement['checks'][number]) => string,
): Grid {
  const colour = { pass: GREEN, explained: BLUE, fail: RED } as const;
  return {
    columns: [left(words.column.check), left(words.column.arithmetic), right(words.column.difference), fact(words.column.status)],
    rows: settled.checks.map((check) => [
      { text: words.held[check.id] },
      { text: tell(check) },
      { text: whole(check.difference, settled.currency).replace('-', '−'), colour: check.status === 'pass' ? undefined : AMBER },
      { text: words.status[check.status], colour: colour[check.status], bold: true },
    ]),
    totals: [],
  };
}
