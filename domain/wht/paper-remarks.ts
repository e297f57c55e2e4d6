import type { PartyDetails } from '../parties/party.ts';
import { normaliseTaxId } from '../tax-ids/normalise.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { say } from '../words/said.ts';
import type { IncomeLine } from './certificate.ts';
import { remark, type Remark } from './remark.ts';

export interface RemarkedPaper {
  date: PlainDate;
  first: PlainDate | null;
  last: PlainDate | null;
  income: readonly IncomeLine[];
  payee: PartyDetails | null;
  /** Numbers under which the payee's contracting entity is registered, by the rule pack or by the party itself. */
  registered: readonly string[];
  /** Day of the last payment of each invoice; none where nothing was paid. */
  paid: readonly { invoice: string; date: PlainDate }[];
}

/** What a careful reader asks about days and parties of a paper. Warns, never blocks. */
export function paperRemarks(paper: RemarkedPaper): Remark[] {
  const remarks: Remark[] = [];
  for (const { invoice, date } of paper.paid)
    if (paper.date < date)
      remarks.push(
        remark(
          'wht.date-before-payment',
          say`The certificate is dated ${{ date: paper.date }}; invoice ${{ invoice }} was paid on ${{ paid: date }}.`,
        ),
      );
  paper.income.forEach(({ paid }, i) => {
    if (paid !== null && ((paper.first !== null && paid < paper.first) || (paper.last !== null && paid > paper.last)))
      remarks.push(
        remark(
          'wht.paid-outside-period',
          say`Income line ${{ line: i + 1 }} was paid on ${{ paid }}, outside the period ${{ first: paper.first ?? '…' }} – ${{ last: paper.last ?? '…' }}.`,
        ),
      );
  });
  const foreign = foreignTaxId(paper);
  if (foreign && paper.payee)
    remarks.push(
      remark(
        'wht.payee-tax-id',
        say`The payee's tax number ${{ number: foreign }} is none of those under which ${{ name: paper.payee.name }} is registered: ${{ registered: [...paper.registered] }}.`,
      ),
    );
  return remarks;
}

/** The payee's first tax number when none of its numbers is a registered one; null where either side has none. */
function foreignTaxId({ payee, registered }: RemarkedPaper): string | null {
  const known = new Set(registered.map(normaliseTaxId));
  const own = payee?.taxIds ?? [];
  if (known.size === 0 || own.length === 0 || own.some((id) => known.has(normaliseTaxId(id.value)))) return null;
  return own[0]!.value;
}
