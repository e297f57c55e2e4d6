import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { certificateRig } from './rig.ts';
import type { CertificateRig } from './rig.ts';

let rig: CertificateRig;
beforeEach(async () => {
  rig = await certificateRig();
});
afterEach(() => {
  expect(rig.verify()).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
  rig.close();
});

const codes = (list: readonly { code: string }[]): string[] => list.map((problem) => problem.code);

describe('a draft', () => {
  it('holds its number and nothing else: no tax is withheld by it yet', async () => {
    const draft = await rig.call('wht/add', rig.paper({ draft: true }));
    expect(draft).toMatchObject({ status: 'draft', submitted: null, problems: [] });
    expect(draft.history.map((h) => h.event)).toEqual(['drafted']);
    expect(await rig.call('invoices/show', { number: 'A' })).toMatchObject({ withheld: '0', open: '6480', allocations: [] });
    expect(await rig.refusal('wht/add', rig.paper({ allocate: [{ invoice: 'B' }] }))).toBe('wht.duplicate');
    expect(await rig.refusal('wht/review', { number: 'W-1', decision: 'accept' })).toBe('wht.status');
  });
  it('may lack invoices, paper and sum, and says what it lacks', async () => {
    const bare = await rig.call('wht/add', rig.paper({ draft: true, allocate: [], attach: [], income: [rig.line({ tax: '479' })] }));
    expect(codes(bare.problems)).toEqual(['wht.no-invoices', 'wht.income-sum', 'wht.no-attachment']);
    expect(await rig.refusal('wht/submit', { number: 'W-1' })).toBe('wht.no-invoices');
    const partly = await rig.call('wht/update', { ...rig.paper(), id: bare.id, allocate: [{ invoice: 'A', amount: '300' }] });
    expect(codes(partly.problems)).toEqual(['wht.sum']);
    expect(await rig.refusal('wht/submit', { number: 'W-1' })).toBe('wht.sum');
  });
  it('is written anew as a whole, with files added and taken off, until it is handed in', async () => {
    const first = await rig.call('wht/add', rig.paper({ draft: true, attach: [rig.pdf('one.pdf'), rig.pdf('two.pdf')] }));
    const [one] = first.attachments;
    const changed = await rig.call('wht/update', {
      ...rig.paper({ number: 'W-2', total: '480', note: 'seen', attach: [rig.pdf('three.pdf')], allocate: [{ invoice: 'B' }] }),
      id: first.id,
      detach: [one!.id],
    });
    expect(changed).toMatchObject({ id: first.id, number: 'W-2', note: 'seen', allocations: [{ invoice: 'B', amount: '480' }] });
    expect(changed.attachments.map((a) => a.name)).toEqual(['two.pdf', 'three.pdf']);
    expect(await rig.refusal('wht/update', { ...rig.paper(), id: first.id, attach: [], detach: [one!.id] })).toBe('attachment.not-found');
    await rig.call('wht/submit', { number: 'W-2' });
    expect(await rig.refusal('wht/update', { ...rig.paper(), id: first.id })).toBe('wht.no-draft');
    expect(await rig.refusal('wht/update', { ...rig.paper(), id: 99 })).toBe('wht.not-found');
  });
  it('keeps its generated number when it is written anew', async () => {
    const draft = await rig.call('wht/add', rig.paper({ draft: true, number: null }));
    const again = await rig.call('wht/update', { ...rig.paper({ number: null, attach: [] }), id: draft.id });
    expect(again).toMatchObject({ number: 'TB-WHT-000001', generated: true });
    expect(await rig.call('wht/nextNumber', {})).toEqual({ number: 'TB-WHT-000002' });
  });
  it('is written anew and handed in as one step, or not at all', async () => {
    const draft = await rig.call('wht/add', rig.paper({ draft: true }));
    const audit = rig.auditCount();
    const wrong = {
      ...rig.paper({ attach: [rig.pdf('more.pdf')], allocate: [{ invoice: 'A', amount: '1' }] }),
      id: draft.id,
      submit: true,
    };
    expect(await rig.refusal('wht/update', wrong)).toBe('wht.sum');
    expect(rig.auditCount()).toBe(audit);
    expect((await rig.call('wht/show', { number: 'W-1' })).attachments).toHaveLength(1);
    const done = await rig.call('wht/update', { ...rig.paper({ attach: [] }), id: draft.id, submit: true, submitted: '2024-05-02' });
    expect(done).toMatchObject({ status: 'submitted', submitted: '2024-05-02' });
  });
  it('is held to the day on which it is handed in, and to what became of its invoices', async () => {
    await rig.call('wht/add', rig.paper({ draft: true }));
    expect(await rig.refusal('wht/submit', { number: 'W-1', date: '2024-05-21' })).toBe('wht.submitted-future');
    expect(await rig.refusal('wht/submit', { number: 'W-1', date: '2024-04-09' })).toBe('wht.submitted-before');
    await rig.call('wht/add', rig.paper({ number: 'W-2' }));
    expect(codes((await rig.call('wht/show', { number: 'W-1' })).problems)).toEqual(['wht.invoice-taken']);
    expect(await rig.refusal('wht/submit', { number: 'W-1' })).toBe('wht.invoice-taken');
    await rig.call('wht/void', { number: 'W-2', reason: 'twice' });
    expect(await rig.call('wht/submit', { number: 'W-1', date: '2024-04-10' })).toMatchObject({
      status: 'submitted',
      submitted: '2024-04-10',
    });
    expect(await rig.call('invoices/show', { number: 'A' })).toMatchObject({ withheld: '480' });
  });
  it.each([
    [{ allocate: [{ invoice: 'A' }, { invoice: 'A' }] }, 'wht.invoice-twice'],
    [{ allocate: [{ invoice: 'A', amount: '1' }, { invoice: 'B' }] }, 'wht.amount-missing'],
    [{ currency: 'MYR' }, 'wht.pay-amount-missing'],
    [{ first: '2024-04-30', last: '2024-04-01' }, 'wht.period'],
    [{ form: 'XX-NONE' }, 'wht.form-unknown'],
    [{ total: '-1' }, 'amount.not-positive'],
  ])('refuses what no record can say: %j', async (change, code) =>
    expect(await rig.refusal('wht/add', rig.paper({ draft: true, attach: [], ...change }))).toBe(code),
  );
  it('handed in ends in the same state as a certificate that was entered at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          cents: fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 3 }),
          rate: fc.constantFrom(null, '4.7315', '0.25', '3'),
          steps: fc.boolean(),
        }),
        async ({ cents, rate, steps }) => {
          const drafted = await certificateRig();
          const direct = await certificateRig();
          try {
            const amounts = cents.map((c) => (c / 100).toFixed(2));
            const total = (cents.reduce((a, b) => a + b) / 100).toFixed(2);
            const input = {
              total,
              currency: rate === null ? 'USD' : 'MYR',
              allocate: ['A', 'B', 'C'].slice(0, cents.length).map((invoice, i) => ({
                invoice,
                amount: amounts[i]!,
                payAmount: null,
                fx: rate === null ? null : { rate, date: '2024-04-01', source: 'bank' },
              })),
            };
            const at = await direct.attempt('wht/add', direct.paper(input));
            const kept = await drafted.attempt(
              'wht/add',
              drafted.paper({ ...input, draft: true, ...(steps && { allocate: input.allocate.slice(1) }) }),
            );
            const whole =
              kept.ok && steps
                ? await drafted.attempt('wht/update', { ...drafted.paper({ ...input, attach: [] }), id: kept.value.id })
                : kept;
            const done = whole.ok ? await drafted.attempt('wht/submit', { number: 'W-1' }) : whole;
            expect(done.ok).toBe(at.ok);
            if (!done.ok || !at.ok) return;
            const same = ({ history: _h, attachments: _a, ...rest }: typeof done.value) => rest;
            expect(same(done.value)).toEqual(same(at.value));
            for (const number of ['A', 'B', 'C']) {
              const { withheld, open, status } = await drafted.call('invoices/show', { number });
              expect(await direct.call('invoices/show', { number })).toMatchObject({ withheld, open, status });
            }
            expect(drafted.verify()).toEqual(direct.verify());
          } finally {
            drafted.close();
            direct.close();
          }
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);
});

describe('more files', () => {
  it('can be hung on a certificate of any state but void', async () => {
    await rig.call('wht/add', rig.paper());
    const more = await rig.call('wht/attach', { number: 'W-1', attach: [rig.pdf('receipt.pdf')] });
    expect(more.attachments.map((a) => a.name)).toEqual(['certificate.pdf', 'receipt.pdf']);
    expect(more.history.at(-1)).toMatchObject({ event: 'attached', reason: 'receipt.pdf' });
    expect(await rig.refusal('wht/attach', { number: 'W-1', attach: [rig.file('x.pdf', 'MZ')] })).toBe('attachment.kind');
    expect(await rig.refusal('wht/attach', { number: 'W-1', attach: Array.from({ length: 19 }, () => rig.pdf()) })).toBe(
      'attachment.too-many',
    );
    await rig.call('wht/void', { number: 'W-1', reason: 'x' });
    expect(await rig.refusal('wht/attach', { number: 'W-1', attach: [rig.pdf()] })).toBe('wht.status');
  });
});
