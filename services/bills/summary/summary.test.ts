import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addInvoice, addPayment } from '../../../test/support/documents.ts';
import { billRig } from '../../../test/support/bill-rig.ts';
import { insertLines, type TestLine } from '../../../test/support/lines.ts';
import { sum } from '../../../domain/money/amount.ts';
import type { Output } from '../../contract/index.ts';

let rig: ReturnType<typeof billRig>;
beforeEach(() => (rig = billRig({ now: '2023-10-20T03:00:00.000Z' })));
afterEach(() => rig.close());

type Summary = Output<'bills/summary'>;
const ask = (rest: object = {}): Promise<Summary> => rig.call('bills/summary', { period: '2023-09', ...rest });
const usd = (summary: Summary) => summary.settlement.find((entry) => entry.currency === 'USD')!;
const figures = (summary: Summary): Record<string, string> => Object.fromEntries(usd(summary).figures.map((f) => [f.id, f.printed]));

/** Orders paid at once, pay-per-use with the month, a store charge, a cash refund, a refund with the month, a coupon. */
const MONTH: TestLine[] = [
  { productType: 'ECS', billType: '消费-新购', payable: '108', cash: '108', orderId: 'CS1' },
  {
    productType: 'ECS',
    billType: '消费-使用',
    payable: '90.625',
    coupon: '0.5',
    monthlySettled: '90.125',
    listPrice: '100',
    discount: '9.375',
  },
  { productType: 'ECS', billType: '调账-补偿', payable: '-0.12', monthlySettled: '-0.12' },
  { productType: '云商店 Bastion', billType: '消费-使用', payable: '2000', monthlySettled: '2000' },
  { productType: 'ECS', billType: '退款-退订', payable: '-97.2', cash: '-97.2', orderId: 'CS2', resourceName: 'web' },
];

