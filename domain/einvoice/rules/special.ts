import type { Breach, Rule } from '../finding.ts';
import type { NamedTax } from '../model-lines.ts';
import type { EInvoice } from '../model.ts';
import { allowances, charges, each, lines, one, vatCategory, type Spot } from './spots.ts';

const rule = (id: string, terms: string, en: string, zh: string, check: (i: EInvoice) => Iterable<Breach>): Rule => ({
  id,
  severity: 'fatal',
  terms: terms.split(' '),
  says: { en, zh },
  check: (s) => check(s.invoice),
});

const categories = (spots: Spot<{ tax?: NamedTax }>[]): Spot<string>[] =>
  spots.flatMap(({ path, value }) => one(path, vatCategory(value.tax)));
const breakdown = (i: EInvoice): Spot<string>[] => each('taxes', i.taxes).flatMap(({ path, value }) => one(path, vatCategory(value)));
const holds = (i: EInvoice, code: string): boolean => breakdown(i).some(({ value }) => value === code);

/** Where something is not subject to VAT, nothing else may be anything else. */
const alone = (id: string, term: string, en: string, zh: string, spots: (i: EInvoice) => Spot<string>[]): Rule =>
  rule(id, `BT-118 ${term}`, en, zh, function* (i) {
    if (holds(i, 'O')) for (const { path, value } of spots(i)) if (value !== 'O') yield { path };
  });

/** Every category of lines, allowances and charges. */
const used = (i: EInvoice): Spot<string>[] => [...categories(lines(i)), ...categories(allowances(i)), ...categories(charges(i))];

/** Rules that only one VAT category has (EN 16931-1, BR-IC-11, -12, BR-O-11 to -14, BR-B-01, -02). */
export const SPECIAL: readonly Rule[] = [
  rule(
    'BR-IC-11',
    'BT-72 BG-14',
    'An intra-community supply has a day of delivery or a period.',
    '欧盟内部供应须有交付日期或开票期间。',
    function* (i) {
      // A period of which only the code of the tax point is written is there, too.
      const dated = i.delivery?.date !== undefined || i.period?.first !== undefined || i.period?.last !== undefined;
      if (holds(i, 'K') && !dated && i.taxPointCode === undefined) yield { path: 'delivery' };
    },
  ),
  rule('BR-IC-12', 'BT-80', 'An intra-community supply names the country of delivery.', '欧盟内部供应须写明交付国家。', function* (i) {
    if (holds(i, 'K') && i.delivery?.address?.country === undefined) yield { path: 'delivery' };
  }),
  alone(
    'BR-O-11',
    'BG-23',
    'Beside what is not subject to VAT there is no other VAT breakdown.',
    '有不征税明细时，不得有其他税额明细。',
    breakdown,
  ),
  alone(
    'BR-O-12',
    'BT-151',
    'Beside what is not subject to VAT no line is of another category.',
    '有不征税明细时，各行不得为其他类别。',
    (i) => categories(lines(i)),
  ),
  alone(
    'BR-O-13',
    'BT-95',
    'Beside what is not subject to VAT no allowance is of another category.',
    '有不征税明细时，折让不得为其他类别。',
    (i) => categories(allowances(i)),
  ),
  alone(
    'BR-O-14',
    'BT-102',
    'Beside what is not subject to VAT no charge is of another category.',
    '有不征税明细时，附加费不得为其他类别。',
    (i) => categories(charges(i)),
  ),
  rule(
    'BR-B-01',
    'BT-151 BT-95 BT-102',
    'Split payment (B) is for invoices within Italy.',
    '分割支付（B）仅适用于意大利境内发票。',
    function* (i) {
      const [first] = used(i).filter(({ value }) => value === 'B');
      const countries = [i.seller?.address, i.buyer?.address, i.representative?.address, i.delivery?.address].flatMap(
        (a) => a?.country ?? [],
      );
      if (first && countries.some((country) => country !== 'IT')) yield { path: first.path };
    },
  ),
  rule(
    'BR-B-02',
    'BT-151 BT-95 BT-102',
    'Split payment (B) and standard rated (S) do not stand in one invoice.',
    '分割支付（B）与标准税率（S）不得出现在同一张发票。',
    function* (i) {
      const all = used(i);
      const [first] = all.filter(({ value }) => value === 'B');
      if (first && all.some(({ value }) => value === 'S')) yield { path: first.path };
    },
  ),
];
