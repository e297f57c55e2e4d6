import { listDiscrepancies } from '../../../../db/queries/discrepancies.ts';
import { listPayments } from '../../../../db/queries/payments.ts';
import { openBankLines } from '../../../../db/queries/report-bank.ts';
import { isZero, subtract, sum } from '../../../../domain/money/amount.ts';
import { daysBetween } from '../../../../domain/time/plain-date.ts';
import { ageingOf } from '../../../statements/ageing.ts';
import type { Sheet } from '../../../statements/export/sheet.ts';
import { expectedIn } from '../../../wht/expected/derive.ts';
import { amounts, count, date, text, type Cell } from '../../tables/model.ts';
import type { ReportContext, ReportInput } from '../report.ts';

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Invoices with something open on the day, received and issued, the longest overdue first. */
export function invoiceSheet({ vendor }: ReportInput, { context, words, day }: ReportContext): Sheet {
  const { common, pack } = words;
  const { read } = context.session.book();
  const items = (['received', 'issued'] as const).flatMap((direction) =>
    ageingOf(read, { asOf: day, direction, by: 'vendor', edges: null }, day)
      .items.filter((i) => vendor === null || i.vendor === vendor)
      .map((item) => ({ direction, ...item })),
  );
  return {
    id: 'invoices',
    title: pack.tables.invoices,
    columns: [
      text('number', common.number, 24),
      text('direction', pack.direction, 11),
      text('vendor', common.vendor, 14),
      text('party', pack.counterparty, 28),
      date('date', common.date),
      date('due', common.due),
      count('days', pack.overdue, 10),
      text('currency', common.currency, 9),
      amounts('total', common.gross),
      amounts('rest', pack.rest),
      amounts('awaited', pack.awaited),
    ],
    rows: items.map((i): Cell[] => [
      i.number,
      pack[i.direction],
      common.vendors[i.vendor],
      i.party ?? i.entity,
      i.date,
      i.due,
      i.days,
      i.currency,
      i.total,
      i.open,
      i.awaited,
    ]),
    totals: [...Map.groupBy(items, (i) => `${pack[i.direction]}\u0000${i.currency}`).values()].map((own): Cell[] => [
      common.totalOf,
      pack[own[0]!.direction],
      null,
      null,
      null,
      null,
      null,
      own[0]!.currency,
      sum(own.map((i) => i.total)),
      sum(own.map((i) => i.open)),
      sum(own.map((i) => i.awaited)),
    ]),
    by: ['direction', 'currency'],
  };
}

/** Active payments made until the day of which something is laid against no invoice. */
export function paymentSheet({ vendor }: ReportInput, { context, words, day }: ReportContext): Sheet {
  const { common, pack } = words;
  const left = listPayments(context.session.book().read)
    .filter((p) => p.status === 'active' && p.date <= day && (vendor === null || p.allocations.every((a) => a.vendor === vendor)))
    .map((p) => ({ ...p, allocated: sum(p.allocations.map((a) => a.amount)) }))
    .filter((p) => !isZero(subtract(p.amount, p.allocated)))
    .toSorted((a, b) => order(a.date, b.date) || a.id - b.id);
  return {
    id: 'payments',
    title: pack.tables.payments,
    columns: [
      date('date', common.date),
      text('reference', common.reference, 30),
      text('currency', common.currency, 9),
      amounts('amount', common.amount),
      amounts('allocated', common.allocated),
      amounts('rest', pack.left),
      count('days', pack.age, 10),
      text('invoices', pack.invoiceNumbers, 40),
    ],
    rows: left.map((p): Cell[] => [
      p.date,
      p.reference,
      p.currency,
      p.amount,
      p.allocated,
      subtract(p.amount, p.allocated),
      daysBetween(p.date, day),
      p.allocations.map((a) => a.invoice).join(', ') || null,
    ]),
    totals: [...Map.groupBy(left, (p) => p.currency)]
      .toSorted(([a], [b]) => order(a, b))
      .map(([currency, own]): Cell[] => [
        null,
        common.totalOf,
        currency,
        sum(own.map((p) => p.amount)),
        sum(own.map((p) => p.allocated)),
        sum(own.map((p) => subtract(p.amount, p.allocated))),
        null,
        null,
      ]),
    across: [{ column: 'rest', plus: ['amount'], minus: ['allocated'] }],
    by: ['currency'],
  };
}

