import type { InvoiceRecord } from '../../../db/queries/invoices.ts';
import type { TaxSubtotal } from '../../../domain/einvoice/model.ts';
import type { InvoiceLine } from '../../../domain/invoices/document.ts';
import { sum, type Amount } from '../../../domain/money/amount.ts';
import { taxOf } from '../../../domain/tax/tax-amounts.ts';
import { categoryOf, reasonOf } from './category.ts';
import type { Print } from './lines.ts';
import { without } from './parties.ts';

/**
 * One breakdown for each category and rate. Its tax is that of its lines where all state one; the document's where there is one
 * breakdown; else its taxable amount times its rate, rounded to the currency's smallest unit.
 */
export function taxesModel(record: InvoiceRecord, lines: readonly InvoiceLine[], print: Print): { taxes: TaxSubtotal[]; total: Amount } {
  const parts =
    lines.length > 0
      ? lines.map((line) => ({ tax: categoryOf(record, line), net: line.net, own: line.tax }))
      : [{ tax: categoryOf(record, { taxCategory: null, ratePct: null }), net: record.net, own: null }];
  const groups = [...Map.groupBy(parts, ({ tax }) => `${tax.category} ${tax.rate ?? ''}`).values()];
  const taxes = groups.map((group) => {
    const { tax } = group[0]!;
    const base = sum(group.map((part) => part.net));
    return { tax, base, amount: amountOf(group, groups.length === 1, base) };
  });

  function amountOf(group: typeof parts, only: boolean, base: Amount): Amount {
    const { category, rate } = group[0]!.tax;
    if (category !== 'S' && category !== 'L' && category !== 'M') return '0';
    if (only) return record.tax;
    if (group.every((part) => part.own !== null)) return sum(group.map((part) => part.own));
    return rate === undefined ? '0' : taxOf('', base, rate, record.currency).value;
  }

  return {
    taxes: taxes.map(({ tax, base, amount }) =>
      without({ ...tax, base: print(base), amount: print(amount), ...reasonOf(tax.category, record.seller?.country) }),
    ),
    total: sum(taxes.map((t) => t.amount)),
  };
}
