import { compare, equal, isZero, subtract, sum, type Amount } from '../../money/amount.ts';
import { say } from '../../words/said.ts';
import { rowLine, type ListRow } from '../beside/beside.ts';
import { judgeItems, unjudged, type Item } from '../beside/items.ts';
import type { CheckRule } from '../check.ts';
import type { PaymentFact } from '../facts.ts';
import { figure, invoicesDrill, paymentsDrill } from '../figures.ts';
import { paidOn, withheldOn } from '../settled.ts';
import { STEPS } from '../steps.ts';

const form = (number: string): string => number.replace(/\s+/g, '').toUpperCase();
const IS_NONE = /失败|撤销|取消|fail|revers|cancel/i;

/** Left: payments of the vendor's list on the month's invoices. Right: the book's payments on them, one by one. */
export const paymentList: CheckRule = {
  id: 'payment.list',
  title: { en: "Vendor's payment history = payments in the book", zh: '厂商付款历史 = 账本付款' },
  step: STEPS.settlement,
  scope: 'payments',
  left: { en: "the vendor's payment history on the period's invoices", zh: '厂商付款历史中本期发票的付款' },
  right: { en: "the book's shares of payments on them", zh: '账本中对这些发票的付款' },
  tolerance: [],
  explanation: {
    en: 'What the vendor received is what the book says was paid, payment by payment.',
    zh: '厂商收到的每笔款项与账本付款一致。',
  },
  vendors: null,
  source: 'Huawei Cloud billing guide 6.1.4 and 7.2.6 (付款历史记录)',
  run(facts) {
    const numbers = new Map(facts.invoices.map((i) => [form(i.number), i]));
    const rows = facts.probe.beside
      .rows('payment-history')
      .filter(
        (row) =>
          numbers.has(form(row.values['documentId'] ?? '')) && row.values['amount'] && !IS_NONE.test(row.values['transactionType'] ?? ''),
      );
    if (rows.length === 0) return [];
    const invoices = [...new Set(rows.map((row) => numbers.get(form(row.values['documentId']!))!))];
    const items = invoices.flatMap((invoice) =>
      pairUp(
        rows.filter((row) => numbers.get(form(row.values['documentId']!)) === invoice),
        facts.payments.flatMap((p) => p.shares.filter((s) => s.invoiceId === invoice.id).map((s) => ({ payment: p, share: s.amount }))),
        invoice.number,
      ),
    );
    const paid = sum(invoices.map((invoice) => paidOn(facts, invoice)));
    return [
      judgeItems({
        left: figure("Vendor's payment history", '厂商付款历史', sum(rows.map((row) => row.values['amount']!)), null),
        right: figure('Payments in the book', '账本付款', paid, paymentsDrill(facts)),
        missing: {
          left: { en: 'There is no payment history.', zh: '没有付款历史。' },
          right: { en: 'There is no payment.', zh: '没有付款。' },
        },
        pass: { en: `${rows.length} payments are in the book as the vendor has them.`, zh: `${rows.length} 笔付款与厂商一致。` },
        fail: (difference) => ({
          en: `The vendor's history and the book differ by ${difference} ${facts.currency}.`,
          zh: `厂商付款历史与账本相差 ${difference} ${facts.currency}。`,
        }),
        some: (n) => ({ en: `${n} payments differ, though the sums agree.`, zh: `${n} 笔付款不一致，尽管合计相等。` }),
        items,
      }),
    ];
  },
};

interface Share {
  payment: PaymentFact;
  share: Amount;
}

