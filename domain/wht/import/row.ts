import { compare, isZero, multiply, negate, percentOf, subtract, type Amount } from '../../money/amount.ts';
import { minorUnits } from '../../money/minor-units.ts';
import { round } from '../../money/rounding.ts';
import { appError } from '../../result.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import { say } from '../../words/said.ts';
import type { IncomeCategory, IncomeLine, Side } from '../certificate.ts';
import { formById } from '../forms/index.ts';
import type { RowCells } from './cells.ts';
import type { ImportedCertificate, NamedParty, Remark } from './certificate.ts';
import { sideOf, type KnownParty } from './parties.ts';
import type { ImportProfile } from './profile.ts';
import { invoiceNumbers } from './reference.ts';

/** What the rows of a file are read against. */
export interface RowContext {
  profile: ImportProfile;
  today: PlainDate;
  /** We ourselves. */
  us: KnownParty;
  /** What the user says of the file, in place of what the profile says. */
  side: Side | null;
}

/** `cancelled`: a certificate that counts no more. `nothing`: no tax was withheld. `rejected`: the cells hold the troubles. */
export type RowOutcome =
  { kind: 'certificate' | 'cancelled'; certificate: ImportedCertificate } | { kind: 'nothing' } | { kind: 'rejected' };

/** The certificate that a row tells. Nothing is repaired in silence: what cannot be read is a trouble of its cell. */
export function readRow(cells: RowCells, { profile, today, us, side }: RowContext): RowOutcome {
  const state = cells.state();
  const currency = cells.currency();
  const tax = cells.amount('tax', currency);
  const base = cells.amount('base', currency);
  const rate = rateOf(base, tax, cells.percent('rate'), currency);
  const [number, book] = [cells.identifier('number'), cells.identifier('book')];
  const payer: NamedParty = { name: cells.text('payerName'), taxId: cells.identifier('payerTaxId') };
  const payee: NamedParty = { name: cells.text('payeeName'), taxId: cells.identifier('payeeTaxId') };
  const period = cells.period();
  const days = {
    paid: cells.day('paid'),
    first: cells.day('first') ?? period?.first ?? null,
    last: cells.day('last') ?? period?.last ?? null,
  };
  const remitted = cells.day('remitted');
  const known = { date: cells.day('date'), paid: days.paid, remitted, last: days.last } as Partial<Record<string, PlainDate | null>>;
  const date = profile.datedBy.map((field) => known[field] ?? null).find((day) => day !== null) ?? null;
  const [code, description] = [cells.text('code'), cells.text('description')];
  const reference = cells.text('invoice');

  if (tax === null && !cells.troubles.some((t) => t.field === 'tax'))
    cells.wrong(
      'tax',
      appError('wht-import.no-tax', say`The row says no tax that was withheld.`, {
        remedy: 'Enter the amount, or take the row out of the file.',
      }),
    );
  if (tax !== null && isZero(tax) && cells.troubles.length === 0) return { kind: 'nothing' };
  if (tax !== null && compare(tax, '0') < 0)
    cells.wrong(
      'tax',
      appError('wht-import.negative', say`The tax is ${{ tax }}: a row below zero takes an earlier one back.`, {
        remedy: 'Void or replace the certificate that it takes back, and take the row out of the file.',
      }),
    );
  if (base !== null && compare(base, '0') < 0 && tax !== null && compare(tax, '0') >= 0)
    cells.wrong(
      'base',
      appError('wht-import.base-negative', say`The base is ${{ base }}, below zero.`, {
        remedy: 'Correct the cell, or leave the column unmapped.',
      }),
    );
  if (days.first !== null && days.last !== null && days.first > days.last)
    cells.wrong(
      'last',
      appError('wht-import.period-order', say`The period ends on ${{ last: days.last }}, before it begins on ${{ first: days.first }}.`, {
        remedy: 'Correct the cells of the period.',
      }),
    );
  if (date === null && !cells.troubles.some((t) => t.error.code.startsWith('date') || t.error.code === 'wht-import.date-order'))
    cells.wrong(
      'date',
      appError('wht-import.no-date', say`The row has no day by which the certificate could be dated.`, {
        remedy: 'Map the column with the date of the certificate.',
      }),
    );
  if (date !== null && date > today)
    cells.wrong(
      'date',
      appError('wht-import.date-future', say`The certificate is dated ${{ date }}, which lies in the future.`, {
        remedy: 'Correct the cell, or check the order of day and month.',
      }),
    );
  if (cells.troubles.length > 0 || tax === null || currency === null || date === null) return { kind: 'rejected' };

  const ourSide = side ?? sideOf(payer, payee, us) ?? profile.side;
  // A list of our own certificates need not say who we are.
  const gives = payer.name ?? payer.taxId ?? (ourSide === 'payer' ? (us.names[0] ?? '') : '');
  const issuer = (cells.text('issuer') ?? (profile.issuer === 'payer' ? gives : profile.issuer)).slice(0, 200);
  const line: IncomeLine = {
    category: categoryOf(profile.form, code),
    code: code === null ? null : code.slice(0, 40),
    description: (description ?? '').slice(0, 300),
    paid: days.paid,
    base,
    rate: rate.value,
    tax,
  };
  const certificate: ImportedCertificate = {
    rows: [cells.row.row],
    number: number === null ? null : book === null ? number : `${book}/${number}`,
    issuer,
    date,
    currency,
    total: tax,
    base,
    side: ourSide,
    country: profile.country,
    form: profile.form,
    payer,
    payee,
    first: days.first ?? days.paid,
    last: days.last ?? days.first ?? days.paid,
    remittance: (cells.identifier('remittance') ?? '').slice(0, 200),
    remitted,
    income: [line],
    reference,
    invoices: invoiceNumbers(reference),
    pending: state === 'pending',
    remarks: [...rate.remarks, ...remarksOf(base, rate.value, tax, currency), ...(state === 'pending' ? [PENDING] : [])],
    figures: cells.figures(),
  };
  return { kind: state === 'cancelled' ? 'cancelled' : 'certificate', certificate };
}

