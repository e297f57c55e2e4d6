import { amount, equal, isZero, type Amount } from '../../money/amount.ts';
import { D } from '../../money/decimal.ts';
import { minorUnits } from '../../money/minor-units.ts';
import { FRACTION_SCALE } from '../../money/pair.ts';
import { round } from '../../money/rounding.ts';
import type { ImportedCertificate } from './certificate.ts';
import type { OpenInvoice } from './open-invoice.ts';
import { taxOfBase } from './row.ts';
import { whole } from './sums.ts';

/** The rate of all lines, or null where they have none or several. */
const rateOn = ({ income }: ImportedCertificate): string | null => {
  const rate = income[0]?.rate ?? null;
  return rate !== null && income.every((l) => l.rate !== null && equal(l.rate, rate)) ? rate : null;
};

const taxes = new WeakMap<OpenInvoice, Map<string, Amount>>();
/** A list names few rates and a book has many invoices: each product is made once. */
function taxAt(invoice: OpenInvoice, rate: string): Amount {
  let own = taxes.get(invoice);
  if (!own) taxes.set(invoice, (own = new Map()));
  let tax = own.get(rate);
  if (tax === undefined) own.set(rate, (tax = taxOfBase(invoice.net, rate, invoice.currency)));
  return tax;
}

/** What an invoice's whole tax would be: net × the rate of the row, else what the book expects. In the invoice's currency. */
export function taxOn(certificate: ImportedCertificate, invoice: OpenInvoice): Amount | null {
  const rate = rateOn(certificate);
  return rate === null ? (invoice.expected?.tax ?? null) : taxAt(invoice, rate);
}

/** An invoice's part of a certificate over several of its own currency: its own tax, else the total by net amounts of the base. */
export function shareOf(certificate: ImportedCertificate, invoice: OpenInvoice): Amount | null {
  const own = taxOn(certificate, invoice);
  return own !== null || certificate.base === null || isZero(certificate.base) ? own : shareOfNet(certificate, invoice, certificate.base);
}

/** The total by the invoice's net amount of all of them, in the certificate's currency. */
export const shareOfNet = ({ total, currency }: ImportedCertificate, invoice: OpenInvoice, nets: Amount): Amount =>
  isZero(nets) ? total : round(amount(new D(total).times(invoice.net).dividedBy(nets)), { mode: 'half-up', places: minorUnits(currency) });

/** How near the certificate's total comes to what is expected of the invoice, by the row's rate or the book's. */
export function nearness(
  certificate: ImportedCertificate,
  invoice: OpenInvoice,
): { how: 'exact' | 'near'; tax: Amount; ratePct: string | null } | null {
  const rate = rateOn(certificate);
  const known = [...(rate === null ? [] : [{ tax: taxAt(invoice, rate), ratePct: rate }]), ...(invoice.expected ? [invoice.expected] : [])];
  const exact = known.find((k) => k.tax === certificate.total);
  if (exact) return { how: 'exact', ...exact };
  const unit = minorUnits(certificate.currency) === 0 ? FRACTION_SCALE : FRACTION_SCALE / 100n;
  const total = whole(certificate.total);
  const near = known.find((k) => {
    const difference = whole(k.tax) - total;
    return difference <= unit && -difference <= unit;
  });
  return near ? { how: 'near', ...near } : null;
}
