import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentRig, SMALL_PDF } from '../invoices/rig.ts';

type Rig = ReturnType<typeof documentRig>;
let rig: Rig;
beforeEach(async () => {
  rig = documentRig();
  await addInvoices(rig);
});
afterEach(() => {
  expect(rig.verify()).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
  rig.close();
});

const addInvoices = async (to: Rig): Promise<void> => {
  for (const [number, net, tax] of [
    ['A', '100', '8'],
    ['B', '50', '4'],
    ['C', '20.005', '0'],
  ] as const)
    await to.call('invoices/add', { number, date: '2024-03-02', vendor: 'huawei', entity: 'SPARKOO_SG', currency: 'USD', net, tax });
};
const pay = (change: object = {}) => ({
  date: '2024-03-20',
  amount: '150',
  currency: 'USD',
  reference: 'TT-1',
  allocate: [
    { invoice: 'A', amount: '100' },
    { invoice: 'B', amount: '30.5' },
  ],
  ...change,
});

describe('payments', () => {
  it('lie on several invoices, and several on one', async () => {
    const first = await rig.call('payments/add', pay());
    expect(first).toMatchObject({ allocated: '130.5', left: '19.5', status: 'active' });
    await rig.call('payments/add', pay({ reference: 'TT-2', amount: '8', allocate: [{ invoice: 'A', amount: '8' }] }));
    const a = await rig.call('invoices/show', { number: 'A' });
    expect(a).toMatchObject({
      paid: '108',
      open: '0',
      status: 'paid',
      allocations: [
        { kind: 'payment', reference: 'TT-1', amount: '100' },
        { kind: 'payment', reference: 'TT-2', amount: '8' },
      ],
    });
    expect(a.history.at(-1)).toMatchObject({ event: 'settled', from: 'unpaid', to: 'paid', reason: 'payment TT-2' });
    expect(await rig.call('payments/list', { search: 'b' })).toHaveLength(1);
  });
  it('are allocated anew as a whole; their own shares count as open', async () => {
    const { id } = await rig.call('payments/add', pay());
    const moved = await rig.call('payments/allocate', { id, allocate: [{ invoice: 'A', amount: '108' }] });
    expect(moved).toMatchObject({ allocated: '108', left: '42', allocations: [{ invoice: 'A', amount: '108' }] });
    expect(await rig.call('invoices/show', { number: 'B' })).toMatchObject({ paid: '0', open: '54' });
    expect(moved.history.map((h) => h.event)).toEqual(['added', 'allocated']);
  });
  it('free their invoices when voided, and keep their record', async () => {
    const { id } = await rig.call('payments/add', pay({ allocate: [{ invoice: 'A', amount: '108' }] }));
    const voided = await rig.call('payments/void', { id, reason: 'bounced' });
    expect(voided).toMatchObject({ status: 'void', allocated: '0', left: '150', allocations: [] });
    expect((await rig.call('invoices/show', { number: 'A' })).history.map((h) => h.event)).toEqual(['added', 'settled', 'reopened']);
    expect(await rig.refusal('payments/void', { id, reason: 'again' })).toBe('payment.void');
    expect(await rig.refusal('payments/allocate', { id, allocate: [] })).toBe('payment.void');
  });
  it.each([
    [pay({ amount: '0' }), 'amount.not-positive'],
    [pay({ amount: '-5' }), 'amount.not-positive'],
    [pay({ amount: '130.49' }), 'payment.over-amount'],
    [pay({ allocate: [{ invoice: 'A', amount: '108.01' }] }), 'payment.over-open'],
    [pay({ currency: 'EUR' }), 'payment.currency'],
    [
      pay({
        allocate: [
          { invoice: 'A', amount: '1' },
          { invoice: 'A', amount: '1' },
        ],
      }),
      'payment.invoice-twice',
    ],
    [pay({ allocate: [{ invoice: 'X', amount: '1' }] }), 'invoice.not-found'],
    [pay({ allocate: [{ invoice: 'A', amount: '-1' }] }), 'amount.not-positive'],
  ])('refused (%#) leave nothing behind: %s', async (input, code) => {
    const audit = rig.auditCount();
    expect(await rig.refusal('payments/add', input)).toBe(code);
    expect(await rig.call('payments/list', {})).toEqual([]);
    expect(rig.auditCount()).toBe(audit);
  });
  it('do not go to a credit note', async () => {
    await rig.call('invoices/credit', { number: 'A', creditNumber: 'CN', date: '2024-03-10', net: '10', tax: '0', reason: 'x' });
    expect(await rig.refusal('payments/add', pay({ allocate: [{ invoice: 'CN', amount: '1' }] }))).toBe('payment.credit-note');
    expect(await rig.refusal('payments/show', { id: 77 })).toBe('payment.not-found');
  });
});