const PENDING: Remark = { code: 'wht-import.pending', said: say`The list says that this one is not final yet.` };

/** Kind of income by the form's own code; `other` where the list has none, or a code that the form does not know. */
function categoryOf(form: string | null, code: string | null): IncomeCategory {
  if (form === null || code === null) return 'other';
  const word = code.replace(/\s/g, '').toLowerCase();
  return formById(form)?.codes.find((c) => c.code?.replace(/\s/g, '').toLowerCase() === word)?.category ?? 'other';
}

/** base × rate rounded as the currency is, half-up. */
export const taxOfBase = (base: Amount, ratePct: string, currency: string): Amount =>
  round(percentOf(base, ratePct), { mode: 'half-up', places: minorUnits(currency) });

/** A cell under a percent format is stored as a share: 0.05 is 5 % where only that gives the tax. */
function rateOf(
  base: Amount | null,
  tax: Amount | null,
  printed: Amount | null,
  currency: string | null,
): { value: string | null; remarks: Remark[] } {
  if (
    printed === null ||
    base === null ||
    tax === null ||
    currency === null ||
    compare(printed, '1') > 0 ||
    isZero(printed) ||
    isZero(base)
  )
    return { value: printed, remarks: [] };
  const asPercent = multiply(printed, '100');
  if (compare(taxOfBase(base, printed, currency), tax) === 0 || compare(taxOfBase(base, asPercent, currency), tax) !== 0)
    return { value: printed, remarks: [] };
  return {
    value: asPercent,
    remarks: [
      { code: 'wht-import.share', said: say`The rate ${{ printed }} is read as ${{ percent: asPercent }} %: only that gives the tax.` },
    ],
  };
}

/** The difference to base × rate is named to the last digit, and nothing is changed. */
function remarksOf(base: Amount | null, rate: string | null, tax: Amount, currency: string): Remark[] {
  if (base === null || rate === null) return [];
  const computed = taxOfBase(base, rate, currency);
  const difference = subtract(tax, computed);
  if (isZero(difference)) return [];
  const over = compare(difference, '0') > 0;
  return [
    {
      code: 'wht-import.rate-differs',
      said: over
        ? say`${{ base }} × ${{ rate }} % is ${{ computed }} ${{ currency }}; the list says ${{ tax }}, ${{ difference }} more.`
        : say`${{ base }} × ${{ rate }} % is ${{ computed }} ${{ currency }}; the list says ${{ tax }}, ${{ difference: negate(difference) }} less.`,
    },
  ];
}
