import type { WriteDb } from '../../db/connection.ts';
import { historiesOf } from '../../db/queries/history.ts';
import { invoicesByNumber, PLAIN_DOCUMENT, type InvoiceFacts, type InvoiceRecord, type VendorName } from '../../db/queries/invoices.ts';
import { clocks } from '../../db/queries/calendars.ts';
import { statusOn } from '../../domain/invoices/balance.ts';
import { documentAmount } from '../../domain/invoices/document-amount.ts';
import { isoCurrency, vendorStatus } from '../../domain/invoices/vendor-words.ts';
import { add, compare, equal } from '../../domain/money/amount.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { addDays } from '../../domain/time/plain-date.ts';
import { say } from '../../domain/words/said.ts';
import type { Act } from './act.ts';
import { withRule } from './acts.ts';
import { recordChange, recordNew, refuseTaken } from './record.ts';
import { withSettlement } from './settlement.ts';

/** An invoice as a vendor's interface gives it: status and currency in the vendor's words, amounts in units (not cents). */
export interface VendorInvoice {
  vendor: VendorName;
  number: string;
  entity?: string | null;
  date: string;
  due: string | null;
  /** Day on which the bill appeared, where the vendor gives it. */
  billed?: string | null;
  period: string | null;
  currency: string;
  net: string;
  tax: string;
  /** Checked against net + tax where the vendor gives it. */
  total?: string | null;
  status: string;
  /** The vendor's own figures by name, as exact text. */
  figures: Record<string, string>;
  /** Such as `zilliz.invoices` or the file's name. */
  source: string;
}
export type Upsert = { outcome: 'new' | 'updated' | 'unchanged'; number: string };

const WITHDRAWN = 'import-undone';

/**
 * Adds the invoice or brings it up to the vendor's newest word; the same word again changes nothing. Runs inside the
 * importer's transaction. Refuses (invoice.total, invoice.in-use …) what would contradict itself or what the user has
 * already laid against it. An invoice that the user voided stays void.
 */
export function upsertVendorInvoice(write: WriteDb, by: Omit<Act, 'write'>, given: VendorInvoice): Upsert {
  const act: Act = { write, ...by };
  const facts = withIssue(write, asSeen(factsOf(given), act.today));
  const existing = invoicesByNumber(write, given.number).find((i) => i.vendor === given.vendor);
  refuseTaken(write, facts);
  if (!existing) {
    recordNew(act, 'import/run', facts, { event: 'imported', reason: given.source });
    return { outcome: 'new', number: given.number };
  }
  if (existing.stated === 'void') {
    if (historiesOf(write, 'invoice', [existing.id]).get(existing.id)?.at(-1)?.event !== WITHDRAWN)
      return { outcome: 'unchanged', number: given.number };
    recordNew(act, 'import/run', facts, { event: 'imported', reason: given.source });
    return { outcome: 'new', number: given.number };
  }
  // What the user added to the record is the user's: link, note, entity, days, parties. A source's name alone is no news.
  const stated = newerStatus(existing, facts);
  const next: InvoiceFacts = {
    ...existing,
    date: facts.date,
    // A person who set the account period set the due date with it.
    due: existing.termDays === null ? facts.due : existing.due,
    period: existing.period ?? facts.period,
    entity: existing.entity ?? facts.entity,
    currency: facts.currency,
    net: facts.net,
    tax: facts.tax,
    figures: facts.figures,
    billed: existing.billed ?? facts.billed,
    issued: existing.issued ?? facts.issued,
    stated,
    course: stated === existing.stated ? existing.course : courseAs(stated, existing, act.today),
  };
  const changed = differences(existing, next);
  if (changed.length === 0) return { outcome: 'unchanged', number: given.number };
  refuseInUse(existing, next);
  withSettlement(act, [existing.id], `import of ${given.source}`, () =>
    recordChange(act, 'import/run', existing, next, {
      event: 'restated',
      reason: changed.join('; '),
      shown: statusOn(existing, act.today),
    }),
  );
  return { outcome: 'updated', number: given.number };
}

/** Takes back an imported invoice when its import is undone: voided, and revived by the next import of it. */
export function withdrawVendorInvoice(write: WriteDb, by: Omit<Act, 'write'>, at: { vendor: VendorName; number: string }): void {
  const act: Act = { write, ...by };
  const invoice = invoicesByNumber(write, at.number).find((i) => i.vendor === at.vendor);
  if (!invoice || invoice.stated === 'void') return;
  if (isUsed(invoice))
    refuse('invoice.in-use', say`Invoice ${{ number: invoice.number }} has payments, certificates or credit notes against it.`, {
      value: invoice.number,
      remedy: 'Take them off the invoice first, then undo the import.',
    });
  recordChange(act, 'import/undo', invoice, { stated: 'void' }, { event: WITHDRAWN, reason: null, shown: statusOn(invoice, act.today) });
}

