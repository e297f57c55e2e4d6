import { say } from '../../words/said.ts';
import { remark, type Remark } from '../remark.ts';
import type { CheckedPaper } from './paper.ts';

/** Where the payee lives against whom the form is for. */
export function partyRemarks({ form, payee }: CheckedPaper): Remark[] {
  if (!form || form.country === null || !payee?.country || form.payee === 'any') return [];
  const resident = payee.country === form.country;
  if (resident === (form.payee === 'resident')) return [];
  return [
    remark(
      'wht.form-payee',
      resident
        ? say`${{ form: form.short }} is for payees abroad; ${{ name: payee.name }} is in ${{ country: payee.country }}.`
        : say`${{ form: form.short }} is for resident payees; ${{ name: payee.name }} is in ${{ country: payee.country }}.`,
      { severity: 'info' },
    ),
  ];
}
