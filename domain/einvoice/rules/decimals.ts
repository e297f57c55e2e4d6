import { say } from '../../words/said.ts';
import { decimalsIn } from '../decimal.ts';
import type { Rule } from '../finding.ts';
import type { EInvoice, Totals } from '../model.ts';
import { allowances, charges, each, lineAllowances, lineCharges, lines, one, type Spot } from './spots.ts';

type Amounts = (i: EInvoice) => Spot<string>[];

/** An amount that has two decimals at most. */
const rule = (n: string, term: string, en: string, zh: string, amounts: Amounts): Rule => ({
  id: `BR-DEC-${n}`,
  severity: 'fatal',
  terms: [term],
  says: { en: `${en} (${term}) has at most two decimals.`, zh: `${zh}（${term}）最多两位小数。` },
  *check({ invoice }) {
    for (const { path, value } of amounts(invoice)) if (decimalsIn(value) > 2) yield { path, detail: say`It is ${{ value }}.` };
  },
});

const total =
  (key: keyof Totals): Amounts =>
  (i) =>
    one(`totals.${key}`, i.totals?.[key]);
const member =
  <T>(spots: (i: EInvoice) => Spot<T>[], key: keyof T & string): Amounts =>
  (i) =>
    spots(i).flatMap(({ path, value }) => one(`${path}.${key}`, value[key] as string | undefined));
const taxes = (i: EInvoice) => each('taxes', i.taxes);

/** Amounts of the document's currency (EN 16931-1, BR-DEC-01 to BR-DEC-28). Prices may have more decimals. */
export const DECIMALS: readonly Rule[] = [
  rule('01', 'BT-92', "The amount of a document's allowance", '整单折让金额', member(allowances, 'amount')),
  rule('02', 'BT-93', "The base of a document's allowance", '整单折让基数', member(allowances, 'base')),
  rule('05', 'BT-99', "The amount of a document's charge", '整单附加费金额', member(charges, 'amount')),
  rule('06', 'BT-100', "The base of a document's charge", '整单附加费基数', member(charges, 'base')),
  rule('09', 'BT-106', "The sum of the lines' net amounts", '行净额合计', total('lines')),
  rule('10', 'BT-107', 'The sum of allowances', '折让合计', total('allowances')),
  rule('11', 'BT-108', 'The sum of charges', '附加费合计', total('charges')),
  rule('12', 'BT-109', 'The total without VAT', '不含税合计', total('net')),
  rule('13', 'BT-110', 'The total VAT', '税额合计', total('tax')),
  rule('14', 'BT-112', 'The total with VAT', '含税合计', total('gross')),
  rule('15', 'BT-111', 'The total VAT in the currency of accounting', '记账币种税额合计', total('taxInTaxCurrency')),
  rule('16', 'BT-113', 'The amount paid already', '已付金额', total('prepaid')),
  rule('17', 'BT-114', 'The rounding amount', '舍入金额', total('rounding')),
  rule('18', 'BT-115', 'The amount due', '应付金额', total('payable')),
  rule('19', 'BT-116', 'The taxable amount of a VAT breakdown', '税额明细的计税金额', member(taxes, 'base')),
  rule('20', 'BT-117', 'The tax of a VAT breakdown', '税额明细的税额', member(taxes, 'amount')),
  rule('23', 'BT-131', "A line's net amount", '行净额', member(lines, 'net')),
  rule('24', 'BT-136', "The amount of a line's allowance", '行折让金额', member(lineAllowances, 'amount')),
  rule('25', 'BT-137', "The base of a line's allowance", '行折让基数', member(lineAllowances, 'base')),
  rule('27', 'BT-141', "The amount of a line's charge", '行附加费金额', member(lineCharges, 'amount')),
  rule('28', 'BT-142', "The base of a line's charge", '行附加费基数', member(lineCharges, 'base')),
];
