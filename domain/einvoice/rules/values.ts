import { say, type Bilingual, type Said } from '../../words/said.ts';
import { COUNTRIES } from '../codes/places.ts';
import { decimalOf } from '../decimal.ts';
import type { Breach, Rule, Severity, Subject } from '../finding.ts';
import type { Period } from '../model-lines.ts';
import type { EInvoice } from '../model.ts';
import { inLines, lines, one, type Spot } from './spots.ts';

const rule = (
  id: string,
  terms: string,
  en: string,
  zh: string,
  check: (i: EInvoice, s: Subject) => Iterable<Breach>,
  severity: Severity = 'fatal',
): Rule => ({ id, severity, terms: terms.split(' '), says: { en, zh } satisfies Bilingual, check: (s) => check(s.invoice, s) });

function* negative(spots: Spot<string>[]): Iterable<Breach> {
  for (const { path, value } of spots) if (decimalOf(value)?.lt(0)) yield { path, detail: say`It is ${{ value }}.` };
}

/** Days that cannot be read are told by the reader; what cannot be compared breaks no rule here. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
function* reversed(spots: Spot<Period>[]): Iterable<Breach> {
  for (const { path, value } of spots) {
    const { first, last } = value;
    if (first !== undefined && last !== undefined && DAY.test(first) && DAY.test(last) && last < first)
      yield { path, detail: say`It begins on ${{ first }} and ends on ${{ last }}.` };
  }
}

const dateless = (period: Period): boolean => period.first === undefined && period.last === undefined;

/** Every VAT identifier of the document. */
const vatIds = (i: EInvoice): Spot<string>[] => [
  ...one('seller.vatId', i.seller?.vatId),
  ...one('buyer.vatId', i.buyer?.vatId),
  ...one('representative.vatId', i.representative?.vatId),
];

/** What must hold of single terms (EN 16931-1, BR and BR-CO as far as they do not add amounts up). */
export const VALUES: readonly Rule[] = [
  rule('BR-27', 'BT-146', "An item's net price is not negative.", '净单价不得为负。', (i) =>
    negative(inLines(i, (line, path) => one(`${path}.price.net`, line.price?.net))),
  ),
  rule('BR-28', 'BT-148', "An item's gross price is not negative.", '毛单价不得为负。', (i) =>
    negative(inLines(i, (line, path) => one(`${path}.price.gross`, line.price?.gross))),
  ),
  rule('BR-29', 'BT-73 BT-74', "The invoice's period does not end before it begins.", '开票期间的结束日不得早于开始日。', (i) =>
    reversed(one('period', i.period)),
  ),
  rule('BR-30', 'BT-134 BT-135', "A line's period does not end before it begins.", '行期间的结束日不得早于开始日。', (i) =>
    reversed(inLines(i, (line, path) => one(`${path}.period`, line.period))),
  ),
  rule(
    'BR-51',
    'BT-87',
    'Of a payment card at most the first six and the last four digits are written.',
    '支付卡号最多写前六位和后四位。',
    function* (i) {
      for (const [index, payment] of (i.payments ?? []).entries())
        if ((payment.card?.number?.length ?? 0) > 10) yield { path: `payments[${index}].card` };
    },
    'warning',
  ),
  rule(
    'BR-53',
    'BT-6 BT-111',
    'Where VAT is accounted for in another currency, the total VAT in that currency must be given.',
    '以其他币种核算增值税时，必须给出该币种的税额合计。',
    function* (i) {
      if (i.taxCurrency === undefined) return;
      const given = i.taxCurrency === i.currency ? (i.totals?.tax ?? i.totals?.taxInTaxCurrency) : i.totals?.taxInTaxCurrency;
      if (given === undefined) yield { path: 'totals', detail: say`No total VAT in ${{ currency: i.taxCurrency }} is given.` };
    },
  ),
  rule('BR-66', 'BG-18', 'An invoice names at most one payment card.', '一张发票最多写一张支付卡。', (i) => single(i, (p) => p.card)),
  rule('BR-67', 'BG-19', 'An invoice names at most one direct debit mandate.', '一张发票最多写一份直接借记授权。', (i) =>
    single(i, (p) => p.debit),
  ),
  rule(
    'BR-CO-03',
    'BT-7 BT-8',
    'The day on which VAT falls due is given as a date or by a code, not both.',
    '纳税义务日期可用日期或代码表示，不得同时使用。',
    function* (i) {
      if (i.taxPoint !== undefined && i.taxPointCode !== undefined) yield { path: 'taxPoint' };
    },
  ),
  rule(
    'BR-CO-09',
    'BT-31 BT-48 BT-63',
    'A VAT identifier begins with the code of the country that gave it; Greece may write EL.',
    '增值税号以签发国代码开头；希腊可写 EL。',
    function* (i) {
      for (const { path, value } of vatIds(i)) {
        const prefix = value.slice(0, 2);
        if (prefix !== 'EL' && !COUNTRIES.has(prefix)) yield { path, detail: say`“${{ value: value.slice(0, 40) }}” does not.` };
      }
    },
  ),
  rule('BR-CO-19', 'BG-14', "The invoice's period has a first or a last day.", '开票期间须有开始日或结束日。', function* (i) {
    // A period of which only the code of the tax point is written has no days.
    if (i.period && dateless(i.period) && i.taxPointCode === undefined) yield { path: 'period' };
  }),
  rule('BR-CO-20', 'BG-26', "A line's period has a first or a last day.", '行期间须有开始日或结束日。', function* (i) {
    for (const { path, value } of lines(i)) if (value.period && dateless(value.period)) yield { path: `${path}.period` };
  }),
  rule(
    'BR-CO-25',
    'BT-9 BT-20 BT-115',
    'Where something is due, the day on which it is due or the terms of payment must be given.',
    '有应付金额时，必须给出到期日或付款条件。',
    function* (i, { syntax }) {
      if (i.kind === 'credit-note' && syntax !== 'cii') return;
      if (decimalOf(i.totals?.payable)?.gt(0) && i.due === undefined && i.paymentTerms === undefined) yield { path: '' };
    },
  ),
];

function* single(i: EInvoice, part: (p: NonNullable<EInvoice['payments']>[number]) => unknown): Iterable<Breach> {
  const count = (i.payments ?? []).filter((p) => part(p) !== undefined).length;
  if (count > 1) yield { path: 'payments', detail: countOf(count) };
}

function countOf(count: number): Said {
  return say`There are ${{ count }}.`;
}
