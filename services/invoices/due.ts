import type { ReadDb } from '../../db/connection.ts';
import { historiesOf } from '../../db/queries/history.ts';
import { sharesOn } from '../../db/queries/invoice-shares.ts';
import { listInvoices, type InvoiceRecord } from '../../db/queries/invoices.ts';
import { statusOn } from '../../domain/invoices/balance.ts';
import { dueOf, DUE_GROUPS, inDueOrder, isMoney, type Proof } from '../../domain/invoices/due.ts';
import { compare, sum } from '../../domain/money/amount.ts';
import { addDays } from '../../domain/time/plain-date.ts';
import { isMissing } from '../../domain/wht/expected/state.ts';
import type { DueItem } from '../contract/invoice-acts.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { settingsOf, type Profile } from '../book/profile.ts';
import type { Handler } from '../runtime/services.ts';
import { packForRemarks } from '../tax/book-pack.ts';
import { expectedIn } from '../wht/expected/derive.ts';
import { awaitedByRate } from '../wht/payables/awaited.ts';
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
  const awaited = awaitedByRate(read, records, today);
  return records
    .flatMap((r) =>
      dueOf(r, today, proofs.get(r.id), awaited.get(r.id)).map((item) => ({
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
 * Papers that are owed after a payment: the certificate of withheld tax, as `expectedIn` says, and the proof of VAT that the customer
 * paid itself, where the rule of the book's country prints days for it; these count from the last payment.
 */
function proofsOf(read: ReadDb, records: readonly InvoiceRecord[], today: string): Map<number, Proof[]> {
  const proofs = new Map<number, Proof[]>();
  for (const { id, state, evidence, missing } of expectedIn(read, today))
    if (isMissing(state) && evidence !== null && compare(missing, '0') > 0)
      proofs.set(id, [{ kind: 'certificate', from: evidence.from, days: evidence.days, amount: missing, assumed: evidence.assumed }]);
  for (const [id, proof] of vatProofs(read, records)) proofs.set(id, [...(proofs.get(id) ?? []), proof]);
  return proofs;
}

function vatProofs(read: ReadDb, records: readonly InvoiceRecord[]): Map<number, Proof> {
  const profile = settingsOf(read);
  const evidence = packForRemarks(read).rules.filter(
    (r) => r.kind === 'evidence' && r.country === profile.country && r.evidence?.days && r.evidence.document === 'vat-payment-proof',
  );
  const proofs = new Map<number, Proof>();
  if (evidence.length === 0 || !collects(profile)) return proofs;
  const ids = records.map((r) => r.id);
  const shares = sharesOn(read, ids);
  const histories = historiesOf(read, 'invoice', ids);
  for (const record of records) {
    const paid = (shares.get(record.id) ?? []).filter((s) => s.kind === 'payment').at(-1)?.date;
    if (paid === undefined || compare(record.tax, '0') <= 0) continue;
    const rule = evidence.find(
      (r) => (r.entity === null || r.entity === record.entity) && (r.from === null || r.from <= paid) && (r.to === null || paid <= r.to),
    );
    if (!rule || (histories.get(record.id) ?? []).some((h) => h.event === VAT_PROOF)) continue;
    proofs.set(record.id, { kind: 'vat-proof', from: paid, days: rule.evidence!.days!, amount: record.tax, assumed: true });
  }
  return proofs;
}

const collects = (profile: Profile): boolean => profile.customerStatus === 'vat_collector';
