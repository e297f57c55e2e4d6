import type { ReadDb } from '../../db/connection.ts';
import { listPayments } from '../../db/queries/payments.ts';
import { ageOn, ageRows, edgesOf, type Age } from '../../domain/invoices/ageing.ts';
import type { Direction } from '../../domain/invoices/document.ts';
import { isZero, subtract, sum } from '../../domain/money/amount.ts';
import { settingsOf } from '../book/profile.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import type { AgeingItem, AgeingRow } from '../contract/statements.ts';
import type { Handler } from '../runtime/services.ts';
import { awaitedOn } from './awaited.ts';
import { calledPaidSums, ledgerOf, type LedgerInvoice } from './ledger.ts';
import { partyId, partyName } from './papers.ts';
import { converted, rateBook, rateOf, sumOrNull } from './rates.ts';

export type AgeingInput = Pick<ParsedInput<'invoices/ageing'>, 'asOf' | 'direction' | 'by' | 'edges'>;

/** What was open on the day, by how long it was past due. */
export const ageing: Handler<'invoices/ageing'> = ({ items, of, ...input }, { session }) => {
  const all = ageingOf(session.book().read, input, session.today());
  const own = of === null ? all.items : all.items.filter((i) => i.key === of.key && i.currency === of.currency);
  return { ...all, items: items ? own : [] };
};

/** The whole answer with every document in it. */
export function ageingOf(read: ReadDb, { asOf, direction, by, edges: text }: AgeingInput, today: string): Output<'invoices/ageing'> {
  const day = asOf ?? today;
  const edges = [...edgesOf(text)];
  const { invoices, notIssued } = ledgerOf(read, direction);
  const awaited = awaitedOn(read, invoices, day);
  const aged = invoices.flatMap((invoice) => {
    const { record, due, lowered } = invoice;
    const { date, currency, total } = record;
    const age = ageOn({ date, due, currency, total, lowered, awaited: awaited.get(record.id) ?? '0' }, day, edges);
    return age ? [{ invoice, age, ...keyOf(invoice, by) }] : [];
  });
  const into = settingsOf(read).currency;
  const rates = rateBook(read);
  const labels = new Map(aged.map(({ key, label }) => [key, label]));
  const rows = ageRows(aged, (a) => ({ key: a.key, currency: a.invoice.record.currency, age: a.age }), String, edges)
    .map((row): AgeingRow => {
      const rate = row.currency === into ? null : rateOf(rates, row.currency, into, day.slice(0, 7), true);
      return { ...row, label: labels.get(row.key) ?? null, rate, converted: converted(row.total, row.currency, into, rate) };
    })
    .toSorted(
      (a, b) => order(a.currency, b.currency) || order(a.label ?? '\uffff', b.label ?? '\uffff') || order(a.key ?? '', b.key ?? ''),
    );
  const totals = ageRows(aged, (a) => ({ key: null, currency: a.invoice.record.currency, age: a.age }), String, edges)
    .map(({ key: _key, ...total }) => total)
    .toSorted((a, b) => order(a.currency, b.currency));
  return {
    asOf: day,
    edges,
    into,
    rows,
    totals,
    converted: sumOrNull(rows.map((row) => row.converted)),
    items: aged
      .map(({ invoice, age, key }) => toItem(invoice, age, key))
      .toSorted((a, b) => order(a.currency, b.currency) || (b.days ?? -1e9) - (a.days ?? -1e9) || order(a.number, b.number)),
    notIssued,
    calledPaid: calledPaidSums(invoices.filter(({ record }) => record.date <= day)),
    unallocated: unallocated(read, direction, day),
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a row stands for, and its name where a document has one; null where the document names none. */
function keyOf({ record }: LedgerInvoice, by: AgeingInput['by']): { key: string | null; label: string | null } {
  if (by === 'vendor') return { key: record.vendor, label: null };
  if (by === 'entity') return { key: record.entity, label: null };
  const name = partyName(record);
  const id = partyId(record);
  return { key: id === null ? name : String(id), label: name };
}

const toItem = ({ record: r, due }: LedgerInvoice, { open, awaited, days, bucket }: Age, key: string | null): AgeingItem => ({
  key,
  vendor: r.vendor,
  number: r.number,
  party: partyName(r),
  entity: r.entity,
  date: r.date,
  due,
  days,
  currency: r.currency,
  total: r.total,
  open,
  awaited,
  bucket,
});

/** What was paid until the day and is laid against no invoice now; a payment without any share is taken as one to a vendor. */
function unallocated(read: ReadDb, direction: Direction, day: string): { currency: string; amount: string }[] {
  const left = listPayments(read)
    .filter((p) => p.status === 'active' && p.date <= day && (p.allocations[0]?.direction ?? 'received') === direction)
    .map((p) => ({ currency: p.currency, amount: subtract(p.amount, sum(p.allocations.map((a) => a.amount))) }));
  return [...Map.groupBy(left, (p) => p.currency)]
    .map(([currency, own]) => ({ currency, amount: sum(own.map((p) => p.amount)) }))
    .filter((p) => !isZero(p.amount))
    .toSorted((a, b) => order(a.currency, b.currency));
}
