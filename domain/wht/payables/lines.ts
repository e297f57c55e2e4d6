import { isZero, negate, type Amount } from '../../money/amount.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import { say, type Said } from '../../words/said.ts';
import { isLive } from '../states.ts';
import type { FxDifference } from './fx.ts';
import { taxPolicy } from './policy.ts';
import type { InvoiceLedger, Settlement } from './settlement.ts';
import type { CashShare } from './shares.ts';

/** A paper that a line comes from. */
export interface LineSource {
  kind: 'payment' | 'certificate' | 'credit-note';
  reference: string;
  date: PlainDate;
}

export const LINE_KINDS = [
  'total',
  'credit',
  'cash',
  'certificate',
  'open',
  'open-certificates',
  'open-cash',
  'surplus',
  'expected',
  'net',
  'withheld',
  'certified',
  'uncertified',
  'ahead',
  'difference',
  'own-rate',
  'payment-rate',
  'draft',
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** One line of the arithmetic; `formula` is the way to the value, null where the value is the paper's own. */
export interface SettlementLine {
  kind: LineKind;
  sign: '' | '+' | '−' | '=';
  value: Amount;
  currency: string;
  formula: Said | null;
  source: LineSource | null;
}

/** From the total to what is open, then what the rule expects beside it, then the differences of currencies. */
export function linesOf(ledger: InvoiceLedger, s: Settlement, fx: readonly FxDifference[]): SettlementLine[] {
  const { currency } = ledger;
  const line = (
    kind: LineKind,
    sign: SettlementLine['sign'],
    value: Amount,
    formula: Said | null = null,
    source: LineSource | null = null,
  ): SettlementLine => ({ kind, sign, value, currency, formula, source });
  const some = (value: Amount | null, make: (value: Amount) => SettlementLine): SettlementLine[] =>
    value === null || isZero(value) ? [] : [make(value)];
  const certificates = (live: boolean) => ledger.certificates.filter((c) => (live ? isLive(c.status) : c.status === 'draft'));
  const { expected } = s.shares;
  return [
    line('total', '', ledger.total, say`${{ base: ledger.net }} + ${{ tax: ledger.tax }}`),
    ...ledger.credits.map((c) => line('credit', '−', c.total, null, { kind: 'credit-note', reference: c.number, date: c.date })),
    ...s.shares.shares.map((c) =>
      line('cash', '−', c.amount, shareFormula(c, s), { kind: 'payment', reference: c.reference, date: c.date }),
    ),
    ...certificates(true).map((c) =>
      line('certificate', '−', c.payAmount, c.currency === currency ? null : say`${{ amount: c.amount }} ${{ currency: c.currency }}`, {
        kind: 'certificate',
        reference: c.number,
        date: c.date,
      }),
    ),
    line('open', '=', s.open, say`${{ total: s.claim.total }} − ${{ cash: s.cash }} − ${{ certified: s.certified }}`),
    ...some(s.openCertificates, (value) => line('open-certificates', '', value)),
    ...some(s.openCertificates, () => line('open-cash', '', s.openCash)),
    ...(s.open.startsWith('-') ? [line('surplus', '', negate(s.open))] : []),
    ...(expected === null || (isZero(s.cash) && isZero(s.certified) && isZero(expected))
      ? []
      : [
          line('expected', '', expected, expectedFormula(s)),
          line('net', '', s.shares.fullNet, s.claim.borne ? null : say`${{ total: s.claim.total }} − ${{ wht: expected }}`),
        ]),
    ...some(s.shares.withheld, (value) => line('withheld', '', value)),
    ...(isZero(s.certified) && isZero(s.uncertified ?? '0') ? [] : [line('certified', '', s.certified)]),
    ...some(s.uncertified, (value) =>
      line('uncertified', '', value, say`${{ withheld: s.shares.withheld ?? '0' }} − ${{ certified: s.certified }}`),
    ),
    ...some(s.ahead, (value) => line('ahead', '', value, say`${{ certified: s.certified }} − ${{ withheld: s.shares.withheld ?? '0' }}`)),
    ...(s.match === 'short' || s.match === 'over' || s.match === 'exact'
      ? [line('difference', '', s.difference!, say`${{ certified: s.certified }} − ${{ wht: expected! }}`)]
      : []),
    ...fx.map((f) => ({
      ...line(f.kind, '', f.difference, say`${{ given: f.given }} − ${{ converted: f.converted }}; ${{ step: f.step }}`, {
        kind: 'certificate',
        reference: f.number,
        date: f.date,
      }),
      currency: f.currency,
    })),
    ...certificates(false).map((c) => line('draft', '', c.payAmount, null, { kind: 'certificate', reference: c.number, date: c.date })),
  ];
}

/** `100 × 8 %`, or the grossed-up price less the price where the tax is borne. */
function expectedFormula({ shares, claim }: Settlement): Said {
  const { currency, ratePct } = claim;
  return claim.borne
    ? say`${{ gross: shares.expectedBase }} − ${{ base: claim.base }}`
    : say`${{ base: shares.expectedBase }} × ${{ rate: ratePct! }} % (${{ policy: taxPolicy(currency).id }})`;
}

/** What a payment settles: its part of the net amount, what was withheld from it, and its share of the base. */
function shareFormula(c: CashShare, { shares, claim }: Settlement): Said | null {
  if (c.withheld === null) return null;
  if (claim.borne) return say`base ${{ base: c.base }}; ${{ withheld: c.withheld }} paid on top`;
  if (isZero(c.withheld)) return say`base ${{ base: c.base }}; nothing withheld`;
  return c.last
    ? say`settles ${{ gross: c.gross }} = ${{ cash: c.amount }} + ${{ withheld: c.withheld }} withheld; base ${{ base: c.base }}, the remainder`
    : say`settles ${{ gross: c.gross }} = ${{ cash: c.amount }} + ${{ withheld: c.withheld }} withheld; base ${{ base: c.base }} = ${{ whole: shares.expectedBase }} × ${{ cash2: c.amount }} ÷ ${{ net: shares.whole }}`;
}
