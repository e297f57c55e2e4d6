import { isZero, type Amount } from '../money/amount.ts';
import { daysBetween, type Period, type PlainDate } from '../time/plain-date.ts';
import { dayStart, LocalBounds } from './bounds.ts';
import { FILLED, ownColumn } from './own-columns.ts';
import { VENDOR_FACTS } from './vendors.ts';

/** A document of the invoice register. */
export interface RegisterInvoice {
  number: string;
  vendor: keyof typeof VENDOR_FACTS;
  entity: string | null;
  kind: 'invoice' | 'credit-note';
  date: PlainDate;
  due: PlainDate | null;
  period: Period | null;
  currency: string;
  net: Amount;
  tax: Amount;
  status: string;
  /** The invoice that a credit note reduces. */
  credits: string | null;
  note: string;
  history: readonly { at: string }[];
}

export interface DetailRow {
  values: Record<string, string | null>;
  filled: string[];
}

/** Columns beside those of the dataset. */
export const OWN_DETAIL: readonly string[] = [FILLED, ...['vendor', 'entity', 'kind', 'status'].map(ownColumn)];

/** Vendors that cut their months and date their papers in Beijing; the others in UTC. */
const BEIJING = new Set(['huawei', 'tencent', 'qingcloud']);
/** Not yet issued by the vendor. */
const OPEN = new Set(['unbilled', 'to-confirm', 'disputed', 'issuing']);
const bounds = { beijing: new LocalBounds(() => 480), utc: new LocalBounds(() => 0) };

const seconds = (instant: string): string => `${instant.slice(0, 19)}Z`;

/**
 * Rows of FOCUS 1.4 Invoice Detail: one for the net of the document, one for its tax where it has any. What a document is for
 * (use or purchase) the register does not tell: `Usage`, named in `filled`; a credit note is an adjustment that refers to its
 * invoice. `payer`: the one billing account of the month's bill, where there is just one.
 */
export function detailRows(invoice: RegisterInvoice, payer: string | null): DetailRow[] {
  const { number, vendor, kind, currency, history } = invoice;
  const zone = BEIJING.has(vendor) ? 'beijing' : 'utc';
  const clock = zone === 'beijing' ? () => 480 : () => 0;
  const issued = dayStart(invoice.date, clock);
  const month = invoice.period === null ? null : bounds[zone].month(invoice.period);
  const provider = VENDOR_FACTS[vendor].provider;
  const filled = [
    ...(payer === null ? [] : ['BillingAccountId']),
    ...(history.length > 0 ? [] : ['InvoiceDetailCreated', 'InvoiceDetailLastUpdated']),
    ...(provider === null ? [] : ['InvoiceIssuerName']),
  ];
  const shared = {
    BillingAccountId: payer,
    BillingCurrency: currency,
    BillingPeriodStart: month?.start ?? null,
    BillingPeriodEnd: month?.end ?? null,
    InvoiceDetailCreated: history[0] ? seconds(history[0].at) : issued,
    InvoiceDetailLastUpdated: history.at(-1) ? seconds(history.at(-1)!.at) : issued,
    InvoiceId: number,
    InvoiceIssueDate: OPEN.has(invoice.status) ? null : issued,
    InvoiceIssueStatus: invoice.status === 'void' ? 'Voided' : OPEN.has(invoice.status) ? 'Open' : 'Issued',
    InvoiceIssuerName: provider,
    PaymentCurrency: currency,
    PaymentDueDate: invoice.due === null ? null : dayStart(invoice.due, clock),
    PaymentTerms: invoice.due === null ? null : `Net ${daysBetween(invoice.date, invoice.due)}`,
    // An invoice refers to itself, as the examples of the specification have it.
    ReferenceInvoiceId: invoice.credits ?? number,
    [ownColumn('vendor')]: vendor,
    [ownColumn('entity')]: invoice.entity,
    [ownColumn('kind')]: kind,
    [ownColumn('status')]: invoice.status,
  };
  const part = (suffix: string, amount: Amount, category: string, description: string, more: string[]): DetailRow => ({
    values: {
      ...shared,
      BilledCost: amount,
      ChargeCategory: category,
      InvoiceDetailDescription: description,
      InvoiceDetailGrain: '{}',
      InvoiceDetailId: `${number}-${suffix}`,
      PaymentCurrencyBilledCost: amount,
      PaymentCurrencyInvoiceDetailId: `${number}-${suffix}`,
    },
    filled: [...filled, ...more],
  });
  const isCredit = kind === 'credit-note';
  const net = part(
    'net',
    invoice.net,
    isCredit ? 'Adjustment' : 'Usage',
    invoice.note || `${number} net`,
    isCredit ? [] : ['ChargeCategory'],
  );
  return isZero(invoice.tax) ? [net] : [net, part('tax', invoice.tax, 'Tax', `${number} tax`, [])];
}
