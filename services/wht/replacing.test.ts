import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { certificateRig, type CertificateRig } from './rig.ts';

let rig: CertificateRig;
beforeEach(async () => {
  rig = await certificateRig();
});
afterEach(() => {
  expect(rig.verify()).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
  rig.close();
});
const W1 = { number: 'W-1', issuer: 'LHDN' };
const statusOf = async (number: string): Promise<string> => (await rig.call('wht/show', { number })).status;

describe('a certificate in the place of another', () => {
  it.each(['submitted', 'accepted'])('makes a %s one void, frees its invoices and takes them over at once', async (state) => {
    await rig.call('wht/add', rig.paper());
    if (state === 'accepted') await rig.call('wht/review', { ...W1, decision: 'accept' });
    const next = await rig.call('wht/add', rig.paper({ number: 'W-2', total: '500', replaces: W1 }));
    expect(next).toMatchObject({ status: 'submitted', replaces: 'W-1', replacedBy: null });
    const old = await rig.call('wht/show', W1);
    expect(old).toMatchObject({ status: 'void', replaces: null, replacedBy: 'W-2' });
    expect(old.history.at(-1)).toMatchObject({ event: 'voided', from: state, reason: 'replaced by W-2' });
    expect(await rig.call('invoices/show', { number: 'A' })).toMatchObject({ withheld: '500' });
  });
  it('may carry the number of the one that it corrects', async () => {
    await rig.call('wht/add', rig.paper());
    await rig.call('wht/add', rig.paper({ total: '470', replaces: W1 }));
    expect((await rig.call('wht/list', {})).map((c) => [c.number, c.status, c.total])).toEqual([
      ['W-1', 'submitted', '470'],
      ['W-1', 'void', '480'],
    ]);
  });
  it('leaves a refused one refused', async () => {
    await rig.call('wht/add', rig.paper());
    await rig.call('wht/review', { ...W1, decision: 'refuse', reason: 'stamp' });
    await rig.call('wht/add', rig.paper({ number: 'W-2', replaces: W1 }));
    expect([await statusOf('W-1'), await statusOf('W-2')]).toEqual(['refused', 'submitted']);
    expect((await rig.call('wht/show', W1)).replacedBy).toBe('W-2');
  });
  it('as a draft leaves the old one alone until it is handed in', async () => {
    await rig.call('wht/add', rig.paper());
    const draft = await rig.call('wht/add', rig.paper({ number: 'W-2', draft: true, replaces: W1 }));
    expect(draft.problems).toEqual([]);
    expect(await statusOf('W-1')).toBe('submitted');
    expect(await rig.call('invoices/show', { number: 'A' })).toMatchObject({ withheld: '480' });
    await rig.call('wht/submit', { number: 'W-2' });
    expect([await statusOf('W-1'), await statusOf('W-2')]).toEqual(['void', 'submitted']);
    expect(await rig.call('invoices/show', { number: 'A' })).toMatchObject({ withheld: '480' });
  });
  it('that cannot be handed in leaves everything as it was', async () => {
    await rig.call('wht/add', rig.paper());
    const audit = rig.auditCount();
    expect(await rig.refusal('wht/add', rig.paper({ number: 'W-2', total: '7000', replaces: W1 }))).toBe('wht.over-open');
    expect(rig.auditCount()).toBe(audit);
    expect(await statusOf('W-1')).toBe('submitted');
  });
  it('is refused where nothing can be replaced', async () => {
    await rig.call('wht/add', rig.paper());
    expect(await rig.refusal('wht/add', rig.paper({ number: 'W-2', replaces: { number: 'W-9' } }))).toBe('wht.not-found');
    await rig.call('wht/add', rig.paper({ number: 'W-2', draft: true, replaces: W1 }));
    expect(await rig.refusal('wht/add', rig.paper({ number: 'W-3', replaces: W1 }))).toBe('wht.replaced-already');
    await rig.call('wht/void', { number: 'W-2', reason: 'no' });
    expect(await rig.refusal('wht/add', rig.paper({ side: 'payee', number: 'W-3', replaces: W1 }))).toBe('wht.replaces-side');
    await rig.call('wht/add', rig.paper({ number: 'W-3', replaces: W1 }));
    expect(await rig.refusal('wht/add', rig.paper({ number: 'W-4', replaces: W1 }))).toBe('wht.replaces-void');
  });
  it('whatever is replaced, drafted, refused and voided: never two in the place of one, no invoice beyond its amount', async () => {
    const act = fc.record({
      kind: fc.constantFrom('replace', 'draft', 'submit', 'accept', 'refuse', 'void'),
      pick: fc.nat(20),
      total: fc.integer({ min: 1, max: 700_000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 12 }), async (acts) => {
        const book = await certificateRig();
        try {
          let n = 1;
          await book.call('wht/add', book.paper());
          for (const { kind, pick, total } of acts) {
            const list = await book.call('wht/list', {});
            const one = list[pick % list.length]!;
            const at = { number: one.number, issuer: one.issuer, id: one.id };
            if (kind === 'replace' || kind === 'draft')
              await book.attempt(
                'wht/add',
                book.paper({ number: `W-${++n}`, total: (total / 100).toFixed(2), draft: kind === 'draft', replaces: at }),
              );
            else if (kind === 'submit') await book.attempt('wht/submit', at);
            else if (kind === 'void') await book.attempt('wht/void', { ...at, reason: 'x' });
            else await book.attempt('wht/review', { ...at, decision: kind as 'accept' | 'refuse', reason: 'x' });
            const after = await book.call('wht/list', {});
            const places = after.filter((c) => c.status !== 'void' && c.replaces !== null).map((c) => c.replaces);
            expect(new Set(places).size).toBe(places.length);
            for (const c of after)
              if (c.replacedBy !== null && after.find((other) => other.number === c.replacedBy)?.status !== 'draft')
                expect(['void', 'refused']).toContain(c.status);
            const { withheld, open, total: whole } = await book.call('invoices/show', { number: 'A' });
            const live = after.filter((c) => c.status === 'submitted' || c.status === 'accepted');
            expect(live.length).toBeLessThanOrEqual(1);
            expect(withheld).toBe(live[0]?.total ?? '0');
            expect(Number(open)).toBeGreaterThanOrEqual(0);
            expect(Number(withheld) + Number(open)).toBeCloseTo(Number(whole), 6);
            expect(book.verify()).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
          }
        } finally {
          book.close();
        }
      }),
      { numRuns: 10 },
    );
  }, 120_000);
});