describe('the bill summary of a period', () => {
  beforeEach(() => void insertLines(rig.book, MONTH));

  it('parts what was paid at once from what is settled with the month, own from store', async () => {
    const summary = await ask();
    expect(figures(summary)).toEqual({
      total: '2198.01',
      cloud: '198.01',
      'cloud.realtime': '108',
      'cloud.monthly': '90.01',
      store: '2000',
      'store.monthly': '2000',
      details: '2101.31',
      refunds: '-97.2',
      coupons: '0.5',
    });
    // 108 + 90.005 + 2000, half-up to cents once.
    expect(usd(summary).figures[0]!.exact).toBe('2198.005');
    expect(usd(summary).checks.map((check) => [check.id, check.status, check.arithmetic])).toEqual([
      ['total.cloud-store', 'pass', '2198.005 = 198.005 + 2000'],
      ['cloud.settled', 'pass', '198.005 = 108 + 90.005'],
      ['store.settled', 'pass', '2000 = 2000'],
      ['details.total', 'pass', '2198.005 = 2101.305 − (−97.2) − 0.5'],
      ['list-price', 'pass', '100 = 9.375 + 90.625'],
      ['payable.paid', 'pass', '2101.305 = 10.8 + 2090.005 + 0.5'],
    ]);
  });

  it('opens exactly the lines of every figure that is made of lines', async () => {
    const { figures: all } = usd(await ask());
    const opened = all.filter((figure) => figure.filter !== null);
    expect(opened.map((figure) => figure.id)).toEqual([
      'cloud.realtime',
      'cloud.monthly',
      'store.monthly',
      'details',
      'refunds',
      'coupons',
    ]);
    for (const { id, exact, filter } of opened) {
      const { totals } = await rig.call('bills/lines', { period: '2023-09', where: filter! });
      const { cash, monthlySettled, payable, coupon } = totals['USD']!;
      const says: Record<string, string | null> = { details: payable, refunds: cash, coupons: coupon, 'cloud.realtime': cash };
      expect(id in says ? says[id] : monthlySettled, id).toBe(exact);
    }
    expect((await rig.call('bills/lines', { period: '2023-09', where: opened[0]!.filter! })).rows.map((l) => l.orderId)).toEqual(['CS1']);
  });

  it('names the bill types that give money back', async () => {
    const [card] = (await ask()).refunds;
    expect(card!.groups.map((group) => [group.label, group.amounts.payable, group.lines])).toEqual([
      ['调账-补偿', '-0.12', 1],
      ['退款-退订', '-97.2', 1],
    ]);
  });

  it('tells a store by the seller where the lines name one', async () => {
    insertLines(rig.book, [{ productType: 'Security', provider: 'Yunxiazhi', payable: '5', monthlySettled: '5' }], {
      format: 'huawei.expenditures',
    });
    insertLines(rig.book, [{ productType: 'ECS', provider: '华为云', payable: '1', monthlySettled: '1' }], {
      format: 'huawei.expenditures',
    });
    const summary = await ask();
    expect(figures(summary)).toMatchObject({ store: '2005', 'cloud.monthly': '91.01' });
    // Two columns tell the sellers apart now: no one filter holds them.
    expect(usd(summary).figures.find((figure) => figure.id === 'store.monthly')!.filter).toBeNull();
  });

  it('takes what prints no payment as it is, and never invents the parts', async () => {
    insertLines(rig.book, [{ productType: 'usage', payable: '3', currency: 'EUR' }], { vendor: 'zilliz', format: 'zilliz.usage' });
    const eur = (await ask()).settlement.find((entry) => entry.currency === 'EUR')!;
    expect(eur.figures.map((figure) => [figure.id, figure.exact])).toEqual([
      ['total', '3'],
      ['cloud', '3'],
      ['cloud.untold', '3'],
      ['details', '3'],
    ]);
  });

  it('takes refunds into the total of every vendor but Huawei Cloud', async () => {
    insertLines(rig.book, [{ billType: '包年包月退款', payable: '-4', cash: '-4', currency: 'CNY' }], { vendor: 'tencent' });
    insertLines(rig.book, [{ billType: '按量计费小时结', payable: '10', cash: '10', currency: 'CNY' }], { vendor: 'tencent' });
    const summary = await ask();
    const cny = summary.settlement.find((entry) => entry.currency === 'CNY')!;
    expect(cny.figures.map((figure) => [figure.id, figure.printed])).toEqual([
      ['total', '6'],
      ['cloud', '6'],
      ['cloud.realtime', '6'],
      ['details', '6'],
    ]);
    expect(summary.refunds.find((card) => card.currency === 'CNY')!.groups.map((group) => group.label)).toEqual(['包年包月退款']);
  });

  it('cuts the total of an account that is not settled monthly', async () => {
    const own = billRig({ settlement: 'non-monthly', now: '2023-10-20T03:00:00.000Z' });
    insertLines(own.book, [{ billType: '消费-使用', payable: '100.12501236', cash: '92.2', outstanding: '7.92501236' }]);
    const { settlement } = await own.call('bills/summary', { period: '2023-09' });
    expect(settlement[0]).toMatchObject({ policy: 'huawei.non-monthly.truncate-2' });
    expect(settlement[0]!.figures[0]).toMatchObject({ id: 'total', exact: '100.12501236', printed: '100.12' });
    own.close();
  });
});

