import type { PartyDetails } from '../../parties/party.ts';
import { normaliseTaxId } from '../../tax-ids/normalise.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import { say } from '../../words/said.ts';
import type { IncomeLine } from '../certificate.ts';
import type { CertificateForm } from '../forms/form.ts';
import { periodOf } from '../forms/period.ts';
import { remark, type Remark } from '../remark.ts';
import type { CheckedPaper } from './paper.ts';

export interface KeyedPaper {
  form: CertificateForm | null;
  date: PlainDate;
  first: PlainDate | null;
  payer: PartyDetails | null;
  payee: PartyDetails | null;
  income: readonly Pick<IncomeLine, 'code'>[];
}

/**
 * What tells papers of a form without numbers apart: payer, payee, period and code, one key for each code (Philippines: payor,
 * payee, quarter, ATC). Empty where the form has numbers, or where one of them is not known.
 */
export function paperKeys({ form, date, first, payer, payee, income }: KeyedPaper): string[] {
  if (!form || form.country === null || form.numbering !== 'none' || form.period === 'payment') return [];
  if (!payer?.name || !payee?.name) return [];
  const period = periodOf(form, first ?? date)!.first;
  return [...new Set(income.flatMap(({ code }) => (code === null ? [] : [[form.id, who(payer), who(payee), period, code].join('|')])))];
}

const who = ({ name, taxIds }: PartyDetails): string => (taxIds[0] ? normaliseTaxId(taxIds[0].value) : name.trim().toLocaleLowerCase('en'));

export const twinRemarks = ({ form, twins }: Pick<CheckedPaper, 'form' | 'twins'>): Remark[] =>
  form && twins.length > 0
    ? [
        remark(
          'wht.same-paper',
          say`${{ numbers: [...twins] }} is on record for the same payer, payee, period and code; ${{ form: form.short }} has no number to tell them apart.`,
        ),
      ]
    : [];