/** Equal amounts first, then by reference or day; what is left is missing on one side. */
function pairUp(rows: readonly ListRow[], shares: readonly Share[], invoice: string): Item[] {
  const [openRows, openShares] = [[...rows], [...shares]];
  const take = (fits: (row: ListRow, share: Share) => boolean): [ListRow, Share][] => {
    const found: [ListRow, Share][] = [];
    for (const row of openRows.slice()) {
      const share = openShares.find((s) => fits(row, s));
      if (!share) continue;
      found.push([row, share]);
      openRows.splice(openRows.indexOf(row), 1);
      openShares.splice(openShares.indexOf(share), 1);
    }
    return found;
  };
  take((row, s) => equal(row.values['amount']!, s.share) || equal(row.values['amount']!, s.payment.amount));
  const told = take((row, s) => row.values['paymentMethod'] === s.payment.reference || row.values['date'] === s.payment.date);
  // One on each side is the same payment, whatever its day.
  const rest = openRows.length === 1 && openShares.length === 1 ? take(() => true) : [];
  return [
    ...[...told, ...rest].map(([row, s]): Item => ({
      kind: 'payment.amount',
      amount: subtract(row.values['amount']!, s.share),
      text: say`${{ invoice }}: the vendor received ${{ received: row.values['amount']! }}, ${{ reference: s.payment.reference }} in the book is ${{ paid: s.share }}.`,
      lines: [rowLine(row, say`received ${{ received: row.values['amount']! }}; the book has ${{ paid: s.share }}`)],
    })),
    ...openRows.map((row): Item => ({
      kind: 'payment.missing',
      amount: row.values['amount']!,
      text: say`${{ invoice }}: the vendor received ${{ received: row.values['amount']! }} on ${{ day: row.values['date'] ?? '—' }}, and the book has no such payment.`,
      lines: [rowLine(row, say`received ${{ received: row.values['amount']! }}, not in the book`)],
    })),
    ...openShares.map((s): Item => ({
      kind:
        openShares.some((other) => other !== s && equal(other.share, s.share)) ||
        shares.some((other) => other !== s && equal(other.share, s.share))
          ? 'payment.duplicate'
          : 'payment.amount',
      amount: subtract('0', s.share),
      text: say`${{ invoice }}: ${{ reference: s.payment.reference }} of ${{ paid: s.share }} is in the book, and the vendor has not received it.`,
      lines: [],
    })),
  ];
}

/** Left: totals of invoices that are due. Right: what is settled of them; what is open is advice, no failure. */
export const paymentDue: CheckRule = {
  id: 'payment.due',
  title: { en: 'Invoices that are due are paid', zh: '到期发票已付清' },
  step: STEPS.settlement,
  scope: 'payments',
  left: { en: "the period's invoices that are due today, less credits", zh: '本期已到期发票（已减贷项）' },
  right: { en: 'paid and withheld on them', zh: '其已付与已扣缴金额' },
  tolerance: [],
  explanation: { en: 'An invoice that is due and open waits for its payment or certificate.', zh: '到期未结的发票缺少付款或凭证。' },
  vendors: null,
  source: 'Huawei Cloud billing guide 1.4 (到期还款日), 6.1.1 (remaining = due − paid)',
  run(facts) {
    const { today } = facts.probe.beside;
    const due = facts.invoices.filter(
      (i) => i.kind === 'invoice' && i.due !== null && i.due < today && i.stated !== 'free' && i.stated !== 'disputed',
    );
    if (due.length === 0) return [];
    const held = due.map((invoice) => {
      const owed = subtract(invoice.total, invoice.credited);
      const settled = sum([paidOn(facts, invoice), withheldOn(facts, invoice)]);
      return {
        invoice,
        owed,
        settled: compare(settled, owed) > 0 ? owed : settled,
        open: compare(settled, owed) > 0 ? '0' : subtract(owed, settled),
      };
    });
    const open = held.filter((h) => !isZero(h.open));
    const verdict = judgeItems({
      left: figure('Due: total less credits', '到期发票总额（已减贷项）', sum(held.map((h) => h.owed)), invoicesDrill(facts)),
      right: figure('Paid and withheld on them', '已付与已扣缴', sum(held.map((h) => h.settled)), paymentsDrill(facts)),
      missing: { left: { en: 'Nothing is due.', zh: '没有到期发票。' }, right: { en: 'Nothing is paid.', zh: '没有付款。' } },
      pass: { en: `${due.length} invoices that are due are settled.`, zh: `${due.length} 张到期发票均已结清。` },
      fail: (difference) => ({
        en: `${difference} ${facts.currency} is due and open.`,
        zh: `已到期未结 ${difference} ${facts.currency}。`,
      }),
      some: () => ({ en: 'Something is due and open.', zh: '有到期未结款项。' }),
      items: [],
    });
    if (open.length === 0) return [verdict];
    return [
      {
        ...unjudged(
          { ...verdict, status: 'pass' },
          {
            en: `${sum(open.map((h) => h.open))} ${facts.currency} is due and open. Add the payment, or import the bank statement.`,
            zh: `已到期未结 ${sum(open.map((h) => h.open))} ${facts.currency}。请添加付款，或导入银行对账单。`,
          },
          open.map(({ invoice, open: rest }): Item => ({
            kind: 'payment.missing',
            amount: rest,
            text: say`${{ invoice: invoice.number }} was due on ${{ due: invoice.due ?? '—' }}, and ${{ open: rest }} is open.`,
            lines: [],
          })),
        ),
      },
    ];
  },
};
