import { absolute, compare, equal, isZero, multiply, negate, subtract, sum, type Amount } from '../../../domain/money/amount.ts';
import { minorUnits } from '../../../domain/money/minor-units.ts';
import { round } from '../../../domain/money/rounding.ts';
import type { PaperLine, PaperLocal, PaperTax, PaperTotal, Term } from '../paper.ts';
import type { Drafting } from '../source.ts';
import { collects } from './taxes.ts';

const row = (label: Term, amount: Amount, strong = false): PaperTotal => ({ label, ratePct: null, amount, strong });

/** How the document's total comes about, down to what the seller gets. */
export function totalsOf(draft: Drafting, lines: readonly PaperLine[], taxes: readonly PaperTax[]): PaperTotal[] {
  const { turned } = draft;
  const [net, tax, total] = figuresOf(draft);
  const rows: PaperTotal[] = [];
  if (lines.length > 0) {
    const listed = sum(lines.map((line) => line.net));
    const apart = subtract(net, listed);
    // Less than one whole unit is what rounding leaves; more is money that no line tells of.
    if (!isZero(apart)) rows.push(row('linesSum', listed), row(compare(absolute(apart), '1') < 0 ? 'rounding' : 'otherAmounts', apart));
  }
  rows.push(row(turned ? 'netCredited' : 'net', net), ...taxRows(draft, taxes, tax), row(turned ? 'totalCredited' : 'total', total, true));
  if (!collects(draft) && !isZero(tax)) rows.push(row('customerPays', negate(tax)), row('amountDue', subtract(total, tax), true));
  return rows;
}

const figuresOf = ({ record, turned }: Drafting): [net: Amount, tax: Amount, total: Amount] =>
  turned ? [negate(record.net), negate(record.tax), negate(record.total)] : [record.net, record.tax, record.total];

/** A row for each component where they add up to the tax of the document; else one row with its tax. */
function taxRows(draft: Drafting, taxes: readonly PaperTax[], tax: Amount): PaperTotal[] {
  if (taxes.length > 0 && taxes.every((t) => t.amount !== null) && equal(sum(taxes.map((t) => t.amount)), tax))
    return taxes.map((t) => ({ label: t.short, ratePct: t.ratePct, amount: t.amount ?? '0', strong: false }));
  return [row(draft.rule?.tax ?? 'tax', tax)];
}

/**
 * The totals in the other currency of the document: tax and total each by itself, half up to the currency's smallest unit; what is
 * left is the amount without tax, so that the three add up and the total is the one that screens show.
 */
export function localOf(draft: Drafting): PaperLocal | null {
  const { fx } = draft.record;
  if (fx === null || fx.currency === draft.record.currency) return null;
  const policy = { mode: 'half-up', places: minorUnits(fx.currency) } as const;
  const [, tax, total] = figuresOf(draft).map((amount) => round(multiply(amount, fx.rate), policy)) as [Amount, Amount, Amount];
  return {
    ...fx,
    totals: [
      row(draft.turned ? 'netCredited' : 'net', subtract(total, tax)),
      row(draft.rule?.tax ?? 'tax', tax),
      row(draft.turned ? 'totalCredited' : 'total', total, true),
    ],
  };
}
