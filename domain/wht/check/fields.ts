import { say } from '../../words/said.ts';
import type { PartyDetails } from '../../parties/party.ts';
import { FIELD_NAMES } from '../forms/field-names.ts';
import type { FormField } from '../forms/form.ts';
import { remark, type Remark } from '../remark.ts';
import type { CheckedPaper } from './paper.ts';

/** What the form has to say and the record does not. What we write ourselves is a warning; another's paper may say it all the same. */
export function fieldRemarks(paper: CheckedPaper): Remark[] {
  const { form, side } = paper;
  const missing = form?.required.filter((field) => !isThere(field, paper)) ?? [];
  if (!form || missing.length === 0) return [];
  return [
    remark('wht.field-missing', say`${{ form: form.short }} also states: ${{ fields: missing.map((field) => FIELD_NAMES[field]) }}.`, {
      severity: form.pattern === 'payer-writes' && side === 'payer' ? 'warn' : 'info',
    }),
  ];
}

function isThere(field: FormField, paper: CheckedPaper): boolean {
  const { income, payer, payee } = paper;
  const everyLine = (has: (line: CheckedPaper['income'][number]) => boolean): boolean => income.length > 0 && income.every(has);
  const party = (whose: PartyDetails | null, part: 'taxIds' | 'addresses'): boolean => (whose?.[part].length ?? 0) > 0;
  const has: Readonly<Record<FormField, () => boolean>> = {
    number: () => !paper.generated,
    'payer-name': () => !!payer?.name,
    'payer-tax-id': () => party(payer, 'taxIds'),
    'payer-address': () => party(payer, 'addresses'),
    'payee-name': () => !!payee?.name,
    'payee-tax-id': () => party(payee, 'taxIds'),
    'payee-address': () => party(payee, 'addresses'),
    'payee-country': () => !!payee?.country,
    period: () => paper.first !== null && paper.last !== null,
    paid: () => everyLine((line) => line.paid !== null),
    code: () => everyLine((line) => line.code !== null),
    description: () => everyLine((line) => line.description !== ''),
    base: () => everyLine((line) => line.base !== null),
    rate: () => everyLine((line) => line.rate !== null),
    remittance: () => paper.remittance !== '',
    remitted: () => paper.remitted !== null,
  };
  return has[field]();
}