describe('payments against the invoices of a period', () => {
  beforeEach(() => void insertLines(rig.book, MONTH));

  it('says what is paid, by which payment, and what remains', async () => {
    const invoice = addInvoice(rig.book, { net: '2090.01', tax: '0', due: '2023-11-03' });
    addPayment(rig.book, '90.01', { [invoice]: '90.01' });
    const summary = await ask();
    expect(summary.payments).toMatchObject([
      {
        currency: 'USD',
        due: '2023-11-03',
        invoiced: '2090.01',
        paid: '90.01',
        remaining: '2000',
        invoices: [{ number: 'INV-1', open: '2000', cycle: null }],
        shares: [{ kind: 'payment', reference: 'P-90.01', invoice: 'INV-1', amount: '90.01' }],
      },
    ]);
    expect(figures(summary)['remaining']).toBe('2000');
    expect(usd(summary).checks.at(-1)).toMatchObject({
      id: 'total.paid',
      status: 'pass',
      arithmetic: '2198.01 = 2000 + 108 + 90.01',
    });
  });

  it('explains an invoice that takes the cash refunds in, and fails one that fits neither', async () => {
    // 2198.005 − 97.2 − 108 paid at once, half-up.
    addInvoice(rig.book, { net: '1992.81', tax: '0' });
    expect(usd(await ask()).checks.at(-1)).toMatchObject({ id: 'total.paid', status: 'explained', difference: '97.2' });
    addInvoice(rig.book, { number: 'INV-2', net: '1', tax: '0' });
    expect(usd(await ask()).checks.at(-1)).toMatchObject({ id: 'total.paid', status: 'fail' });
  });

  it('takes an invoice that covers what was paid at once as well', async () => {
    const invoice = addInvoice(rig.book, { net: '2198.01', tax: '175.84' });
    addPayment(rig.book, '2198.01', { [invoice]: '2198.01' });
    expect(usd(await ask()).checks.at(-1)).toMatchObject({ status: 'pass', arithmetic: '2373.85 = 175.84 + 2198.01' });
  });

  it('lays no invoice on a single account', async () => {
    addInvoice(rig.book);
    expect((await ask({ account: 'a' })).payments).toEqual([]);
  });

  it('gives a Zilliz Cloud month by UTC, its end exclusive', async () => {
    addInvoice(rig.book, { vendor: 'zilliz', number: 'Z', figures: { usageAmount: '100' } });
    const [entry] = (await ask()).payments;
    expect(entry!.invoices[0]).toMatchObject({
      cycle: { from: '2023-09-01T00:00:00Z', until: '2023-10-01T00:00:00Z' },
      figures: { usageAmount: '100' },
    });
  });
});

describe('the payment currency', () => {
  beforeEach(() => void insertLines(rig.book, MONTH));

  it('tells each total by the kept rate, each rounded by itself', async () => {
    await rig.call('bills/setPaymentCurrency', { into: 'EUR' });
    expect(usd(await ask()).rate).toBeNull();
    await rig.call('bills/setRate', { period: '2023-09', from: 'USD', to: 'EUR', rate: '1.04' });
    const entry = usd(await ask());
    expect(entry.rate).toEqual({ period: '2023-09', from: 'USD', to: 'EUR', rate: '1.04', origin: 'entered', document: null });
    const told = Object.fromEntries(entry.figures.map((figure) => [figure.id, figure.converted]));
    // 2198.01, 90.01 and 2000 times 1.04, half-up.
    expect(told).toMatchObject({ total: '2285.93', 'cloud.monthly': '93.61', store: '2080', refunds: '-101.09' });
    expect(usd(await ask({ into: 'JPY' })).figures[0]!.converted).toBeNull();
    await rig.call('bills/setRate', { period: '2023-09', from: 'USD', to: 'JPY', rate: '147.911' });
    expect(usd(await ask({ into: 'JPY' })).figures[0]!.converted).toBe('325110');
    expect(usd(await ask({ into: null })).rate).toBeNull();
  });

  it('takes the rate that an invoice of the month states, until the user enters one; and can forget it', async () => {
    const batch = rig.book.write.get<{ id: number }>('SELECT id FROM batch LIMIT 1')!.id;
    rig.book.write.run(
      `INSERT INTO register_row (batch_id, row, register, vendor, key_a, key_b, content, currency, data)
       VALUES (?, 2, 'vendor-invoices', 1, 1, 1, 1, 'USD', ?)`,
      [batch, JSON.stringify({ number: 'I-7', period: '2023-09', rate: '8.2', paidCurrency: 'THB', created: '2023-10-05T00:00:00Z' })],
    );
    const stated = { period: '2023-09', from: 'USD', to: 'THB', rate: '8.2', origin: 'stated', document: 'I-7' };
    expect((await rig.call('bills/rates', { period: '2023-09' })).rates).toEqual([stated]);
    expect(usd(await ask({ into: 'THB' })).rate).toEqual(stated);
    await rig.call('bills/setRate', { period: '2023-09', from: 'USD', to: 'THB', rate: '8.3' });
    expect(usd(await ask({ into: 'THB' })).rate).toMatchObject({ rate: '8.3', origin: 'entered' });
    await rig.call('bills/setRate', { period: '2023-09', from: 'USD', to: 'THB', rate: null });
    expect(usd(await ask({ into: 'THB' })).rate).toEqual(stated);
    expect((await rig.call('bills/rates', { period: '2023-08' })).rates).toEqual([]);
  });

  it.each([
    [{ from: 'USD', to: 'USD', rate: '1' }, 'bills.rate-pair'],
    [{ from: 'USD', to: 'EUR', rate: '0' }, 'bills.rate'],
    [{ from: 'USD', to: 'EUR', rate: '-1' }, 'bills.rate'],
  ])('refuses %j', async (input, code) => {
    expect((await rig.refusal('bills/setRate', { period: '2023-09', ...input })).code).toBe(code);
  });
});

