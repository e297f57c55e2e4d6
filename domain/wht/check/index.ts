import type { TaxPack } from '../../tax/pack.ts';
import { paperRemarks } from '../paper-remarks.ts';
import type { Remark } from '../remark.ts';
import { certificateRemarks, type RemarkLine } from '../remarks.ts';
import { arithmeticRemarks } from './arithmetic.ts';
import { dayRemarks } from './days.ts';
import { fieldRemarks } from './fields.ts';
import { ruleRates, type CheckedPaper } from './paper.ts';
import { partyRemarks } from './parties.ts';
import { rateRemarks } from './rates.ts';
import { treatyRemarks } from './treaty.ts';
import { twinRemarks } from './twins.ts';

export interface RemarkFacts {
  pack: TaxPack;
  /** Whose tax it is. */
  country: string;
  /** Invoices of the certificate. */
  lines: readonly RemarkLine[];
  paper: CheckedPaper;
}

/** Everything worth asking about a certificate, warnings first; the rules of the pack are asked only where we withheld. */
export function remarksOf({ pack, country, lines, paper }: RemarkFacts): Remark[] {
  const ours = paper.side === 'payer';
  const rules = ours ? ruleRates(pack, country, lines) : [];
  const found = [
    ...(ours ? certificateRemarks(pack, country, lines) : []),
    ...arithmeticRemarks(paper),
    ...rateRemarks(paper, rules),
    ...treatyRemarks(paper, rules, lines),
    ...paperRemarks(paper),
    ...dayRemarks(paper),
    ...partyRemarks(paper),
    ...twinRemarks(paper),
    ...fieldRemarks(paper),
  ];
  return [...found.filter((r) => r.severity === 'warn'), ...found.filter((r) => r.severity === 'info')];
}
