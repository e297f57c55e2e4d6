import { describe, expect, it } from 'vitest';
import { rig } from './cli-rig.ts';

const share = { reference: 'TT-1', date: '2024-03-10', cash: '100', withheld: '8', gross: '108', base: '100', indirectTax: '8' };
const cli = () =>
  rig({
    'invoices/settlement': {
      match: 'pending',
      rounding: true,
      shares: [share],
      lines: [
        {
          kind: 'total',
          sign: '',
          value: '108',
          currency: 'USD',
          formula: { template: '{base} + {tax}', params: { base: '100', tax: '8' } },
          source: null,
        },
        {
          kind: 'cash',
          sign: '−',
          value: '100',
          currency: 'USD',
          formula: null,
          source: { kind: 'payment', reference: 'TT-1', date: '2024-03-10' },
        },
      ],
    },
    'payments/settles': [{ ...share, invoice: 'HW-1', currency: 'USD', kind: 'net' }],
  });

describe('how an invoice is settled', () => {
  it('is printed line by line, with the shares of the payments and what is to be said of the certificates', async () => {
    const ran = await cli().run('invoices', 'settlement', '--number', 'HW-1', '--vendor', 'huawei', '--book', 'b.tallybook');
    expect(ran.calls.find((c) => c.name === 'invoices/settlement')?.input).toMatchObject({ number: 'HW-1', vendor: 'huawei' });
    expect(ran.out).toMatch(/total +108 +USD +– +100 \+ 8\n/);
    expect(ran.out).toMatch(/cash +−100 +USD +TT-1/);
    expect(ran.out).toMatch(/TT-1 +2024-03-10 +100 +8 +108 +100 +8/);
    expect(ran.out).toContain('pending (what is open is no more than rounding)');
  });
  it('is asked of a payment by its id', async () => {
    const ran = await cli().run('payments', 'settles', '--id', '7', '--book', 'b.tallybook');
    expect(ran.calls.find((c) => c.name === 'payments/settles')?.input).toEqual({ id: 7 });
    expect(ran.out).toMatch(/HW-1 +USD +100 +8 +108 +100 +8 +net/);
  });
});
