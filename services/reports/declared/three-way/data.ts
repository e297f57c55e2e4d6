import { listInvoices, type InvoiceRecord } from '../../../../db/queries/invoices.ts';
import { exactTotal } from '../../../../domain/bill/total.ts';
import { isZero, subtract, sum, type Amount } from '../../../../domain/money/amount.ts';
import { isTaxLine, sumMeasures, sumsWhere } from '../../../../domain/reconcile/bill-types.ts';
import type { BillFacts } from '../../../../domain/reconcile/facts.ts';
import { settlementOf, type InvoiceLedger, type Settlement } from '../../../../domain/wht/payables/settlement.ts';
import type { Check } from '../../../contract/reconcile.ts';
import { checksOf } from '../../../reconcile/index.ts';
import { ledgersOf } from '../../../wht/payables/ledgers.ts';
import { billGroupsOf, type BillGroup } from '../bill-sums.ts';
import type { ReportContext, ReportInput } from '../report.ts';
import type { PackageWords } from '../words.ts';

export type Lack = keyof PackageWords['pack']['lacks'];

/** A bill of one vendor and currency beside the invoices of its period. */
export interface MatchedBill {
  vendor: BillGroup['vendor'];
  currency: string;
  /** Which telling of the bill is counted. */
  kind: BillGroup['kind'];
  /** Payable less coupons without tax lines; tax lines and tax column. Null: there is no bill, or it carries no tax. */
  bill: Amount | null;
  tax: Amount | null;
  invoices: InvoiceRecord[];
  lacks: Lack[];
}
/** An invoice beside what is laid against it. */
export interface MatchedInvoice {
  record: InvoiceRecord;
  ledger: InvoiceLedger | null;
  settled: Settlement | null;
  lacks: Lack[];
}
export interface ThreeWayData {
  groups: BillGroup[];
  bills: MatchedBill[];
  invoices: MatchedInvoice[];
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Bills, invoices, payments and certificates of a period, each held against the next, with what is missing. */
export function threeWayData({ period, vendor }: ReportInput, { context, day }: ReportContext): ThreeWayData {
  const { read } = context.session.book();
  const own = (of: { vendor: string }): boolean => vendor === null || of.vendor === vendor;
  const checks = checksOf(read, period, day, vendor);
  const records = listInvoices(read, { period, direction: 'received' })
    .filter((r) => r.stated !== 'void' && own(r))
    .toSorted((a, b) => order(a.vendor, b.vendor) || order(a.currency, b.currency) || order(a.date, b.date) || order(a.number, b.number));
  const groups = billGroupsOf(read, period).filter(own);
  const places = new Set([...groups, ...records].map((of) => `${of.vendor} ${of.currency}`));
  const bills = [...places].toSorted(order).map((place): MatchedBill => {
    const at = (of: { vendor: string; currency: string }): boolean => `${of.vendor} ${of.currency}` === place;
    const there = groups.filter(at);
    const told = there.some((g) => g.kind === 'detail') ? there.filter((g) => g.kind === 'detail') : there;
    const [name, currency] = place.split(' ') as [BillGroup['vendor'], string];
    const invoices = records.filter(at);
    const { bill, tax } = billOf(told);
    return {
      vendor: name,
      currency,
      kind: told[0]?.kind ?? 'detail',
      bill,
      tax,
      invoices,
      lacks: lacksOfBill(
        bill,
        invoices,
        checks.find((c) => isNetOf(c, name, currency)),
      ),
    };
  });
  const ledgers = ledgersOf(read, records, day, day);
  return {
    groups,
    bills,
    invoices: records.map((record): MatchedInvoice => {
      const ledger = ledgers.get(record.id) ?? null;
      const settled = ledger && settlementOf(ledger);
      return { record, ledger, settled, lacks: settled && ledger ? lacksOfInvoice(ledger, settled) : [] };
    }),
  };
}

function billOf(groups: readonly BillGroup[]): { bill: Amount | null; tax: Amount | null } {
  if (groups.length === 0) return { bill: null, tax: null };
  const facts = { lines: 0, sums: groups[0]!.sums, groups } satisfies BillFacts;
  const all = sumsWhere(facts, () => true);
  const total = exactTotal(all);
  const taxLines = exactTotal(sumsWhere(facts, isTaxLine));
  const taxes = [taxLines, sumMeasures(all, ['tax'])].flatMap((t) => t ?? []);
  return { bill: total === null ? null : subtract(total, taxLines ?? '0'), tax: taxes.length === 0 ? null : sum(taxes) };
}

const isNetOf = (c: Check, vendor: string, currency: string): boolean =>
  c.check === 'invoice.net' && c.vendor === vendor && c.currency === currency;

/** What the check of bill and invoice says: a difference that a rounding rule yields is not one. */
function lacksOfBill(bill: Amount | null, invoices: readonly InvoiceRecord[], check: Check | undefined): Lack[] {
  if (bill === null) return ['bill'];
  if (invoices.length === 0) return isZero(bill) ? [] : ['invoice'];
  if (check?.status === 'explained') return ['rounding'];
  return isZero(subtract(bill, sum(invoices.map((i) => i.net)))) ? [] : ['difference'];
}

function lacksOfInvoice(ledger: InvoiceLedger, s: Settlement): Lack[] {
  const positive = (amount: Amount): boolean => !isZero(amount) && !amount.startsWith('-');
  const lacks: Lack[] = [];
  if (ledger.cash.length === 0 && positive(s.openCash)) lacks.push('payment');
  else if (positive(s.openCash) && !s.rounding) lacks.push('short');
  if (s.uncertified !== null && positive(s.uncertified)) lacks.push(isZero(s.certified) ? 'certificate' : 'certificateShort');
  if (s.open.startsWith('-')) lacks.push('over');
  return lacks;
}
