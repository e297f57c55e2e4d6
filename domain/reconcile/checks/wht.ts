import { compare, equal, isZero, subtract, sum } from '../../money/amount.ts';
import { findingsOf, type Item } from '../beside/items.ts';
import { judge, type CheckRule } from '../check.ts';
import type { Facts, InvoiceFact } from '../facts.ts';
import { certificatesDrill, figure, invoicesDrill } from '../figures.ts';
import { paidOn, withheldOn } from '../settled.ts';
import { STEPS } from '../steps.ts';
import { say } from '../../words/said.ts';

/** For each currency of certificates: totals against the lines over all invoices. */
export const whtAllocations: CheckRule = {
  id: 'wht.allocations',
  title: { en: 'WHT certificate total = its lines', zh: 'WHT凭证总额 = 各发票金额合计' },
  step: STEPS.wht,
  scope: 'wht',
  left: { en: 'certificates: total, for each currency of certificates', zh: '凭证总额（按凭证币种）' },
  right: { en: 'their lines over invoices', zh: '各发票金额合计' },
  tolerance: [],
  explanation: { en: 'A certificate divides exactly over its invoices.', zh: '凭证金额恰好分配到各发票。' },
  vendors: null,
  source: 'Huawei Cloud billing guide 10.3 (the sum of the lines equals the certificate)',
  run(facts) {
    return [...new Set(facts.certificates.map((c) => c.currency))].sort().map((currency) => {
      const own = facts.certificates.filter((c) => c.currency === currency);
      const wrong = own.filter((c) => !equal(c.total, sum(c.lines.map((l) => l.amount))));
      const findings = findingsOf(
        wrong.map((c): Item => {
          const lines = sum(c.lines.map((l) => l.amount));
          return {
            kind: 'wht.amount',
            amount: subtract(c.total, lines),
            text: say`${{ certificate: c.number }} is over ${{ total: c.total }}, its lines over ${{ lines }}.`,
            lines: [],
          };
        }),
      );
      const verdict = judge({
        currency,
        left: figure('Certificates: total', '凭证总额', sum(own.map((c) => c.total)), certificatesDrill(facts)),
        right: figure(
          'Certificates: lines over invoices',
          '凭证各发票金额合计',
          sum(own.flatMap((c) => c.lines.map((l) => l.amount))),
          certificatesDrill(facts),
        ),
        missing: { left: { en: 'There is no certificate.', zh: '没有凭证。' }, right: { en: 'There are no lines.', zh: '没有分配。' } },
        pass: { en: `${own.length} certificates; each equals the sum of its lines.`, zh: `${own.length} 张凭证，每张均等于其各行合计。` },
        fail: (difference) => ({
          en: `Certificates and their lines differ by ${difference} ${currency}.`,
          zh: `凭证与其各行相差 ${difference} ${currency}。`,
        }),
        why: () => findings,
        arithmetic: own.map(
          (c) =>
            say`${{ certificate: c.number }}: ${{ total: c.total }}; lines ${{ lines: c.lines.map((l) => l.amount).join(' + ') || '0' }}`,
        ),
      });
      // Two wrong certificates may make up for one another in the sum.
      return verdict.status === 'pass' && wrong.length > 0
        ? {
            ...verdict,
            status: 'fail' as const,
            findings,
            explanation: {
              en: `These certificates differ from their lines: ${wrong.map((c) => c.number).join(', ')}.`,
              zh: `以下凭证与其各行不符：${wrong.map((c) => c.number).join('、')}。`,
            },
          }
        : verdict;
    });
  },
};

