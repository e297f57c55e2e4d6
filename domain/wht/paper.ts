import { compare, equal, sum, type Amount } from '../money/amount.ts';
import { D } from '../money/decimal.ts';
import { appError, type AppError } from '../result.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { say } from '../words/said.ts';
import type { IncomeLine } from './certificate.ts';
import type { CertificateForm } from './forms/form.ts';

/** What stands on the paper beside its invoices; days null where nothing is printed. */
export interface PaperFacts {
  date: PlainDate;
  today: PlainDate;
  total: Amount;
  currency: string;
  country: string | null;
  /** Id of the form, and what is known of it; `known` null where this edition has no such form. */
  form: { id: string; known: CertificateForm | null } | null;
  first: PlainDate | null;
  last: PlainDate | null;
  remitted: PlainDate | null;
  income: readonly IncomeLine[];
}

/** What no record can say, be it a draft: a period that ends before it begins, a form of another country, figures that are none. */
export function paperFaults(f: PaperFacts): AppError[] {
  const found: (AppError | null)[] = [formFault(f)];
  if (f.first !== null && f.last !== null && f.first > f.last)
    found.push(
      appError('wht.period', say`The period ends on ${{ last: f.last }}, before it begins on ${{ first: f.first }}.`, {
        column: 'last',
        value: f.last,
        remedy: 'Enter the first and the last day that the paper speaks of.',
      }),
    );
  f.income.forEach((line, i) => found.push(incomeFault(line, i + 1)));
  return found.filter((fault) => fault !== null);
}

/** What a certificate that is handed in must have beside that: days that have been, and income lines that add up to the total exactly. */
export function paperProblems(f: PaperFacts): AppError[] {
  const found = paperFaults(f);
  if (f.remitted !== null && f.remitted > f.today)
    found.push(
      appError('wht.remitted-future', say`The day of remittance, ${{ date: f.remitted }}, lies in the future.`, {
        column: 'remitted',
        value: f.remitted,
        remedy: 'Enter the day on which the tax was paid to the authority, or leave it empty until then.',
      }),
    );
  f.income.forEach((line, i) => {
    if (line.paid !== null && line.paid > f.today)
      found.push(
        appError('wht.paid-future', say`Income line ${{ line: i + 1 }}: the day of payment, ${{ date: line.paid }}, lies in the future.`, {
          column: 'paid',
          value: line.paid,
          remedy: 'Enter the day of payment that the paper shows.',
        }),
      );
  });
  const added = sum(f.income.map((line) => line.tax));
  if (f.income.length > 0 && !equal(added, f.total))
    found.push(
      appError(
        'wht.income-sum',
        say`The taxes of the income lines add up to ${{ added }} ${{ currency: f.currency }}; the certificate says ${{ total: f.total }}.`,
        { value: added, remedy: "Correct a line: their taxes must equal the certificate's total exactly." },
      ),
    );
  return found;
}

function formFault({ form, country }: PaperFacts): AppError | null {
  if (!form) return null;
  if (!form.known)
    return appError('wht.form-unknown', say`There is no form ${{ form: form.id }}.`, {
      column: 'form',
      value: form.id,
      remedy: 'Choose one of the forms of the country.',
    });
  if (form.known.country !== null && country !== null && form.known.country !== country)
    return appError(
      'wht.form-country',
      say`Form ${{ form: form.known.short }} is a paper of ${{ country: form.known.country }}, not of ${{ country2: country }}.`,
      { column: 'form', value: form.id, remedy: 'Choose one of the forms of the country.' },
    );
  if (form.known.role === 'return')
    return appError('wht.form-return', say`${{ form: form.known.short }} is a return that the payer files, not a certificate.`, {
      column: 'form',
      value: form.id,
      remedy: 'Choose the certificate of the country, and write the return beside the remittance.',
    });
  return null;
}

function incomeFault(line: IncomeLine, at: number): AppError | null {
  const negative = [line.base, line.tax].find((figure) => figure !== null && compare(figure, '0') < 0);
  if (negative !== undefined && negative !== null)
    return appError('wht.income-negative', say`Income line ${{ line: at }}: ${{ amount: negative }} is below zero.`, {
      column: 'income',
      value: negative,
      remedy: 'Enter base and tax without a sign, as the paper prints them.',
    });
  if (line.rate !== null && new D(line.rate).gt(100))
    return appError('wht.income-rate', say`Income line ${{ line: at }}: a rate of ${{ rate: line.rate }} % is more than the income.`, {
      column: 'income',
      value: line.rate,
      remedy: 'Enter the rate in percent, at most 100.',
    });
  if (line.base !== null && compare(line.tax, line.base) > 0)
    return appError(
      'wht.income-over',
      say`Income line ${{ line: at }}: the tax ${{ tax: line.tax }} is more than its base ${{ base: line.base }}.`,
      {
        column: 'income',
        value: line.tax,
        remedy: 'Check which of the two figures is the base.',
      },
    );
  return null;
}
