import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDocuments } from '../../../db/verify-documents.ts';
import { makingRig, type MakingInput, type Rig } from '../../../test/support/making-rig.ts';

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

describe('numbers', () => {
  it('run from 1 without gaps, whatever is made, refused, drafted and voided', async () => {
    const act = fc.oneof(
      fc.record({ do: fc.constant('make' as const), month: fc.integer({ min: 1, max: 12 }), year: fc.constantFrom(2024, 2025) }),
      fc.record({ do: fc.constant('refused' as const), pick: fc.nat(2) }),
      fc.record({ do: fc.constant('draft' as const) }),
      fc.record({ do: fc.constant('void' as const), pick: fc.nat(20) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 15 }), async (acts) => {
        const own = await makingRig();
        try {
          const input: MakingInput = { ...monthly, series: own.invoices, sellerId: own.seller, buyerId: own.buyer };
          const made: string[] = [];
          for (const a of acts) {
            if (a.do === 'make') {
              const date = `${a.year}-${String(a.month).padStart(2, '0')}-15`;
              const { number } = await own.rig.call('invoices/make', { ...input, date, tax: hand });
              made.push(number);
            } else if (a.do === 'refused') {
              const wrong: Partial<MakingInput>[] = [
                { buyerId: 99 },
                { tax: { by: 'hand', reason: 'x', ratePct: '10', amount: '1' } },
                { what: { kind: 'order', orderId: 'none' } },
              ];
              expect((await own.rig.attempt('invoices/make', { ...input, ...wrong[a.pick] })).ok).toBe(false);
            } else if (a.do === 'draft') await own.rig.call('invoices/draft', { ...input, tax: hand });
            else if (made.length > 0) await own.rig.attempt('invoices/void', { number: made[a.pick % made.length]!, reason: 'x' });
          }
          const all = (await own.rig.call('invoices/list', { direction: 'issued' })).invoices;
          expect(all).toHaveLength(made.length);
          for (const year of ['2024', '2025']) {
            const run = all
              .filter((i) => i.date.startsWith(year))
              .map((i) => i.series!.sequence)
              .toSorted((a, b) => a - b);
            expect(run).toEqual(run.map((_, i) => i + 1));
            expect(
              all
                .filter((i) => i.date.startsWith(year))
                .map((i) => i.number)
                .toSorted(),
            ).toEqual(run.map((n) => `INV-${year}-${String(n).padStart(4, '0')}`));
          }
        } finally {
          own.rig.close();
        }
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('are refused where another document bears them, and a void one is not entered over', async () => {
    await rig.call('invoices/add', { number: 'INV-2024-0001', date: '2024-05-01', vendor: 'other', currency: 'USD', net: '10', tax: '0' });
    expect(await rig.refusal('invoices/draft', monthly)).toBe('invoice.number-taken');
    expect(await rig.refusal('invoices/make', monthly)).toBe('invoice.number-taken');
    const { number } = await rig.call('invoices/make', { ...monthly, date: '2025-05-03' });
    await rig.call('invoices/void', { number, reason: 'x' });
    expect(await rig.refusal('invoices/add', { number, date: '2024-05-01', vendor: 'other', currency: 'USD', net: '10', tax: '0' })).toBe(
      'invoice.number-taken',
    );
  });
});

describe('receipts', () => {
  it('are laid on issued invoices, never on both kinds', async () => {
    const { number } = await rig.call('invoices/make', monthly);
    await rig.call('invoices/add', { number: 'R-1', date: '2024-05-01', vendor: 'huawei', currency: 'USD', net: '10', tax: '0' });
    const payment = { date: '2024-05-20', amount: '46.22', currency: 'USD', reference: 'IN-1' };
    const both = [
      { invoice: number, amount: '36.22' },
      { invoice: 'R-1', amount: '10' },
    ];
    expect(await rig.refusal('payments/add', { ...payment, allocate: both })).toBe('payment.directions');
    expect(await rig.call('payments/add', { ...payment, allocate: [both[0]!] })).toMatchObject({ direction: 'issued', left: '10' });
    expect(await rig.call('invoices/show', { number })).toMatchObject({ status: 'paid', open: '0' });
  });
  it('take no WHT certificate of the user', async () => {
    const { number } = await rig.call('invoices/make', monthly);
    expect(
      await rig.refusal('wht/add', {
        number: 'W',
        date: '2024-05-20',
        total: '1',
        currency: 'USD',
        allocate: [{ invoice: number }],
        attach: [rig.file('w.pdf', '%PDF-1.4\n%%EOF\n')],
      }),
    ).toBe('wht.issued');
  });
});

it('verify notices a line that was changed behind its back', async () => {
  const { number } = await rig.call('invoices/make', monthly);
  const { id } = rig.book.read.get<{ id: number }>('SELECT id FROM invoice WHERE number = ?', [number])!;
  rig.book.write.run("UPDATE invoice_line SET description = 'x' WHERE invoice_id = ? AND position = 2", [id]);
  expect(verifyDocuments(rig.book.read)).toBe(`invoice ${number} is not as the audit trail recorded it`);
  rig.book.write.run("UPDATE invoice_line SET description = 'OBS' WHERE invoice_id = ? AND position = 2", [id]);
});
