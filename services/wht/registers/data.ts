import type { ReadDb } from '../../../db/connection.ts';
import { listCertificates } from '../../../db/queries/wht.ts';
import type { Certificate } from '../../contract/wht.ts';
import type { WhtRegisterRow } from '../../contract/wht-registers.ts';
import type { ParsedInput } from '../../contract/index.ts';
import { formById } from '../../../domain/wht/forms/index.ts';
import type { PartyDetails } from '../../../domain/parties/party.ts';
import { byRate, partsOf, rateDifference, standingOf } from '../../../domain/wht/register/row.ts';
import { settingsOf, type Profile } from '../../book/profile.ts';
import { refuseTurned } from '../../statements/statement.ts';
import { toCertificates } from '../view.ts';

export type WhtRegisterInput = Pick<ParsedInput<'wht/register'>, 'first' | 'last' | 'basis' | 'side' | 'country' | 'form'>;

export interface WhtRegisterData {
  /** Those of the range that were chosen, by day and number. */
  certificates: Certificate[];
  /** Lines: what counts and what counts no more by day and number, then drafts. */
  rows: WhtRegisterRow[];
  countries: string[];
  forms: string[];
  withoutDay: number;
}

/**
 * Certificates whose day lies in the range, both days inclusive, and their lines. Void and refused ones are in it; what is
 * added up is for `standing` to say.
 */
export function whtRegisterData(read: ReadDb, input: WhtRegisterInput): WhtRegisterData {
  refuseTurned(input.first, input.last);
  const profile = settingsOf(read);
  const ofSide = listCertificates(read, { side: input.side });
  const dayOf = (c: (typeof ofSide)[number]): string | null => (input.basis === 'date' ? c.date : c.remitted);
  const inRange = ofSide
    .flatMap((record) => {
      const day = dayOf(record);
      return day !== null && day >= input.first && day <= input.last ? [{ record, day }] : [];
    })
    .toSorted((a, b) => order(a.day, b.day) || order(a.record.number, b.record.number) || a.record.id - b.record.id);
  const all = toCertificates(
    read,
    inRange.map(({ record }) => record),
  );
  const certificates = all.filter(
    (c) => (input.country === null || countryOf(c, profile) === input.country) && (input.form === null || c.form === input.form),
  );
  const rows = certificates.flatMap((c) => linesOf(c, profile));
  return {
    certificates,
    rows: [...rows.filter((r) => r.standing !== 'draft'), ...rows.filter((r) => r.standing === 'draft')],
    countries: [...new Set(all.flatMap((c) => countryOf(c, profile) ?? []))].toSorted(order),
    forms: [...new Set(all.flatMap((c) => c.form ?? []))].toSorted(order),
    withoutDay: input.basis === 'date' ? 0 : ofSide.filter((c) => c.remitted === null && standingOf(c.status) === 'counted').length,
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The country whose tax it is: as recorded, else that of its form, else the payer's; of ours where we withheld. */
export function countryOf(c: Certificate, profile: Profile): string | null {
  const ofForm = c.form === null ? null : formById(c.form)?.country;
  return c.country ?? ofForm ?? c.payer?.country ?? (c.side === 'payer' ? profile.country : null);
}

const taxIds = (party: PartyDetails | null): string[] =>
  (party?.taxIds ?? []).map(({ scheme, value }) => (scheme === '' ? value : `${scheme} ${value}`));

function linesOf(c: Certificate, profile: Profile): WhtRegisterRow[] {
  const own = profile.company === '' ? null : profile.company;
  const sides = {
    payer: c.payer?.name ?? (c.side === 'payer' ? own : null),
    payerTaxIds: taxIds(c.payer),
    payee: c.payee?.name ?? (c.side === 'payee' ? own : null),
    payeeTaxIds: taxIds(c.payee),
  };
  return partsOf(c.income, c.allocations).map(({ income, allocation }, i) => ({
    id: c.id,
    line: i + 1,
    standing: standingOf(c.status),
    number: c.number,
    issuer: c.issuer,
    date: c.date,
    first: c.first,
    last: c.last,
    paid: income?.paid ?? null,
    remittance: c.remittance,
    remitted: c.remitted,
    submitted: c.submitted,
    decided: c.decided,
    side: c.side,
    country: countryOf(c, profile),
    form: c.form,
    ...sides,
    category: income?.category ?? null,
    code: income?.code ?? null,
    description: income?.description ?? '',
    base: income?.base ?? null,
    rate: income?.rate ?? null,
    // A certificate without printed income tells of its tax by its invoices, and one without either by its total.
    tax: income?.tax ?? (c.income.length > 0 ? null : (allocation?.amount ?? c.total)),
    byRate: income === null ? null : byRate(income),
    difference: income === null ? null : rateDifference(income),
    currency: c.currency,
    total: i === 0 ? c.total : null,
    fx: allocation?.fx ?? null,
    invoice: allocation?.invoice ?? null,
    invoiceDate: allocation?.invoiceDate ?? null,
    invoiceCurrency: allocation?.invoiceCurrency ?? null,
    invoiceNet: allocation?.invoiceNet ?? null,
    invoiceTotal: allocation?.invoiceTotal ?? null,
    amount: allocation?.amount ?? null,
    payAmount: allocation?.payAmount ?? null,
    status: c.status,
    replaces: c.replaces,
    replacedBy: c.replacedBy,
    files: c.attachments.map(({ name, sha256 }) => ({ name, sha256 })),
    remarks: c.remarks.map((r) => r.said),
    note: c.note,
  }));
}
