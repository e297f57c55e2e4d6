import { resolveWht } from '../../tax/withholding.ts';
import type { Percent, TaxPack } from '../../tax/pack.ts';
import type { ResidenceProof } from '../../residence/certificate.ts';
import type { PartyDetails } from '../../parties/party.ts';
import type { Amount } from '../../money/amount.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import type { IncomeLine, Side } from '../certificate.ts';
import type { CertificateForm } from '../forms/form.ts';
import type { RemarkedPaper } from '../paper-remarks.ts';
import type { RemarkLine } from '../remarks.ts';

/** Everything that the checks of a certificate look at. */
export interface CheckedPaper extends RemarkedPaper {
  side: Side;
  number: string;
  /** The number is the book's own, not one of the paper. */
  generated: boolean;
  form: CertificateForm | null;
  total: Amount;
  currency: string;
  payer: PartyDetails | null;
  remittance: string;
  remitted: PlainDate | null;
  /** Days of all payments of each invoice; none where nothing was paid. */
  payments: readonly { invoice: string; days: readonly PlainDate[] }[];
  /** Certificates of residence of the payee that the book holds for the payer's country. */
  residence: readonly ResidenceProof[];
  /** Numbers of other certificates that say the same thing, where the form has no number to tell them apart. */
  twins: readonly string[];
}

/** A rate that a rule names for one of the certificate's invoices. */
export interface RuleRate {
  id: string;
  ratePct: Percent;
  treaty: boolean;
}

/** Rates of the rules and treaties in force for the invoices, each once. */
export function ruleRates(pack: TaxPack, country: string, lines: readonly RemarkLine[]): RuleRate[] {
  const all = lines.flatMap(({ entity, date }): RuleRate[] => {
    const { rule, treaties } = resolveWht(pack, { country, entity, date });
    return [
      ...(rule?.wht?.ratePct ? [{ id: rule.id, ratePct: rule.wht.ratePct, treaty: false }] : []),
      ...treaties.flatMap((t) => (t.wht?.rates ?? []).map((r) => ({ id: t.id, ratePct: r.ratePct, treaty: true }))),
    ];
  });
  return [...new Map(all.map((rate) => [`${rate.id} ${rate.ratePct}`, rate])).values()];
}

/** The day by which codes and rates of a line are looked up: its payment, else the invoices' last one, the end of the period, the date. */
export const dayOf = (paper: Pick<CheckedPaper, 'date' | 'last' | 'payments'>, line: Pick<IncomeLine, 'paid'>): PlainDate =>
  line.paid ??
  paper.payments
    .flatMap((p) => p.days)
    .toSorted()
    .at(-1) ??
  paper.last ??
  paper.date;
