import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertRegisterRow } from '../../../db/queries/registers.ts';
import { verifyDocuments } from '../../../db/verify-documents.ts';
import { billScopeOf } from '../../../domain/invoices/line-scope.ts';
import { makingRig, party, type MakingInput, type Rig } from '../../../test/support/making-rig.ts';

let rig: Rig;
let ids: Awaited<ReturnType<typeof makingRig>>;
let monthly: MakingInput;
beforeEach(async () => {
  ids = await makingRig();
  rig = ids.rig;
  monthly = {
    what: { kind: 'bills', scope: { period: '2024-04' } },
    series: ids.invoices,
    sellerId: ids.seller,
    buyerId: ids.buyer,
    date: '2024-05-03',
    termDays: 30,
  };
});
afterEach(() => {
  expect(rig.verify()).toMatchObject({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok' });
  // The bill lines came in without a file behind them, which is looked at after all documents were found in order.
  expect(verifyDocuments(rig.book.read)).toMatch(/^the original of file 0+/);
  rig.close();
});
const hand = { by: 'hand', reason: 'no rule for this case', ratePct: '10' } as const;

describe('a monthly invoice', () => {
  it('has a line for each group, rounded by the largest remainder, and the tax of the buyer', async () => {
    const made = await rig.call('invoices/make', monthly);
    // 30.13001237 + 3.40499 + 0.005 = 33.54000237; SST 8 % of 33.54 = 2.6832.
    expect(made).toMatchObject({
      number: 'INV-2024-0001',
      vendor: 'other',
      direction: 'issued',
      type: 'monthly',
      period: '2024-04',
      currency: 'USD',
      net: '33.54',
      tax: '2.68',
      total: '36.22',
      status: 'unpaid',
      due: '2024-06-02',
      issued: '2024-05-03',
      series: { id: ids.invoices, sequence: 1 },
      seller: { name: 'Example Pte. Ltd.' },
      buyer: { name: 'Contoh Sdn. Bhd.' },
      document: {
        first: '2024-04-01',
        last: '2024-04-30',
        treatment: 'charged',
        rounding: { policy: 'document.largest-remainder-2', exact: '33.54000237', difference: '-0.00000237' },
      },
    });
    expect(made.document.components).toMatchObject([{ ratePct: '8', base: '33.54', amount: '2.68' }]);
    expect(made.lines.map((l) => [l.position, l.description, l.net, l.ratePct, l.taxCategory])).toEqual([
      [1, 'ECS', '30.13', '8', 'S'],
      [2, 'OBS', '3.4', '8', 'S'],
      [3, 'Other charges', '0.01', '8', 'S'],
    ]);
    expect(made.quoteId).not.toBeNull();
    expect(made.history).toMatchObject([{ event: 'made', from: null, to: 'unpaid' }]);
  });

  it('is what its draft showed, and the draft takes no number', async () => {
    const draft = await rig.call('invoices/draft', monthly);
    expect(await rig.call('invoices/draft', monthly)).toEqual(draft);
    expect(draft.warnings.map((w) => w.template)).toEqual(['{count} bill lines have no payable amount and are left out.']);
    expect(draft.taxCase).toMatchObject({ country: 'MY', entity: 'SPARKOO_SG', status: 'registered' });
    expect(await rig.call('invoices/make', monthly)).toMatchObject(draft.document);
    expect((await rig.call('invoices/draft', monthly)).document.number).toBe('INV-2024-0002');
  });

  it('says whose rule was taken where the seller is no contracting entity', async () => {
    const { id: sellerId } = await rig.call('parties/save', party('own', 'Plain Ltd', 'SG'));
    const templates = async (tax: MakingInput['tax']) =>
      (await rig.call('invoices/draft', { ...monthly, sellerId, tax })).warnings.map((w) => w.template);
    const said = '{seller} names no contracting entity: the tax is by the rule for {entity}.';
    expect(await templates({ by: 'rule' })).toContain(said);
    expect(await templates({ by: 'rule', entity: 'SPARKOO_SG' })).not.toContain(said);
    expect(await templates(hand)).not.toContain(said);
  });

  it('drills from each line to the bill lines that it stands for', async () => {
    const made = await rig.call('invoices/make', {
      ...monthly,
      what: { kind: 'bills', scope: { period: '2024-04', where: [{ column: 'account', value: 'a' }] } },
    });
    const found = await Promise.all(made.lines.map((line) => rig.call('bills/lines', billScopeOf(line.scope!))));
    expect(made.lines.map((l) => l.net)).toEqual(['10.13', '3.4', '0.01']);
    expect(found.map((f) => f.totals['USD']!.payable)).toEqual(['10.12501236', '3.40499', '0.005']);
  });

  it('warns where the same buyer was billed for the month before', async () => {
    await rig.call('invoices/make', monthly);
    const { warnings } = await rig.call('invoices/draft', { ...monthly, date: '2024-05-02' });
    expect(warnings.map((w) => w.template)).toEqual([
      '{count} bill lines have no payable amount and are left out.',
      '{number} of the same series is of {date}, which is later: dates and numbers would not run together.',
      '{number} is an invoice to the same buyer for {period} already.',
    ]);
  });

  it('does not change once it is given out', async () => {
    const { number } = await rig.call('invoices/make', monthly);
    const entered = { number, date: '2024-05-03', currency: 'USD', net: '1', tax: '0', reason: 'x' };
    expect(await rig.refusal('invoices/update', entered)).toBe('invoice.issued');
    expect(await rig.refusal('invoices/link', { number, period: '2024-03' })).toBe('invoice.issued');
    expect(await rig.refusal('invoices/schedule', { number, issued: '2024-05-09', reason: 'x' })).toBe('invoice.issued');
    expect(await rig.call('invoices/void', { number, reason: 'x' })).toMatchObject({ number, status: 'void' });
  });

  it('is no payable: lists, and what they add up to, are of received invoices', async () => {
    await rig.call('invoices/make', monthly);
    expect(await rig.call('invoices/list', {})).toEqual({ invoices: [], byStatus: [] });
    expect((await rig.call('invoices/list', { direction: 'issued' })).byStatus).toMatchObject([{ status: 'unpaid', open: '36.22' }]);
    expect((await rig.call('invoices/list', { direction: 'both' })).invoices).toHaveLength(1);
  });

  it.each([
    ['a month without bills', { what: { kind: 'bills', scope: { period: '2020-01' } } }, 'making.period-empty'],
    [
      'an empty selection',
      { what: { kind: 'bills', scope: { period: '2024-04', where: [{ column: 'account', value: 'none' }] } } },
      'making.no-lines',
    ],
    ['two currencies', { what: { kind: 'bills', scope: { period: '2024-05' } } }, 'making.currencies'],
    [
      'more given back than charged',
      { what: { kind: 'bills', scope: { period: '2024-05', where: [{ column: 'currency', value: 'USD' }] } } },
      'making.negative',
    ],
    ['a column that cannot group', { what: { kind: 'bills', scope: { period: '2024-04' }, groupBy: ['payable'] } }, 'bills.not-a-group'],
    ['an unknown buyer', { buyerId: 99 }, 'party.not-found'],
    ['no buyer', { buyerId: null }, 'making.parties'],
    ['an unknown series', { series: 99 }, 'making.no-series'],
    ['an order that is nowhere', { what: { kind: 'order', orderId: 'CS404' } }, 'making.no-order'],
    ['a due date before its date', { due: '2024-05-02' }, 'invoice.due-before-date'],
    ['a case without a rule', { tax: { by: 'rule', country: 'DE' } }, 'making.no-rule'],
    ['a tax by hand that is none', { tax: { by: 'hand', reason: 'x' } }, 'making.hand-tax-missing'],
    ['a tax that its rate contradicts', { tax: { ...hand, amount: '3.36' } }, 'making.hand-tax'],
    ['a rate into its own currency', { fx: { currency: 'USD', rate: '1' } }, 'invoice.fx-currency'],
    ['a rate of nothing', { fx: { currency: 'MYR', rate: '0.0' } }, 'invoice.fx-rate'],
    ['two sources of a top-up', { what: { kind: 'top-up' } }, 'making.top-up-source'],
    ['a row that is no payment', { what: { kind: 'top-up', row: 7 } }, 'making.no-top-up'],
    ['a payment that is not there', { what: { kind: 'top-up', payment: 7 } }, 'payment.not-found'],
  ] as [string, Partial<MakingInput>, string][])('refuses %s, draft and document alike', async (_, change, code) => {
    const input = { ...monthly, ...change };
    const before = rig.auditCount();
    expect(await rig.refusal('invoices/draft', input)).toBe(code);
    expect(await rig.refusal('invoices/make', input)).toBe(code);
    expect(rig.auditCount()).toBe(before);
  });

  it('refuses archived parties and series, a series of the other kind, and sellers that are no company of the user', async () => {
    expect(await rig.refusal('invoices/make', { ...monthly, series: ids.credits })).toBe('making.series-kind');
    expect(await rig.refusal('invoices/make', { ...monthly, sellerId: ids.buyer, buyerId: ids.seller })).toBe('making.seller-kind');
    expect(await rig.refusal('invoices/make', { ...monthly, buyerId: ids.seller })).toBe('making.same-party');
    await rig.call('parties/archive', { id: ids.buyer, archived: true });
    expect(await rig.refusal('invoices/make', monthly)).toBe('party.archived');
    await rig.call('parties/archive', { id: ids.buyer, archived: false });
    await rig.call('series/archive', { id: ids.invoices, archived: true });
    expect(await rig.refusal('invoices/make', monthly)).toBe('making.series-archived');
  });

  it('takes a tax by hand with its reason', async () => {
    const made = await rig.call('invoices/make', { ...monthly, tax: { ...hand, code: 'VAT', amount: '3.35' } });
    expect(made).toMatchObject({ tax: '3.35', total: '36.89', quoteId: null, document: { taxReason: hand.reason } });
    expect(made.document.components).toEqual([{ code: 'VAT', name: 'VAT', ratePct: '10', base: '33.54', amount: '3.35' }]);
    expect(made.history[0]!.reason).toBe(hand.reason);
  });

  it('tells its total in another currency by the policy of conversions', async () => {
    const made = await rig.call('invoices/make', { ...monthly, fx: { currency: 'MYR', rate: '4.70125', date: '2024-05-03' } });
    // 36.22 × 4.70125 = 170.279275
    expect(made).toMatchObject({ fx: { rate: '4.70125' }, converted: { total: '170.28', policy: 'conversion.half-up-2' } });
  });

  it('gives the two components of Haryana their own rounding', async () => {
    const { id: buyerId } = await rig.call('parties/save', party('customer', 'Udaharan', 'IN', { region: 'IN-HR', status: 'registered' }));
    const { countries } = await rig.call('tax/options', {});
    const entity = countries.find((c) => c.iso === 'IN')!.entities[0]!;
    const { document } = await rig.call('invoices/draft', { ...monthly, buyerId, tax: { by: 'rule', entity } });
    // 9 % of 33.54 is 3.0186, each by itself.
    expect(document.document.components!.map((c) => [c.code, c.base, c.amount]).toSorted()).toEqual([
      ['CGST', '33.54', '3.02'],
      ['SGST', '33.54', '3.02'],
    ]);
    expect(document).toMatchObject({ tax: '6.04', document: { title: 'Tax Invoice' } });
  });
});

describe('other kinds', () => {
  const row = (register: string, id: number, data: object, currency: string | null = 'USD') =>
    insertRegisterRow(rig.book.write, {
      batch_id: 1,
      row: id,
      register,
      vendor: 0,
      key_a: 7,
      key_b: id,
      content: id,
      period: null,
      currency,
      data: JSON.stringify(data),
    });

  it('an order that no bill has yet is invoiced from the list of orders', async () => {
    row('orders', 1, { orderId: 'CS77', productType: 'ECS', spec: 's6.large', quantity: '2', amount: '108.005' });
    row('orders', 2, { orderId: 'CS77', productType: 'EVS', paidAmount: '10' });
    row('orders', 3, { orderId: 'CS770', amount: '1' });
    const made = await rig.call('invoices/make', { ...monthly, what: { kind: 'order', orderId: 'CS77' } });
    expect(made).toMatchObject({ net: '118.01', type: 'order', period: null, document: { orderReference: 'CS77' } });
    expect(made.lines.map((l) => [l.description, l.quantity, l.net, l.scope])).toEqual([
      ['ECS · s6.large', '2', '108.01', null],
      ['EVS', null, '10', null],
    ]);
    row('orders', 4, { orderId: 'CS78', productType: 'EVS' });
    expect(await rig.refusal('invoices/draft', { ...monthly, what: { kind: 'order', orderId: 'CS78' } })).toBe('making.order-amount');
    row('orders', 5, { orderId: 'CS79', amount: '1' }, null);
    expect(await rig.refusal('invoices/draft', { ...monthly, what: { kind: 'order', orderId: 'CS79' } })).toBe('making.order-currency');
  });
  it('a top-up invoice is of a row of the payment history; a withdrawal is none', async () => {
    const idOf = (n: number) => rig.book.read.get<{ id: number }>('SELECT id FROM register_row WHERE key_b = ?', [n])!.id;
    row('payment-history', 11, { documentId: 'TTH1', amount: '500' });
    row('payment-history', 12, { documentId: 'TTH2', amount: '-5' });
    const top = (n: number): MakingInput => ({ ...monthly, what: { kind: 'top-up', row: idOf(n) } });
    expect(await rig.call('invoices/make', top(11))).toMatchObject({ net: '500', lines: [{ description: 'Top-up TTH1' }] });
    expect(await rig.refusal('invoices/make', top(12))).toBe('making.top-up-sign');
  });

  it('an order invoice is of the bill lines of its order', async () => {
    const made = await rig.call('invoices/make', { ...monthly, what: { kind: 'order', orderId: 'CS2', groupBy: ['productType'] } });
    expect(made).toMatchObject({ type: 'order', net: '20.01', document: { orderReference: 'CS2' } });
    expect(
      (await rig.call('invoices/draft', { ...monthly, what: { kind: 'order', orderId: 'CS2' } })).warnings.map((w) => w.params),
    ).toContainEqual({
      number: made.number,
      reference: 'CS2',
    });
  });
  it('a top-up invoice is of a payment', async () => {
    const { id } = await rig.call('payments/add', { date: '2024-05-02', amount: '500', currency: 'USD', reference: 'TT-9' });
    const made = await rig.call('invoices/make', { ...monthly, what: { kind: 'top-up', payment: id } });
    expect(made).toMatchObject({
      type: 'top-up',
      net: '500',
      tax: '40',
      period: null,
      lines: [{ description: 'Top-up TT-9', scope: null }],
    });
    await rig.call('payments/void', { id, reason: 'x' });
    expect(await rig.refusal('invoices/make', { ...monthly, what: { kind: 'top-up', payment: id } })).toBe('making.payment-void');
  });
});

describe('a credit note', () => {
  const credit = (what: object): MakingInput => ({
    what: { kind: 'credit', invoice: 'INV-2024-0001', ...what } as MakingInput['what'],
    series: ids.credits,
    date: '2024-05-10',
    reason: 'unsubscribed',
  });
  beforeEach(() => rig.call('invoices/make', monthly).then(() => undefined));

  it('of the whole is the mirror image of its invoice', async () => {
    const made = await rig.call('invoices/make', credit({}));
    const invoice = await rig.call('invoices/show', { number: 'INV-2024-0001' });
    expect(made).toMatchObject({
      number: 'CN-2024-0001',
      kind: 'credit-note',
      direction: 'issued',
      net: '-33.54',
      tax: '-2.68',
      credits: 'INV-2024-0001',
      buyer: { name: 'Contoh Sdn. Bhd.' },
    });
    expect(made.lines.map((l) => l.net)).toEqual(invoice.lines.map((l) => `-${l.net}`));
    expect(made.document.components).toMatchObject([{ base: '-33.54', amount: '-2.68' }]);
    expect(invoice).toMatchObject({ credited: '36.22', open: '0', status: 'paid' });
    expect(invoice.history.map((h) => h.event)).toEqual(['made', 'credited', 'settled']);
    expect(await rig.refusal('invoices/make', credit({}))).toBe('making.credit-nothing');
  });
  it('of the refunds among bill lines drills to them', async () => {
    const made = await rig.call('invoices/make', credit({ scope: { period: '2024-05' } }));
    // −5.005 rounds away from zero; its tax is 2.68 × 5.01 ÷ 33.54 = 0.4003…
    expect(made).toMatchObject({ net: '-5.01', tax: '-0.4', lines: [{ description: 'ECS', net: '-5.01' }] });
    expect((await rig.call('bills/lines', billScopeOf(made.lines[0]!.scope!))).totals['USD']!.payable).toBe('-5.005');
    expect(await rig.call('invoices/show', { number: 'INV-2024-0001' })).toMatchObject({ credited: '5.41', open: '30.81' });
  });
  it.each([
    ['more than the invoice', { net: '33.55' }, 'invoice.over-credit'],
    ['nothing', { net: '0' }, 'amount.not-positive'],
    ['an invoice that is not there', { invoice: 'INV-2024-0009' }, 'invoice.not-found'],
    ['refunds of a month without any', { scope: { period: '2024-04' } }, 'making.no-lines'],
  ])('refuses %s', async (_, what, code) => expect(await rig.refusal('invoices/make', credit(what))).toBe(code));
  it('refuses without a reason, before its invoice, and against what was received or credits itself', async () => {
    expect(await rig.refusal('invoices/make', { ...credit({}), reason: '' })).toBe('making.reason');
    expect(await rig.refusal('invoices/make', { ...credit({}), date: '2024-05-02' })).toBe('invoice.credit-before-invoice');
    await rig.call('invoices/add', { number: 'R-1', date: '2024-05-01', vendor: 'other', currency: 'USD', net: '10', tax: '0' });
    expect(await rig.refusal('invoices/make', credit({ invoice: 'R-1' }))).toBe('making.credit-received');
    const { number } = await rig.call('invoices/make', credit({ net: '1' }));
    expect(await rig.refusal('invoices/make', credit({ invoice: number }))).toBe('invoice.is-credit-note');
    expect(
      await rig.refusal('invoices/credit', {
        number: 'INV-2024-0001',
        creditNumber: 'X',
        date: '2024-05-10',
        net: '1',
        tax: '0',
        reason: 'x',
      }),
    ).toBe('invoice.credit-made');
  });

  it(
    'in whatever parts, takes back net and tax of its invoice and no more',
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 8 }), async (cents) => {
          const own = await makingRig();
          try {
            const invoice = await own.rig.call('invoices/make', {
              ...monthly,
              series: own.invoices,
              sellerId: own.seller,
              buyerId: own.buyer,
            });
            const part = { series: own.credits, date: '2024-05-10', reason: 'x' };
            for (const amount of cents)
              await own.rig.attempt('invoices/make', {
                ...part,
                what: { kind: 'credit', invoice: invoice.number, net: (amount / 100).toFixed(2) },
              });
            await own.rig.attempt('invoices/make', { ...part, what: { kind: 'credit', invoice: invoice.number } });
            const notes = (await own.rig.call('invoices/list', { direction: 'issued' })).invoices.filter((i) => i.kind === 'credit-note');
            const minor = (text: string): number => Math.round(Number(text) * 100);
            expect(notes.reduce((sum, n) => sum + minor(n.net), 0)).toBe(-minor(invoice.net));
            expect(notes.reduce((sum, n) => sum + minor(n.tax), 0)).toBe(-minor(invoice.tax));
            expect(notes.every((n) => minor(n.tax) <= 0)).toBe(true);
          } finally {
            own.rig.close();
          }
        }),
        { numRuns: 15 },
      ),
    60_000,
  );
});
