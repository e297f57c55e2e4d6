import { equal, isAmount, sum, type Amount } from '../../../domain/money/amount.ts';
import type { IncomeCategory, IncomeLine } from '../../../domain/wht/certificate.ts';
import type { CertificateForm, IncomeCode } from '../../../domain/wht/forms/form.ts';
import { taxOn } from '../../../domain/wht/forms/rounding.ts';

/** One income line as it is typed. `followed`: the tax is base × rate until it is typed by hand. */
export interface IncomeDraft {
  key: number;
  category: IncomeCategory;
  code: string | null;
  description: string;
  paid: string | null;
  base: Amount | null;
  rate: Amount | null;
  tax: Amount | null;
  followed: boolean;
}

let last = 0;
const nextKey = (): number => ++last;

export const emptyLine = (part: Partial<IncomeDraft> = {}): IncomeDraft => ({
  key: nextKey(),
  category: 'services',
  code: null,
  description: '',
  paid: null,
  base: null,
  rate: null,
  tax: null,
  followed: true,
  ...part,
});

export const lineOf = (line: IncomeLine): IncomeDraft => ({ ...line, key: nextKey(), followed: false });

const RATE = /^\d{1,3}(\.\d{1,6})?$/;
export const isRate = (rate: Amount | null): boolean => rate === null || (RATE.test(rate) && isAmount(rate));

/** The line with a part changed; a tax that nobody typed follows base × rate. */
export function changed(line: IncomeDraft, part: Partial<IncomeDraft>, currency: string, form: CertificateForm | null): IncomeDraft {
  const next = { ...line, ...part, ...('tax' in part && { followed: part.tax === null }) };
  if (!next.followed || 'tax' in part) return next;
  const { base, rate } = next;
  return { ...next, tax: base === null || rate === null || !isRate(rate) ? null : taxOn(form, base, rate, currency) };
}

/** A code with what it says of kind and rate; a rate is taken over only where the list has exactly one. */
export function withCode(line: IncomeDraft, code: IncomeCode | null, currency: string, form: CertificateForm | null): IncomeDraft {
  if (!code) return changed(line, { code: null }, currency, form);
  const [rate, ...others] = code.rates;
  return changed(
    line,
    { code: code.code, category: code.category, ...(rate && others.length === 0 && line.rate === null && { rate: rate.ratePct }) },
    currency,
    form,
  );
}

export const taxesOf = (lines: readonly IncomeDraft[]): Amount => sum(lines.map((line) => line.tax));

export type IncomeFault = 'incomeTax' | 'incomeRate' | 'incomeSum';

/** The first thing that keeps the lines from being saved; their sum counts only where the certificate is handed in. */
export function incomeMissing(lines: readonly IncomeDraft[], total: Amount | null, submits: boolean): IncomeFault | null {
  if (lines.some((line) => line.tax === null)) return 'incomeTax';
  if (lines.some((line) => !isRate(line.rate))) return 'incomeRate';
  return submits && lines.length > 0 && total !== null && !equal(taxesOf(lines), total) ? 'incomeSum' : null;
}

export const incomeInput = (lines: readonly IncomeDraft[]): IncomeLine[] =>
  lines.map(({ category, code, description, paid, base, rate, tax }) => ({
    category,
    code,
    description: description.trim(),
    paid,
    base,
    rate,
    tax: tax ?? '0',
  }));
