import type { ReadDb } from '../../db/connection.ts';
import { billGroups } from '../../db/queries/bills-groups.ts';
import { EVERYTHING } from '../../db/queries/bills-filter.ts';
import { periodCode } from '../../db/queries/bills-columns.ts';
import { NO_CURRENCY } from '../../db/queries/bills-sums.ts';
import { listInvoices } from '../../db/queries/invoices.ts';
import { listPayments } from '../../db/queries/payments.ts';
import { batchIdentities, type BatchIdentity } from '../../db/queries/reconcile-identities.ts';
import { remember } from '../../db/queries/remember.ts';
import { listCertificates } from '../../db/queries/wht.ts';
import { billFormatById } from '../../domain/formats/index.ts';
import { add, type Amount } from '../../domain/money/amount.ts';
import { identities } from '../../domain/reconcile/checks/index.ts';
import type { BillFacts, CertificateFact, Facts, IdentityFacts, InvoiceFact, PaymentFact, Vendor } from '../../domain/reconcile/facts.ts';
import { vendorFigures } from '../../domain/reconcile/vendor-figures.ts';
import { expectedSoFar, settlementOf } from '../../domain/wht/payables/settlement.ts';
import { addSums } from '../bills/periods.ts';
import { ledgersOf } from '../wht/payables/ledgers.ts';
import { probeOf } from './probe.ts';

interface Place {
  vendor: Vendor;
  currency: string;
}
const keyOf = (place: Place): string => `${place.vendor} ${place.currency}`;

/** What the book knows of the period, one Facts for each vendor and currency that has bills or invoices in it. */
export function gatherFacts(
  read: ReadDb,
  period: string,
  settlement: 'monthly' | 'non-monthly',
  vendor: Vendor | null,
  today: string,
): Facts[] {
  const detail = billFacts(read, period, 'detail');
  const statement = billFacts(read, period, 'statement');
  const batches = batchIdentities(read, periodCode(period), (format) => billFormatById(format)?.identities ?? []);
  const invoices = invoiceFacts(read, period, today);
  const places = new Map<string, Place>();
  for (const found of [detail, statement, invoices]) for (const [key, { place }] of found) places.set(key, place);
  return [...places.values()]
    .filter((place) => vendor === null || place.vendor === vendor)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map((place) => {
      const key = keyOf(place);
      const own = batches.filter((b) => keyOf(b) === key);
      const papers = invoices.get(key)?.invoices ?? [];
      const ids = new Set(papers.map((i) => i.id));
      return {
        period,
        ...place,
        settlement,
        detail: detail.get(key)?.facts ?? null,
        statement: statement.get(key)?.facts ?? null,
        identities: identityFacts(own),
        usagePayable: usagePayable(own),
        invoices: papers,
        payments: paymentFacts(read, ids),
        certificates: certificateFacts(read, ids),
        probe: probeOf(read, period, place, own, today),
      };
    });
}

function billFacts(read: ReadDb, period: string, kind: 'detail' | 'statement'): Map<string, { place: Place; facts: BillFacts }> {
  return remember(read, `bill facts ${period} ${kind}`, () => {
    const columns = (['vendor', 'currency', 'billType'] as const).map((name) => ({ type: 'dimension' as const, name }));
    const found = new Map<
      string,
      { place: Place; facts: { lines: number; sums: BillFacts['sums']; groups: BillFacts['groups'][number][] } }
    >();
    for (const group of billGroups(read, { ...EVERYTHING, period, kind }, columns, [], 100_000)) {
      const place: Place = { vendor: group.values[0] as Vendor, currency: group.values[1] ?? NO_CURRENCY };
      const own = found.get(keyOf(place));
      const part = { billType: group.values[2] ?? null, lines: group.lines, sums: group.sums };
      if (own) {
        own.facts.lines += group.lines;
        own.facts.sums = addSums(own.facts.sums, group.sums);
        own.facts.groups.push(part);
      } else found.set(keyOf(place), { place, facts: { lines: group.lines, sums: group.sums, groups: [part] } });
    }
    return found;
  });
}

/** Only the identities that the format of each batch declares are held against its lines. */
function identityFacts(batches: readonly BatchIdentity[]): IdentityFacts[] {
  return (['detail', 'statement'] as const).flatMap((kind) =>
    identities.map((identity) => {
      const facts = { identity, kind, checked: 0, broken: 0, left: '0' as Amount, right: '0' as Amount };
      for (const batch of batches) {
        if (batch.kind !== kind) continue;
        const result = batch.results[identity.id];
        if (!result) continue;
        facts.checked += result.checked;
        facts.broken += result.broken;
        facts.left = add(facts.left, result.left);
        facts.right = add(facts.right, result.right);
      }
      return facts;
    }),
  );
}

function usagePayable(batches: readonly BatchIdentity[]): Amount | null {
  const usage = batches.filter((b) => b.kind === 'detail' && billFormatById(b.format)?.kind !== 'invoices').flatMap((b) => b.payable ?? []);
  return usage.length === 0 ? null : usage.reduce((a, b) => add(a, b));
}

function invoiceFacts(read: ReadDb, period: string, today: string): Map<string, { place: Place; invoices: InvoiceFact[] }> {
  const found = new Map<string, { place: Place; invoices: InvoiceFact[] }>();
  const records = listInvoices(read, { period }).filter((r) => r.stated !== 'void');
  const ledgers = ledgersOf(read, records, today);
  for (const record of records) {
    const place: Place = { vendor: record.vendor, currency: record.currency };
    const own = found.get(keyOf(place)) ?? { place, invoices: [] };
    const { id, number, kind, date, due, stated, net, tax, total, credited } = record;
    const ledger = ledgers.get(id);
    const wht = ledger ? expectedSoFar(settlementOf(ledger)) : null;
    const figures = vendorFigures(record.figures, total);
    own.invoices.unshift({ id, number, kind, date, due, stated, net, tax, total, credited, figures, wht });
    found.set(keyOf(place), own);
  }
  return found;
}

const paymentFacts = (read: ReadDb, invoices: ReadonlySet<number>): PaymentFact[] =>
  (invoices.size === 0 ? [] : listPayments(read))
    .filter((p) => p.status === 'active' && p.allocations.some((a) => invoices.has(a.invoiceId)))
    .map(({ id, reference, date, currency, amount, allocations }) => ({
      id,
      reference,
      date,
      currency,
      amount,
      shares: allocations.map((a) => ({ invoiceId: a.invoiceId, invoice: a.invoice, amount: a.amount })),
    }))
    .reverse();

const certificateFacts = (read: ReadDb, invoices: ReadonlySet<number>): CertificateFact[] =>
  (invoices.size === 0 ? [] : listCertificates(read))
    .filter((c) => (c.status === 'submitted' || c.status === 'accepted') && c.lines.some((l) => invoices.has(l.invoiceId)))
    .map(({ id, number, status, currency, total, lines }) => ({ id, number, status, currency, total, lines }))
    .reverse();