function factsOf(given: VendorInvoice): InvoiceFacts {
  const net = unwrap(documentAmount(given.net, 'net'));
  const tax = unwrap(documentAmount(given.tax, 'tax'));
  const total = unwrap(documentAmount(given.total ?? add(net, tax), 'total'));
  if (!equal(total, add(net, tax)))
    refuse('invoice.total', say`Invoice ${{ number: given.number }}: the total ${{ total }} is not net ${{ net }} + tax ${{ tax }}.`, {
      column: 'total',
      value: total,
      remedy: 'Ask the vendor for a corrected invoice; it was not imported.',
    });
  return {
    ...PLAIN_DOCUMENT,
    vendor: given.vendor,
    number: given.number,
    kind: 'invoice',
    entity: given.entity ?? null,
    date: given.date,
    due: given.due,
    billed: given.billed ?? null,
    period: given.period,
    currency: unwrap(isoCurrency(given.currency)),
    net,
    tax,
    stated: unwrap(vendorStatus(given.status)),
    creditsId: null,
    note: '',
    source: given.source,
    figures: given.figures,
  };
}

/**
 * A bill that the vendor calls unbilled has not appeared, whatever day its interface gives; a day to come is when it will. A dispute
 * that is first seen here counts from today.
 */
function asSeen(facts: InvoiceFacts, today: string): InvoiceFacts {
  if (facts.stated === 'disputed') return { ...facts, course: { ...facts.course, disputed: today } };
  return facts.stated === 'unbilled' && facts.billed !== null && facts.billed <= today ? { ...facts, billed: null } : facts;
}

/** What the vendor's new word leaves of the course: a confirmation that it does not know of did not happen. */
function courseAs(stated: InvoiceFacts['stated'], existing: InvoiceRecord, today: string): InvoiceFacts['course'] {
  if (stated === 'disputed' || stated === 'to-confirm' || stated === 'unbilled')
    return { ...existing.course, confirmed: null, confirmedByRule: false, disputed: stated === 'disputed' ? today : null };
  return { ...withRule(existing, today).course, disputed: null };
}

const ISSUED: readonly InvoiceFacts['stated'][] = ['unpaid', 'overdue', 'paid'];

/**
 * The vendor's interface gives the due date of an issued invoice, but not the day of issue: it lies so many days before as the
 * account period has. None is told where that would be before the bill.
 */
function withIssue(write: WriteDb, facts: InvoiceFacts): InvoiceFacts {
  if (facts.billed === null || facts.due === null || !ISSUED.includes(facts.stated)) return facts;
  const { termDays } = clocks(write)(facts).policy;
  const issued = termDays === null ? null : addDays(facts.due, -termDays);
  return issued === null || issued < facts.billed ? facts : { ...facts, issued };
}

/**
 * A bill that the user confirmed or disputed here is ahead of a vendor that still waits for it, and one that is being
 * issued has no word of its own in the vendor's interface.
 */
function newerStatus(existing: InvoiceRecord, facts: InvoiceFacts): InvoiceFacts['stated'] {
  const ahead =
    (existing.stated === 'issuing' && (facts.stated === 'to-confirm' || facts.stated === 'disputed')) ||
    (existing.stated === 'disputed' && facts.stated === 'to-confirm');
  return ahead ? existing.stated : facts.stated;
}

function differences(before: InvoiceFacts, after: InvoiceFacts): string[] {
  const keys = ['date', 'due', 'billed', 'issued', 'period', 'entity', 'currency', 'net', 'tax', 'stated'] as const;
  const changed = keys.filter((k) => before[k] !== after[k]).map((k) => `${k} ${before[k] ?? '—'} → ${after[k] ?? '—'}`);
  const figures = [...new Set([...Object.keys(before.figures), ...Object.keys(after.figures)])]
    .toSorted()
    .filter((k) => before.figures[k] !== after.figures[k]);
  return [...changed, ...figures.map((k) => `${k} ${before.figures[k] ?? '—'} → ${after.figures[k] ?? '—'}`)];
}

const isUsed = (i: InvoiceRecord): boolean => [i.paid, i.withheld, i.credited].some((a) => compare(a, '0') !== 0);

function refuseInUse(existing: InvoiceRecord, next: InvoiceFacts): void {
  const money = next.currency !== existing.currency || next.net !== existing.net || next.tax !== existing.tax;
  const unpayable = !['unpaid', 'overdue', 'paid'].includes(next.stated);
  if (isUsed(existing) && (money || unpayable))
    refuse(
      'invoice.in-use',
      say`Invoice ${{ number: existing.number }} has payments, certificates or credit notes against it, and the vendor now states it differently.`,
      { value: existing.number, remedy: 'Take them off the invoice first, then import again.' },
    );
}
