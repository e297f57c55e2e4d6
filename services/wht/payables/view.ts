import type { ReadDb } from '../../../db/connection.ts';
import type { InvoiceRecord } from '../../../db/queries/invoices.ts';
import { fxDifferences, type RateOnDay } from '../../../domain/wht/payables/fx.ts';
import { linesOf } from '../../../domain/wht/payables/lines.ts';
import type { InvoiceLedger, Settlement } from '../../../domain/wht/payables/settlement.ts';
import type { CashShare } from '../../../domain/wht/payables/shares.ts';
import { D } from '../../../domain/money/decimal.ts';
import { amount } from '../../../domain/money/amount.ts';
import { say } from '../../../domain/words/said.ts';
import type { CashShareShown, SettlementShown } from '../../contract/settlement.ts';
import { rateBook, rateOf } from '../../statements/rates.ts';

/** The book's rate of the payment's month, straight or turned round; null: none is stored. */
export function rateOnDay(read: ReadDb): RateOnDay {
  const rates = rateBook(read);
  return (from, to, day) => {
    const month = day.slice(0, 7);
    const straight = rateOf(rates, from, to, month);
    if (straight) return { rate: straight.rate, told: say`rate of ${{ month }}` };
    const turned = rateOf(rates, to, from, month);
    if (!turned) return null;
    const rate = amount(new D(1).dividedBy(turned.rate).toDecimalPlaces(20));
    return { rate, told: say`rate of ${{ month }}, 1 ÷ ${{ rate: turned.rate }}` };
  };
}

export const toShare = (s: CashShare): CashShareShown => ({
  payment: Number(s.key),
  reference: s.reference,
  date: s.date,
  cash: s.amount,
  base: s.base,
  indirectTax: s.indirectTax,
  withheld: s.withheld,
  gross: s.gross,
  last: s.last,
});

/** The settlement as the contract shows it. */
export function toSettlement(record: InvoiceRecord, ledger: InvoiceLedger, s: Settlement, rateOn: RateOnDay): SettlementShown {
  const fx = fxDifferences(record.currency, s.shares.shares, ledger.certificates, rateOn);
  return {
    number: record.number,
    vendor: record.vendor,
    direction: record.direction,
    currency: record.currency,
    total: record.total,
    credited: s.credited,
    certified: s.certified,
    cash: s.cash,
    paid: s.paid,
    open: s.open,
    openCertificates: s.openCertificates,
    openCash: s.openCash,
    ratePct: s.claim.ratePct,
    rule: s.rule,
    borne: s.claim.borne,
    expected: s.shares.expected,
    net: s.shares.fullNet,
    withheld: s.shares.withheld,
    uncertified: s.uncertified,
    difference: s.difference,
    match: s.match,
    rounding: s.rounding,
    drafts: s.drafts,
    kind: s.shares.kind,
    policy: s.shares.policy,
    shares: s.shares.shares.map(toShare),
    lines: linesOf(ledger, s, fx),
  };
}