/** Lines of bank and card statements until the day that are matched with no payment, or not wholly. */
export function bankSheet({ context, words, day }: ReportContext): Sheet {
  const { common, pack } = words;
  const lines = openBankLines(context.session.book().read, day);
  return {
    id: 'bank',
    title: pack.tables.bank,
    columns: [
      date('booked', pack.booked),
      text('account', pack.bankAccount, 24),
      text('reference', common.reference, 28),
      text('counterparty', pack.counterparty, 28),
      text('text', pack.bankText, 44),
      text('currency', common.currency, 9),
      amounts('amount', common.amount),
      amounts('linked', pack.linked),
      amounts('rest', pack.rest),
      count('days', pack.age, 10),
    ],
    rows: lines.map((l): Cell[] => [
      l.booked,
      l.account,
      l.reference || null,
      l.counterparty || null,
      l.text || null,
      l.currency,
      l.amount,
      l.linked,
      subtract(l.amount, l.linked),
      daysBetween(l.booked, day),
    ]),
    totals: [...Map.groupBy(lines, (l) => l.currency)]
      .toSorted(([a], [b]) => order(a, b))
      .map(([currency, own]): Cell[] => [
        null,
        common.totalOf,
        null,
        null,
        null,
        currency,
        sum(own.map((l) => l.amount)),
        sum(own.map((l) => l.linked)),
        sum(own.map((l) => subtract(l.amount, l.linked))),
        null,
      ]),
    across: [{ column: 'rest', plus: ['amount'], minus: ['linked'] }],
    by: ['currency'],
  };
}

/** Tax withheld until the day for which no certificate is in the book. */
export function certificateSheet({ vendor }: ReportInput, { context, words, day }: ReportContext): Sheet {
  const { common, pack } = words;
  const rows = expectedIn(context.session.book().read, day)
    .filter((r) => !isZero(r.missing) && (vendor === null || r.vendor === vendor))
    .toSorted((a, b) => order(a.date, b.date) || order(a.invoice, b.invoice));
  return {
    id: 'certificates',
    title: pack.tables.certificates,
    columns: [
      text('invoice', common.invoice, 24),
      text('vendor', common.vendor, 14),
      text('party', pack.counterparty, 28),
      text('country', common.country, 9),
      date('paidOn', common.paid),
      date('due', pack.byWhen),
      count('days', pack.overdue, 10),
      text('currency', common.currency, 9),
      amounts('withheld', pack.withheldSoFar),
      amounts('certified', pack.certified),
      amounts('rest', pack.toCertify),
    ],
    rows: rows.map((r): Cell[] => [
      r.invoice,
      common.vendors[r.vendor],
      r.counterparty || null,
      r.country,
      r.paidOn,
      r.evidence?.date ?? null,
      r.days === null ? null : -r.days,
      r.currency,
      r.withheld,
      r.certified,
      r.missing,
    ]),
    totals: [...Map.groupBy(rows, (r) => r.currency)]
      .toSorted(([a], [b]) => order(a, b))
      .map(([currency, own]): Cell[] => [
        common.totalOf,
        null,
        null,
        null,
        null,
        null,
        null,
        currency,
        sum(own.map((r) => r.withheld)),
        sum(own.map((r) => r.certified)),
        sum(own.map((r) => r.missing)),
      ]),
    by: ['currency'],
  };
}

/** Discrepancies taken up until the day that are open or disputed, of all periods. */
export function discrepancySheet({ vendor }: ReportInput, { context, words, day }: ReportContext): Sheet {
  const { common, pack, pick, tell } = words;
  const open = listDiscrepancies(context.session.book().read).filter(
    (d) => (d.state === 'open' || d.state === 'disputed') && d.openedAt.slice(0, 10) <= day && (vendor === null || d.vendor === vendor),
  );
  const names = common.vendors;
  return {
    id: 'discrepancies',
    title: pack.tables.discrepancies,
    columns: [
      text('period', common.period, 12),
      text('title', common.title_, 44),
      text('vendor', common.vendor, 14),
      text('status', pack.state, 14),
      date('since', pack.opened),
      count('days', pack.age, 10),
      date('due', common.due),
      text('currency', common.currency, 9),
      amounts('rest', common.difference),
      count('count', pack.lines, 10),
      text('text', common.explanation, 60),
    ],
    rows: open.map((d): Cell[] => [
      d.period,
      pick(d.title.en, d.title.zh),
      d.vendor !== null && Object.hasOwn(names, d.vendor) ? names[d.vendor as keyof typeof names] : d.vendor,
      pack.states[d.state],
      d.openedAt.slice(0, 10),
      daysBetween(d.openedAt.slice(0, 10), day),
      d.due,
      d.currency,
      d.seen,
      d.lineCount,
      tell(d.finding.en, d.finding.zh) || null,
    ]),
    totals: [...Map.groupBy(open, (d) => d.currency ?? '')]
      .toSorted(([a], [b]) => order(a, b))
      .map(([currency, own]): Cell[] => [
        common.totalOf,
        null,
        null,
        null,
        null,
        null,
        null,
        currency || null,
        sum(own.map((d) => d.seen)),
        null,
        null,
      ]),
    by: ['currency'],
  };
}
