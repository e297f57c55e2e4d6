import { COLUMNS, inVersion, type FocusColumn, type Version } from '../formats/focus/columns.ts';

/** How strongly the specification asks for a column to be there. */
export type Level = 'mandatory' | 'conditional' | 'recommended';

export interface DatasetColumn {
  name: string;
  type: FocusColumn['type'];
  level: Level;
  /** Never empty where the column is there. */
  notNull: boolean;
  allowed: readonly string[] | null;
  /** A code of ISO 4217. */
  currency: boolean;
}

/** Recommended columns of 1.2; InvoiceId became conditional in 1.4. */
const RECOMMENDED = new Set(['AvailabilityZone', 'ChargeFrequency', 'InvoiceId', 'ServiceSubcategory']);

/** Columns of the cost and usage dataset of a version, by name. FOCUS 1.0 to 1.4, tables of the columns (CC BY 4.0). */
export const costAndUsage = (version: Version): readonly DatasetColumn[] =>
  COLUMNS.filter((c) => inVersion(c, version)).map((c) => ({
    name: c.name,
    type: c.type,
    level: c.mandatory ? 'mandatory' : RECOMMENDED.has(c.name) ? 'recommended' : 'conditional',
    // 1.2 made it never null; its column page says so beside the table.
    notNull: c.notNull === true || (c.name === 'PricingCurrency' && version >= '1.2'),
    allowed: c.allowed ?? null,
    currency: c.currency === true,
  }));

const detail = (
  name: string,
  type: DatasetColumn['type'] = 'text',
  more: Partial<Pick<DatasetColumn, 'level' | 'notNull' | 'allowed' | 'currency'>> = {},
): DatasetColumn => ({ name, type, level: 'mandatory', notNull: true, allowed: null, currency: false, ...more });

/** Columns of the invoice detail dataset of FOCUS 1.4 (table of the dataset, CC BY 4.0). */
export const INVOICE_DETAIL: readonly DatasetColumn[] = [
  detail('BilledCost', 'number'),
  detail('BillingAccountId'),
  detail('BillingCurrency', 'text', { currency: true }),
  detail('BillingPeriodEnd', 'time'),
  detail('BillingPeriodStart', 'time'),
  detail('ChargeCategory', 'text', { allowed: ['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment'] }),
  detail('InvoiceDetailCreated', 'time'),
  detail('InvoiceDetailDescription', 'text', { notNull: false }),
  detail('InvoiceDetailGrain', 'json', { notNull: false }),
  detail('InvoiceDetailId'),
  detail('InvoiceDetailLastUpdated', 'time'),
  detail('InvoiceId'),
  detail('InvoiceIssueDate', 'time', { notNull: false }),
  detail('InvoiceIssueStatus', 'text', { allowed: ['Open', 'Issued', 'Voided'] }),
  detail('InvoiceIssuerName'),
  detail('PaymentCurrency', 'text', { currency: true }),
  detail('PaymentCurrencyBilledCost', 'number', { level: 'conditional' }),
  detail('PaymentCurrencyInvoiceDetailId', 'text', { level: 'conditional' }),
  detail('PaymentDueDate', 'time', { notNull: false }),
  detail('PaymentTerms'),
  detail('PurchaseOrderNumber', 'text', { level: 'conditional', notNull: false }),
  detail('ReferenceInvoiceId'),
];