/** What an invoice says of it: nothing where its certificates are what its payments leave open. */
function itemOf(facts: Facts, i: InvoiceFact): Item[] {
  const short = subtract(i.total, sum([i.credited, paidOn(facts, i)]));
  const certified = withheldOn(facts, i);
  const amount = subtract(short, certified);
  if (isZero(amount)) return [];
  if (isZero(certified))
    return [
      {
        kind: 'wht.missing',
        amount,
        text: say`${{ invoice: i.number }}: ${{ short }} was not paid, and no certificate is in the book.`,
        lines: [],
      },
    ];
  return [
    {
      kind: 'wht.amount',
      amount,
      text: say`${{ invoice: i.number }}: ${{ short }} was not paid, ${{ certified }} is certified.`,
      lines: [],
    },
  ];
}

/** Left: what payments leave short of the paid invoices. Right: live certificates on those invoices, in the invoices' currency. */
export const whtWithheld: CheckRule = {
  id: 'wht.withheld',
  title: { en: 'Withheld from payments = WHT certificates', zh: '付款时扣缴金额 = WHT凭证' },
  step: STEPS.wht,
  scope: 'wht',
  left: { en: 'what payments leave short of the paid invoices', zh: '已付发票的未付部分' },
  right: { en: 'certificates on those invoices', zh: '这些发票的凭证' },
  tolerance: [],
  explanation: { en: 'What was withheld at payment has its certificate.', zh: '付款时扣缴的税款均有凭证。' },
  vendors: null,
  source: 'Huawei Cloud billing guide 8.2, 10.3 (the certificate settles what was withheld)',
  run(facts) {
    const paid = facts.invoices.filter((i) => i.kind === 'invoice' && compare(paidOn(facts, i), '0') > 0);
    const short = sum(paid.map((i) => subtract(i.total, sum([i.credited, paidOn(facts, i)]))));
    const held = paid.filter((i) => compare(withheldOn(facts, i), '0') > 0);
    if (facts.certificates.length === 0 && compare(short, '0') <= 0) return [];
    const certified = sum(held.map((i) => withheldOn(facts, i)));
    const accepted = facts.certificates.filter((c) => c.status === 'accepted').length;
    return [
      judge({
        left: figure(
          'Paid invoices: total less credits and payments',
          '已付发票：总额减贷项和付款',
          paid.length === 0 ? null : short,
          invoicesDrill(facts),
        ),
        right: figure(
          'WHT certificates on them',
          '对应的WHT凭证',
          facts.certificates.length === 0 ? null : certified,
          certificatesDrill(facts),
        ),
        missing: {
          left: {
            en: 'The certificate is there, but no payment of its invoices. Add the payment.',
            zh: '已有凭证，但其发票尚无付款。请添加付款。',
          },
          right: {
            en: `${short} ${facts.currency} was not paid. If it was withheld, add the WHT certificate; else pay the rest.`,
            zh: `尚有 ${short} ${facts.currency} 未结。如为代扣税，请添加WHT凭证；否则请付清余额。`,
          },
        },
        pass: {
          en: `${facts.certificates.length} certificates, ${accepted} of them accepted, cover what was withheld.`,
          zh: `${facts.certificates.length} 张凭证（其中 ${accepted} 张已通过）覆盖全部扣缴金额。`,
        },
        fail: (difference) =>
          compare(difference, '0') > 0
            ? {
                en: `${difference} ${facts.currency} was neither paid nor covered by a certificate.`,
                zh: `${difference} ${facts.currency} 既未结款，也没有凭证。`,
              }
            : {
                en: `The certificates cover ${subtract('0', difference)} ${facts.currency} more than was left unpaid.`,
                zh: `凭证比未结金额多 ${subtract('0', difference)} ${facts.currency}。`,
              },
        why: () => findingsOf(paid.flatMap((i) => itemOf(facts, i))),
        arithmetic: paid.map(
          (i) =>
            say`${{ invoice: i.number }}: ${{ total: i.total }} − credited ${{ credited: i.credited }} − paid ${{ paid: paidOn(facts, i) }} = ${{ short: subtract(i.total, sum([i.credited, paidOn(facts, i)])) }}; certificates ${{ certificates: withheldOn(facts, i) }}`,
        ),
      }),
    ];
  },
};
