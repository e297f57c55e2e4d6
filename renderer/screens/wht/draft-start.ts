import type { Amount } from '../../../domain/money/amount.ts';
import type { BookInfo } from '../../../services/contract/book.ts';
import type { Certificate } from '../../../services/contract/wht.ts';
import { invoiceKey } from '../documents/keys.ts';
import type { CandidateRow } from './candidates.ts';
import type { CertificateDraft, RateDraft } from './certificate-draft.ts';
import { lineOf } from './income-draft.ts';

/** What the form is for: a new paper, a draft that is written anew, or a paper in the place of another. */
export type Purpose = { kind: 'new' } | { kind: 'edit' | 'correct'; certificate: Certificate };

export const emptyDraft = (book: Pick<BookInfo, 'company' | 'currency' | 'country'>): CertificateDraft => ({
  side: 'payer',
  number: '',
  issuer: book.company,
  country: book.country,
  form: null,
  date: null,
  first: null,
  last: null,
  total: null,
  currency: book.currency,
  payerId: undefined,
  payeeId: undefined,
  remittance: '',
  remitted: null,
  note: '',
  income: [],
  files: [],
  kept: 0,
  detach: [],
  amounts: {},
  pays: {},
  rates: {},
});

/** A new certificate for the invoice: its currency, and what is open of one that was paid net. */
export function draftFor(book: BookInfo, row: CandidateRow | undefined): CertificateDraft {
  const empty = emptyDraft(book);
  if (!row) return empty;
  const open = row.awaits ? row.open : null;
  return { ...empty, currency: row.currency, total: open, amounts: { [row.key]: open } };
}

/** Everything of a certificate as it can be typed again. A corrected paper brings its own files. */
export function draftOf(certificate: Certificate, kind: 'edit' | 'correct'): CertificateDraft {
  const amounts: Record<string, Amount> = {};
  const pays: Record<string, Amount> = {};
  const rates: Record<string, RateDraft> = {};
  for (const line of certificate.allocations) {
    const key = invoiceKey({ vendor: line.vendor, number: line.invoice });
    amounts[key] = line.amount;
    if (line.invoiceCurrency !== certificate.currency && line.conversion?.difference !== '0') pays[key] = line.payAmount;
    if (line.fx) rates[key] = { rate: line.fx.rate, date: line.fx.date, source: line.fx.source ?? '' };
  }
  return {
    side: certificate.side,
    number: certificate.generated ? null : certificate.number,
    issuer: certificate.issuer,
    country: certificate.country,
    form: certificate.form,
    date: certificate.date,
    first: certificate.first,
    last: certificate.last,
    total: certificate.total,
    currency: certificate.currency,
    payerId: certificate.payerId ?? undefined,
    payeeId: certificate.payeeId ?? undefined,
    remittance: certificate.remittance,
    remitted: certificate.remitted,
    note: certificate.note,
    income: certificate.income.map(lineOf),
    files: [],
    kept: kind === 'edit' ? certificate.attachments.length : 0,
    detach: [],
    amounts,
    pays,
    rates,
  };
}

/** What the certificate that is replaced holds, by invoice: free again once it is. */
export const freedBy = (purpose: Purpose, replaced: Certificate | undefined): ReadonlyMap<string, Amount> => {
  const old = purpose.kind === 'correct' ? purpose.certificate : replaced;
  if (!old || (old.status !== 'submitted' && old.status !== 'accepted')) return new Map();
  return new Map(old.allocations.map((line) => [invoiceKey({ vendor: line.vendor, number: line.invoice }), line.payAmount]));
};
