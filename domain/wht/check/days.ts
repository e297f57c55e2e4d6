import { say, type Bilingual } from '../../words/said.ts';
import type { PeriodKind } from '../forms/form.ts';
import { validOn } from '../forms/index.ts';
import { periodOf } from '../forms/period.ts';
import { remark, type Remark } from '../remark.ts';
import type { CheckedPaper } from './paper.ts';

const KIND_NAMES: Readonly<Record<PeriodKind, Bilingual>> = {
  payment: { en: 'payment', zh: '付款' },
  month: { en: 'month', zh: '月' },
  quarter: { en: 'quarter', zh: '季度' },
  'half-year': { en: 'half-year', zh: '半年' },
  year: { en: 'year', zh: '年度' },
};

/** The paper's period against the form's calendar and the payments, and its date against the days of the form. */
export function dayRemarks({ form, date, first, last, payments }: CheckedPaper): Remark[] {
  const remarks: Remark[] = [];
  const whole = form && first !== null ? periodOf(form, first) : null;
  if (form && whole && last !== null && (first !== whole.first || last !== whole.last))
    remarks.push(
      remark(
        'wht.period-kind',
        say`${{ form: form.short }} speaks of one ${{ kind: KIND_NAMES[form.period] }}: ${{ first: whole.first }} – ${{ last: whole.last }}, not ${{ from: first! }} – ${{ to: last }}.`,
      ),
    );
  if (first !== null && last !== null)
    for (const { invoice, days } of payments)
      if (days.length > 0 && days.every((day) => day < first || day > last))
        remarks.push(
          remark(
            'wht.payment-outside-period',
            say`Invoice ${{ invoice }} was paid on ${{ days: [...days] }}, outside the period ${{ first }} – ${{ last }} of the certificate.`,
          ),
        );
  if (form && !validOn(form, date))
    remarks.push(
      remark(
        'wht.form-dated',
        say`${{ form: form.short }} is in use ${{ from: form.from ?? '…' }} – ${{ to: form.to ?? '…' }}; the certificate is dated ${{ date }}.`,
        { severity: 'info' },
      ),
    );
  return remarks;
}
