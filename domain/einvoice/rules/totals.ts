import type { D } from '../../money/decimal.ts';
import { say } from '../../words/said.ts';
import { decimalOf, plain, sumOf, toCents } from '../decimal.ts';
import type { Breach, Rule } from '../finding.ts';
import type { EInvoice, TaxSubtotal } from '../model.ts';
import { each } from './spots.ts';
import { taxOff } from './tax-amount.ts';

const rule = (id: string, terms: string, en: string, zh: string, check: (i: EInvoice) => Iterable<Breach>): Rule => ({
  id,
  severity: 'fatal',
  terms: terms.split(' '),
  says: { en, zh },
  check: (s) => check(s.invoice),
});

/** Both sides of a sum; null where one is no number, or is not there and another rule asks for it. */
type Sides = { said: D | null; comes: D | null } | null;

function* unequal(path: string, sides: Sides): Iterable<Breach> {
  if (!sides || sides.said === null || sides.comes === null) return;
  const comes = toCents(sides.comes);
  if (!sides.said.eq(comes))
    yield { path, detail: say`The document says ${{ said: plain(sides.said) }}; it comes to ${{ comes: plain(comes) }}.` };
}

const amounts = (parts: readonly { amount?: string }[] | undefined) => (parts ?? []).map((part) => part.amount);

/** BT-107 and BT-108: not said where there is nothing to add up; said nothing where there is something is a breach. */
function* summed(path: string, said: string | undefined, parts: readonly { amount?: string }[] | undefined): Iterable<Breach> {
  if (said === undefined && !parts?.length) return;
  if (said === undefined) yield { path, detail: say`The document says no sum of its ${{ count: parts!.length }}.` };
  else yield* unequal(path, { said: decimalOf(said), comes: sumOf(amounts(parts)) });
}

/** a − b + c, where b and c may be missing. */
function net(first: string | undefined, less: string | undefined, more: string | undefined, said: string | undefined): Sides {
  const [start, minus, plus] = [decimalOf(first), sumOf([less]), sumOf([more])];
  if (first === undefined || said === undefined || !start || !minus || !plus) return null;
  return { said: decimalOf(said), comes: start.minus(minus).plus(plus) };
}

/** What adds up (EN 16931-1, BR-CO-10 to BR-CO-17). */
export const TOTALS: readonly Rule[] = [
  rule(
    'BR-CO-10',
    'BT-106 BT-131',
    "The sum of the lines' net amounts is what the lines come to.",
    '行净额合计等于各行净额之和。',
    function* (i) {
      if (i.totals?.lines !== undefined)
        yield* unequal('totals.lines', { said: decimalOf(i.totals.lines), comes: sumOf((i.lines ?? []).map((l) => l.net)) });
    },
  ),
  rule(
    'BR-CO-11',
    'BT-107 BT-92',
    "The sum of allowances is what the document's allowances come to.",
    '折让合计等于各整单折让之和。',
    function* (i) {
      if (i.totals) yield* summed('totals.allowances', i.totals.allowances, i.allowances);
    },
  ),
  rule(
    'BR-CO-12',
    'BT-108 BT-99',
    "The sum of charges is what the document's charges come to.",
    '附加费合计等于各整单附加费之和。',
    function* (i) {
      if (i.totals) yield* summed('totals.charges', i.totals.charges, i.charges);
    },
  ),
  rule(
    'BR-CO-13',
    'BT-109 BT-106 BT-107 BT-108',
    'The total without VAT is the sum of the lines less allowances plus charges.',
    '不含税合计 = 行净额合计 − 折让合计 + 附加费合计。',
    function* (i) {
      const t = i.totals;
      if (t) yield* unequal('totals.net', net(t.lines, t.allowances, t.charges, t.net));
    },
  ),
  rule('BR-CO-14', 'BT-110 BT-117', 'The total VAT is what the VAT breakdown comes to.', '税额合计等于各税额明细之和。', function* (i) {
    if (i.totals?.tax !== undefined && i.taxes?.length)
      yield* unequal('totals.tax', { said: decimalOf(i.totals.tax), comes: sumOf(amounts(i.taxes)) });
  }),
  rule(
    'BR-CO-15',
    'BT-112 BT-109 BT-110',
    'The total with VAT is the total without it plus VAT.',
    '含税合计 = 不含税合计 + 税额合计。',
    function* (i) {
      const t = i.totals;
      if (!t || i.currency === undefined) return;
      if (t.tax === undefined) yield { path: 'totals', detail: say`No total VAT in ${{ currency: i.currency }} is given.` };
      else yield* unequal('totals.gross', net(t.net, undefined, t.tax, t.gross));
    },
  ),
  rule(
    'BR-CO-16',
    'BT-115 BT-112 BT-113 BT-114',
    'The amount due is the total with VAT less what is paid already, plus rounding.',
    '应付金额 = 含税合计 − 已付金额 + 舍入金额。',
    function* (i) {
      const t = i.totals;
      if (t) yield* unequal('totals.payable', net(t.gross, t.prepaid, t.rounding, t.payable));
    },
  ),
  rule(
    'BR-CO-17',
    'BT-117 BT-116 BT-119',
    'The tax of a VAT breakdown is its taxable amount times its rate, to within less than one unit of the currency.',
    '税额明细的税额 = 计税金额 × 税率，误差须小于 1 个货币单位。',
    function* (i) {
      for (const { path, value } of each('taxes', i.taxes)) yield* taxed(path, value);
    },
  ),
];

function* taxed(path: string, tax: TaxSubtotal): Iterable<Breach> {
  const [amount, rate] = [decimalOf(tax.amount), decimalOf(tax.rate)];
  if (!amount || (tax.rate !== undefined && !rate)) return;
  // A rate that rounds to nothing asks for no tax, as does one that is missing.
  if (rate === null || rate.toDecimalPlaces(0, 7).isZero()) {
    if (!amount.toDecimalPlaces(0, 7).isZero()) yield { path, detail: say`It has no rate and says ${{ said: plain(amount) }}.` };
    return;
  }
  yield* taxOff(path, tax);
}
