import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentRig } from '../invoices/rig.ts';

let rig: ReturnType<typeof documentRig>;
beforeAll(() => {
  rig = documentRig();
  rig.session.close();
});
afterAll(() => rig.close());

const my = {
  country: 'MY',
  entity: 'SPARKOO_SG',
  status: 'registered',
  amount: '100',
  currency: 'USD',
  date: '2024-03-02',
  whtRate: '8',
} as const;

describe('a quote', () => {
  it('needs no book and answers as the contract says', async () => {
    expect(await rig.call('tax/quote', my)).toMatchObject({
      tax: {
        code: 'DST',
        name: 'Service tax on digital services',
        ratePct: '8',
        amount: '8',
        treatment: 'charged',
        components: [{ code: 'DST', ratePct: '8', amount: '8' }],
      },
      wht: { ratePct: '8', amount: '8', due: '60 days after paying the WHT', treatment: 'withheld_from_payment' },
      invoiceTotal: '108',
      netPayable: '100',
      rule: { id: 'MY-02', source: 'Huawei Cloud billing guide 8.1', certainty: 'explicit', from: '2024-03-01', to: null, own: null },
      remits: { by: 'seller', to: 'Malaysia tax authority' },
      document: null,
      taxId: null,
      status: { used: 'any', choose: [] },
      whtRule: { id: 'MY-06', source: 'Huawei Cloud billing guide 8.2' },
      pack: 'huawei-cloud-2024-04-16@1',
      steps: expect.arrayContaining([{ label: 'Invoice total', formula: '100 + 8', value: '108' }]) as unknown,
      notes: expect.arrayContaining([expect.stringContaining('2024-02-27')]) as unknown,
    });
  });
  it.each([
    [{ whtRate: '100.000001' }, 'tax.rate'],
    [{ amount: '1.00000000001' }, 'amount.too-precise'],
    [{ amount: '9999999999999999' }, 'amount.too-large'],
  ])('refuses %j', async (change, code) => expect(await rig.refusal('tax/quote', { ...my, ...change })).toBe(code));
  it('reads rates and amounts however they are padded', async () =>
    expect(await rig.call('tax/quote', { ...my, amount: '100.00', whtRate: '008.50' })).toMatchObject({
      wht: { ratePct: '8.5', amount: '8.5' },
      netPayable: '99.5',
    }));
  it('offers what its rules know', async () => expect((await rig.call('tax/options', {})).countries).toHaveLength(26));
});