describe('coupons by coupon', () => {
  it('lists those that were valid in the month, with what was used of them; none where no list was imported', async () => {
    expect((await ask()).coupons).toEqual([]);
    insertLines(rig.book, MONTH);
    const batch = rig.book.write.get<{ id: number }>('SELECT id FROM batch LIMIT 1')!.id;
    const put = (n: number, data: object): unknown =>
      rig.book.write.run(
        `INSERT INTO register_row (batch_id, row, register, vendor, key_a, key_b, content, currency, data) VALUES (?, ?, 'coupons', 1, 1, ?, 1, 'USD', ?)`,
        [batch, n, n, JSON.stringify(data)],
      );
    put(1, { couponId: 'CP-1', value: '100', balance: '90.7', effective: '2023-09-28', expires: '2024-09-28' });
    put(2, { couponId: 'CP-2', value: '5', balance: '5', effective: '2023-10-01', expires: '2024-09-28' });
    put(3, { couponId: 'CP-3', value: '5', effective: '2022-10-01', expires: '2023-08-31' });
    put(4, { couponId: 'CP-4', value: '5', effective: '2022-10-01', expires: '2023-09-01' });
    expect((await ask()).coupons.map((coupon) => [coupon.id, coupon.used])).toEqual([
      ['CP-4', null],
      ['CP-1', '9.3'],
    ]);
    expect(sum((await ask()).coupons.map((coupon) => coupon.value))).toBe('105');
  });
});

describe('the layout', () => {
  it('is kept in the book with a journal entry, and goes back to nothing', async () => {
    expect(await rig.call('book/summaryLayout', {})).toEqual({ cards: null });
    const cards = [
      { id: 'refunds', shown: true },
      { id: 'trend', shown: false },
    ];
    await rig.call('book/setSummaryLayout', { cards });
    expect(await rig.call('book/summaryLayout', {})).toEqual({ cards });
    expect(rig.book.read.get<{ action: string }>('SELECT action FROM audit ORDER BY seq DESC LIMIT 1')!.action).toBe(
      'book/setSummaryLayout',
    );
    await rig.call('book/setSummaryLayout', { cards: null });
    expect(await rig.call('book/summaryLayout', {})).toEqual({ cards: null });
    expect((await rig.refusal('book/setSummaryLayout', { cards: [...cards, cards[0]!] })).code).toBe('book.layout');
  });
});
