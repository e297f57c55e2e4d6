import type { InvoiceRecord } from '../../../db/queries/invoices.ts';
import type { NamedTax } from '../../../domain/einvoice/model-lines.ts';
import type { InvoiceLine } from '../../../domain/invoices/document.ts';
import { isZero } from '../../../domain/money/amount.ts';

/** UNCL 5305 by the treatment of a document, where its lines name none; null: by whether tax is charged. */
const BY_TREATMENT: Readonly<Record<string, string>> = {
  reverse_charge: 'AE',
  self_declared: 'AE',
  shown_self_accounted: 'AE',
  charged_customer_remits: 'AE',
  not_charged: 'O',
};

/** Categories without tax: their rate is 0, whatever rate the customer accounts for. */
const UNCHARGED = new Set(['Z', 'E', 'AE', 'K', 'G']);

/**
 * Category and rate of a line. Where the customer pays the tax to the authority, nothing is charged here: in these terms that is
 * a reverse charge, and its rate 0. A rate that nobody has stated is not made up.
 */
export function categoryOf(record: InvoiceRecord, line: Pick<InvoiceLine, 'taxCategory' | 'ratePct'>): NamedTax {
  const treated = BY_TREATMENT[record.document.treatment ?? ''];
  const own = line.taxCategory === 'Z' && treated === 'AE' ? 'AE' : line.taxCategory;
  const category = own ?? treated ?? (isZero(record.tax) ? 'Z' : 'S');
  if (category === 'O') return { category };
  if (UNCHARGED.has(category)) return { category, rate: '0' };
  return line.ratePct === null ? { category } : { category, rate: line.ratePct };
}

/** Member states of the European Union, whose exemptions have codes. */
const EU = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));

const REASONS: Readonly<Record<string, { text: string; code: string }>> = {
  AE: { text: 'Reverse charge', code: 'VATEX-EU-AE' },
  O: { text: 'Not subject to VAT', code: 'VATEX-EU-O' },
  G: { text: 'Export outside the EU', code: 'VATEX-EU-G' },
  K: { text: 'Intra-community supply', code: 'VATEX-EU-IC' },
};

/** Why no tax is charged; the code of the European Commission only where its directive holds. */
export function reasonOf(category: string | undefined, sellerCountry: string | undefined): { reason?: string; reasonCode?: string } {
  if (category === 'E') return { reason: 'Exempt from tax' };
  const reason = REASONS[category ?? ''];
  if (!reason) return {};
  return { reason: reason.text, ...(sellerCountry !== undefined && EU.has(sellerCountry) && { reasonCode: reason.code }) };
}
