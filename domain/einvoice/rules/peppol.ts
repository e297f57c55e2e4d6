import { say } from '../../words/said.ts';
import { D } from '../../money/decimal.ts';
import { decimalOf, plain, sumOf, toCents } from '../decimal.ts';
import type { Breach, Rule } from '../finding.ts';
import type { EInvoice } from '../model.ts';
import { lines } from './spots.ts';

const rule = (n: string, terms: string, en: string, zh: string, check: (i: EInvoice) => Iterable<Breach>): Rule => ({
  id: `PEPPOL-EN16931-R${n}`,
  severity: 'fatal',
  terms: terms.split(' '),
  says: { en, zh },
  check: (s) => check(s.invoice),
});

/** Some rules that Peppol BIS Billing 3 has besides those of EN 16931; one on currencies (R051) is told by the reader of UBL. */
export const PEPPOL: readonly Rule[] = [
  rule('001', 'BT-23', 'A business process is named.', '须写明业务流程标识。', function* (i) {
    if (i.process === undefined) yield { path: 'process' };
  }),
  rule('003', 'BT-10 BT-13', "The buyer's reference or the order is named.", '须写明购买方参考号或订单号。', function* (i) {
    if (i.buyerReference === undefined && i.purchaseOrder === undefined) yield { path: '' };
  }),
  rule('010', 'BT-49', "The buyer's electronic address is given.", '须有购买方电子地址。', function* (i) {
    if (i.buyer?.endpoint?.id === undefined) yield { path: 'buyer' };
  }),
  rule('020', 'BT-34', "The seller's electronic address is given.", '须有销售方电子地址。', function* (i) {
    if (i.seller?.endpoint?.id === undefined) yield { path: 'seller' };
  }),
  rule(
    '120',
    'BT-131 BT-129 BT-146 BT-149',
    "A line's net amount is quantity × price, less its allowances, plus its charges, to within 0.02.",
    '行净额 = 数量 × 单价 − 行折让 + 行附加费，误差不超过 0.02。',
    function* (i) {
      for (const { path, value } of lines(i)) {
        const [net, quantity, price] = [decimalOf(value.net), decimalOf(value.quantity), decimalOf(value.price?.net)];
        const per = value.price?.per === undefined ? new D(1) : decimalOf(value.price.per);
        const [less, more] = [sumOf((value.allowances ?? []).map((a) => a.amount)), sumOf((value.charges ?? []).map((c) => c.amount))];
        if (!net || !quantity || !price || !per || per.isZero() || !less || !more) continue;
        const comes = toCents(quantity.times(price.dividedBy(per)))
          .minus(less)
          .plus(more);
        if (net.minus(comes).abs().gt('0.02'))
          yield { path, detail: say`The document says ${{ said: plain(net) }}; it comes to ${{ comes: plain(comes) }}.` };
      }
    },
  ),
  rule(
    '130',
    'BT-130 BT-150',
    'A price is for the unit in which the quantity is measured.',
    '单价的计量单位须与数量的计量单位一致。',
    function* (i) {
      for (const { path, value } of lines(i))
        if (value.unit !== undefined && value.price?.perUnit !== undefined && value.unit !== value.price.perUnit) yield { path };
    },
  ),
];
