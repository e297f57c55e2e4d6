import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentRig, SMALL_PDF } from '../invoices/rig.ts';

let rig: ReturnType<typeof documentRig>;
beforeEach(() => {
  rig = documentRig();
});
afterEach(() => rig.close());

const trc = {
  entity: 'SPARKOO_SG',
  residence: 'SG',
  forCountry: 'MY',
  number: 'TRC-2024-1',
  validFrom: '2024-01-01',
  validTo: '2024-06-30',
} as const;
const ask = (date: string) =>
  rig.call('tax/quote', {
    country: 'MY',
    entity: 'SPARKOO_SG',
    status: 'registered',
    amount: '100',
    currency: 'USD',
    date,
    incomeType: 'technical service fee',
  });

describe('certificates of residence', () => {
  it('open the treaty rate on their days, until they are withdrawn; a quote on record keeps what it used', async () => {
    expect(await ask('2024-03-02')).toMatchObject({ wht: { ratePct: null }, netPayable: null, treaty: { missing: 'certificate' } });
    const { id } = await rig.call('residence/add', { ...trc, file: rig.file('trc.pdf', SMALL_PDF) });
    expect(await ask('2024-03-02')).toMatchObject({ wht: { ratePct: '5', basis: 'treaty' }, netPayable: '103' });
    expect(await ask('2024-07-01')).toMatchObject({ treaty: { missing: 'certificate' }, netPayable: null });
    const kept = await rig.call('tax/record-quote', {
      country: 'MY',
      entity: 'SPARKOO_SG',
      status: 'registered',
      amount: '100',
      currency: 'USD',
      date: '2024-03-02',
      incomeType: 'royalty',
    });
    expect(kept.quote.netPayable).toBe('100');
    const withdrawn = await rig.call('residence/withdraw', { id, reason: 'Replaced by the authority' });
    expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawn: { who: 'ann', reason: 'Replaced by the authority' } });
    expect(await ask('2024-03-02')).toMatchObject({ treaty: { missing: 'certificate' } });
    expect(await rig.call('tax/recompute', { id: kept.id })).toMatchObject({ equal: true, now: { equal: true } });
    expect(rig.verify()).toMatchObject({ totals: 'ok', auditChain: 'ok' });
  });

  it('are listed with where they stand today and their papers', async () => {
    const { id } = await rig.call('residence/add', trc);
    await rig.call('residence/attach', { id, file: rig.file('scan.pdf', SMALL_PDF) });
    expect(await rig.call('residence/list', {})).toMatchObject([
      { id, entity: 'SPARKOO_SG', party: null, state: 'expiring', daysLeft: 41, attachments: [{ name: 'scan.pdf' }], withdrawn: null },
    ]);
    expect(await rig.call('residence/list', { forCountry: 'TH' })).toEqual([]);
    expect(rig.verify()).toMatchObject({ totals: 'ok' });
  });

  it('of a party count for the contracting entity that the party is', async () => {
    const id = rig.book.write.run(
      "INSERT INTO party (kind, name, country, entity, details) VALUES ('vendor', 'S', 'SG', 'SPARKOO_SG', '{\"name\":\"S\"}')",
    ).id;
    await rig.call('residence/add', { ...trc, entity: null, partyId: id });
    expect(await ask('2024-03-02')).toMatchObject({ wht: { basis: 'treaty' } });
    expect(await rig.call('residence/list', {})).toMatchObject([{ entity: null, party: { id, name: 'S' } }]);
  });

  it.each([
    [{ entity: null }, 'residence.holder'],
    [{ partyId: 7 }, 'residence.holder'],
    [{ entity: null, partyId: 7 }, 'residence.party'],
    [{ validTo: '2023-12-31' }, 'residence.days'],
    [{ residence: 'MY' }, 'residence.same-country'],
  ])('refuse %j', async (change, code) => expect(await rig.refusal('residence/add', { ...trc, ...change })).toBe(code));

  it('refuse a second of the same number, a second withdrawal, and one that is not there', async () => {
    const { id } = await rig.call('residence/add', trc);
    expect(await rig.refusal('residence/add', trc)).toBe('residence.duplicate');
    expect(await rig.refusal('residence/withdraw', { id: id + 1, reason: 'x' })).toBe('residence.not-found');
    await rig.call('residence/withdraw', { id, reason: 'x' });
    expect(await rig.refusal('residence/withdraw', { id, reason: 'x' })).toBe('residence.withdrawn');
    expect(await rig.refusal('residence/add', trc)).toBe('ok');
  });

  it('are noticed when they were changed behind the audit trail', async () => {
    const { id } = await rig.call('residence/add', trc);
    rig.book.write.run("UPDATE residence_certificate SET valid_to = '2034-06-30' WHERE id = ?", [id]);
    expect(rig.verify()).toMatchObject({ totals: expect.stringContaining('TRC-2024-1') as unknown });
  });
});

describe('tax in the price', () => {
  it('is grossed up, with the steps', async () => {
    expect(await rig.call('tax/gross-up', { net: '100.00', ratePct: '08.00', currency: 'USD' })).toMatchObject({
      gross: '108.7',
      wht: '8.7',
      policy: 'gross-up.half-up-2',
    });
    expect(await rig.refusal('tax/gross-up', { net: '1.00000000001', ratePct: '8', currency: 'USD' })).toBe('amount.too-precise');
  });
  it('has its clause by country and day', async () =>
    expect(await rig.call('tax/wht-clauses', { country: 'MY', entity: 'SPARKOO_SG' })).toMatchObject([
      { price: 'excludes', to: '2021-10-31' },
      { price: 'includes', from: '2021-11-01' },
    ]));
});
