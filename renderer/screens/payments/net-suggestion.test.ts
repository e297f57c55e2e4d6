import { describe, expect, it } from 'vitest';
import { overNet, takenNet } from './net-suggestion.ts';
import type { NetPayable } from './useNetPayable.ts';

const net = (invoice: string, openCash: string): NetPayable => ({
  invoice,
  vendor: 'huawei',
  total: '108',
  expected: '8',
  ratePct: '8',
  rule: null,
  openCash,
  openCertificates: '8',
});
const nets = new Map([
  ['huawei:A', net('A', '100')],
  ['huawei:B', net('B', '50')],
]);

describe('the net amount', () => {
  it('is offered for what is chosen beyond it, and for nothing else', () => {
    expect(overNet(nets, { 'huawei:A': '108', 'huawei:B': null, 'huawei:C': '5' }).map((n) => n.invoice)).toEqual(['A']);
    expect(overNet(nets, { 'huawei:A': '100', 'huawei:B': '20' })).toEqual([]);
  });
  it('is taken for those, and the payment comes to the sum', () =>
    expect(takenNet(nets, { 'huawei:A': '108', 'huawei:B': '20', 'huawei:C': '5.5' })).toEqual({
      shares: { 'huawei:A': '100', 'huawei:B': '20', 'huawei:C': '5.5' },
      amount: '125.5',
    }));
});