/** Everything that the figures say, without the order in which it happened. */
async function state(of: Rig) {
  const { invoices, byStatus } = await of.call('invoices/list', {});
  const payments = await of.call('payments/list', {});
  const certificates = await of.call('wht/list', {});
  const units = (text: string): bigint => {
    const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
    const n = BigInt(whole) * 10n ** 10n + BigInt(fraction.padEnd(10, '0') || '0');
    return text.startsWith('-') ? -n : n;
  };
  const total = (texts: string[]): bigint => texts.reduce((n, t) => n + units(t), 0n);
  return {
    facts: {
      byStatus,
      invoices: invoices
        .map((i) => [
          i.number,
          i.status,
          i.paid,
          i.withheld,
          i.open,
          i.allocations.map((a) => `${a.kind} ${a.reference} ${a.amount}`).toSorted(),
        ])
        .toSorted(),
      payments: payments.map((p) => [p.reference, p.status, p.allocated, p.left]).toSorted(),
      certificates: certificates.map((c) => [c.number, c.status, c.total]).toSorted(),
    },
    conserved:
      total(payments.map((p) => p.allocated)) === total(invoices.map((i) => i.paid)) &&
      total(
        certificates
          .filter((c) => c.status === 'submitted' || c.status === 'accepted')
          .flatMap((c) => c.allocations.map((a) => a.payAmount)),
      ) === total(invoices.map((i) => i.withheld)) &&
      payments.every((p) => units(p.allocated) + units(p.left) === units(p.amount) && units(p.left) >= 0n) &&
      invoices.every(
        (i) => units(i.open) >= 0n && units(i.open) + units(i.paid) + units(i.withheld) + units(i.credited) === units(i.total),
      ),
  };
}

const cents = (max: number) => fc.integer({ min: 1, max }).map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`);
const invoice = fc.constantFrom('A', 'B', 'C');
const act = fc.oneof(
  fc.record({
    do: fc.constant('pay' as const),
    amount: cents(20_000),
    shares: fc.uniqueArray(fc.record({ invoice, amount: cents(12_000) }), { selector: (s) => s.invoice, maxLength: 3 }),
  }),
  fc.record({ do: fc.constant('withhold' as const), invoice, amount: cents(5000) }),
  fc.record({
    do: fc.constant('reallocate' as const),
    pick: fc.nat(20),
    shares: fc.uniqueArray(fc.record({ invoice, amount: cents(12_000) }), { selector: (s) => s.invoice, maxLength: 3 }),
  }),
  fc.record({ do: fc.constant('void' as const), pick: fc.nat(20) }),
  fc.record({ do: fc.constant('review' as const), pick: fc.nat(20), decision: fc.constantFrom('accept' as const, 'refuse' as const) }),
);

describe('whatever is done', () => {
  it('sums are conserved after every act, granted or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
        const own = documentRig();
        try {
          await addInvoices(own);
          let payments = 0;
          let certificates = 0;
          for (const a of acts) {
            if (a.do === 'pay') {
              if (
                (
                  await own.attempt('payments/add', {
                    date: '2024-03-20',
                    amount: a.amount,
                    currency: 'USD',
                    reference: `P${payments + 1}`,
                    allocate: a.shares,
                  })
                ).ok
              )
                payments++;
            } else if (a.do === 'withhold') {
              if (
                (
                  await own.attempt('wht/add', {
                    number: `W${certificates + 1}`,
                    date: '2024-04-01',
                    total: a.amount,
                    currency: 'USD',
                    allocate: [{ invoice: a.invoice }],
                    attach: [own.file('w.pdf', SMALL_PDF)],
                  })
                ).ok
              )
                certificates++;
            } else if (a.do === 'reallocate' && payments > 0)
              await own.attempt('payments/allocate', { id: (a.pick % payments) + 1, allocate: a.shares });
            else if (a.do === 'void' && payments > 0) await own.attempt('payments/void', { id: (a.pick % payments) + 1, reason: 'x' });
            else if (a.do === 'review' && certificates > 0)
              await own.attempt('wht/review', { number: `W${(a.pick % certificates) + 1}`, decision: a.decision, reason: 'x' });
            expect((await state(own)).conserved).toBe(true);
          }
          expect(own.verify().totals).toBe('ok');
        } finally {
          own.close();
        }
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('the same payments and certificates in any order end in the same state', async () => {
    const steps = [
      (r: Rig) =>
        r.call('payments/add', {
          date: '2024-03-20',
          amount: '120',
          currency: 'USD',
          reference: 'P1',
          allocate: [
            { invoice: 'A', amount: '60' },
            { invoice: 'B', amount: '50' },
          ],
        }),
      (r: Rig) =>
        r.call('payments/add', {
          date: '2024-03-21',
          amount: '40',
          currency: 'USD',
          reference: 'P2',
          allocate: [{ invoice: 'A', amount: '40' }],
        }),
      (r: Rig) =>
        r.call('payments/add', {
          date: '2024-03-22',
          amount: '20.005',
          currency: 'USD',
          reference: 'P3',
          allocate: [{ invoice: 'C', amount: '18.005' }],
        }),
      (r: Rig) =>
        r.call('wht/add', {
          number: 'W1',
          date: '2024-04-01',
          total: '12',
          currency: 'USD',
          allocate: [
            { invoice: 'A', amount: '8' },
            { invoice: 'B', amount: '4' },
          ],
          attach: [r.file('w.pdf', SMALL_PDF)],
        }),
      (r: Rig) =>
        r.call('wht/add', {
          number: 'W2',
          date: '2024-04-01',
          total: '9',
          currency: 'MYR',
          allocate: [{ invoice: 'C', payAmount: '2' }],
          attach: [r.file('w.pdf', SMALL_PDF)],
        }),
    ];
    const ends = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(steps, { minLength: steps.length }), async (order) => {
        const own = documentRig();
        try {
          await addInvoices(own);
          for (const step of order) await step(own);
          const end = await state(own);
          expect(end.conserved).toBe(true);
          expect(end.facts.byStatus).toEqual([{ status: 'paid', currency: 'USD', count: 3, total: '182.005', open: '0' }]);
          ends.add(JSON.stringify(end.facts));
        } finally {
          own.close();
        }
      }),
      { numRuns: 12 },
    );
    expect(ends.size).toBe(1);
  }, 60_000);
});
