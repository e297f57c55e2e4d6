import type { ReadDb } from '../../db/connection.ts';
import { historiesOf } from '../../db/queries/history.ts';
import { sharesOn, type ShareOn } from '../../db/queries/invoice-shares.ts';
import { listInvoices, type InvoiceRecord } from '../../db/queries/invoices.ts';
import { openOf, statusOn } from '../../domain/invoices/balance.ts';
import { dueOf, DUE_GROUPS, inDueOrder, isMoney, type Proof } from '../../domain/invoices/due.ts';
import { compare, sum } from '../../domain/money/amount.ts';
import { addDays } from '../../domain/time/plain-date.ts';
import type { DueItem } from '../contract/invoice-acts.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { settingsOf, type Profile } from '../book/profile.ts';
import type { Handler } from '../runtime/services.ts';
import { packOfBook } from '../tax/book-pack.ts';
import { VAT_PROOF } from './vat-proof.ts';

export const listDue: Handler<'invoices/due'> = (input, { session }) => {
  const { read } = session.book();
  const today = session.today();
  const items = within(dueItems(read, today), input, today);
  return { today, items, sums: sumsOf(items) };
};

/** Everything to see to of the invoices that are to be paid, in the order of days. */
export function dueItems(read: ReadDb, today: string): DueItem[] {
  const records = listInvoices(read).filter((r) => r.kind === 'invoice' && r.stated !== 'void');
  const proofs = proofsOf(read, records, today);
  return records
    .flatMap((r) =>
      dueOf(r, today, proofs.get(r.id)).map((item) => ({
        ...item,
        id: `${r.vendor}:${r.number}:${item.kind}`,
        currency: r.currency,
        number: r.number,
        vendor: r.vendor,
        entity: r.entity,
        period: r.period,
        status: statusOn(r, today),
      })),
    )
    .toSorted((a, b) => inDueOrder(a, b) || (a.id < b.id ? -1 : 1));
}

/** Late items are always in; undated ones unless a horizon is set. */
function within(items: readonly DueItem[], input: ParsedInput<'invoices/due'>, today: string): DueItem[] {
  const until = input.until ?? (input.within === null ? null : addDays(today, input.within));
  return items.filter(
    (item) =>
      (until === null || (item.date !== null && item.date <= until)) &&
      (input.kinds === null || input.kinds.includes(item.kind)) &&
      (input.vendor === null || item.vendor === input.vendor),
  );
}

function sumsOf(items: readonly DueItem[]): Output<'invoices/due'>['sums'] {
  const groups = Map.groupBy(
    items.filter((item) => isMoney(item.kind)),
    (item) => `${DUE_GROUPS.indexOf(item.group)}|${item.currency}`,
  );
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => ({ group: own[0]!.group, currency: own[0]!.currency, amount: sum(own.map((i) => i.amount)), count: own.length }));
}

/**
 * Papers that are owed after a payment, where the rule of the book's country prints days for them: the certificate of withheld
 * tax, and the proof of VAT that the customer paid itself. The day of the last payment stands for the day on which the tax was
 * paid or its return filed, which no record holds.
 */
function proofsOf(read: ReadDb, records: readonly InvoiceRecord[], today: string): Map<number, Proof[]> {
  const profile = settingsOf(read);
  const evidence = packOfBook(read).rules.filter((r) => r.kind === 'evidence' && r.country === profile.country && r.evidence?.days);
  const proofs = new Map<number, Proof[]>();
  if (evidence.length === 0) return proofs;
  const ids = records.map((r) => r.id);
  const shares = sharesOn(read, ids);
  const histories = historiesOf(read, 'invoice', ids);
  for (const record of records) {
    const paid = (shares.get(record.id) ?? []).filter((s) => s.kind === 'payment').at(-1)?.date;
    if (paid === undefined) continue;
    const rules = evidence.filter(
      (r) => (r.entity === null || r.entity === record.entity) && (r.from === null || r.from <= paid) && (r.to === null || paid <= r.to),
    );
    const wht = rules.find((r) => r.evidence?.document === 'wht-certificate');
    const vat = rules.find((r) => r.evidence?.document === 'vat-payment-proof' && collects(profile));
    const list: Proof[] = [];
    if (wht && withheld(record, today, shares.get(record.id) ?? []))
      list.push({ kind: 'certificate', from: paid, days: wht.evidence!.days!, amount: openOf(record) });
    if (vat && compare(record.tax, '0') > 0 && !(histories.get(record.id) ?? []).some((h) => h.event === VAT_PROOF))
      list.push({ kind: 'vat-proof', from: paid, days: vat.evidence!.days!, amount: record.tax });
    if (list.length > 0) proofs.set(record.id, list);
  }
  return proofs;
}

const collects = (profile: Profile): boolean => profile.customerStatus === 'vat_collector';

/** Paid, but not in full, and no certificate yet: what is open was, as far as one can tell, withheld. */
const withheld = (record: InvoiceRecord, today: string, shares: readonly ShareOn[]): boolean =>
  ['unpaid', 'overdue'].includes(statusOn(record, today)) &&
  compare(openOf(record), '0') > 0 &&
  record.entity !== null &&
  !shares.some((s) => s.kind === 'certificate');
