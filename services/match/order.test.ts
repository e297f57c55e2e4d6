import { expect, it } from 'vitest';
import type { Input } from '../contract/index.ts';
import { matchRig } from './rig.ts';

it('the same acceptances in any order end in the same state, and undone in any order in the one before', async () => {
  const rig = matchRig();
  try {
    for (const [number, net, tax] of [
      ['MY-1001', '100', '8'],
      ['MY-1002', '50', '4'],
      ['MY-1003', '20.005', '0'],
    ] as const)
      await rig.invoice(number, '2024-03-02', net, tax);
    const paid = await rig.pay('P0', '2024-03-05', '60', []);
    const share = (invoice: string, amount: string) => ({ invoice, amount });
    const accepts: Input<'match/accept'>[] = [
      { money: rig.line('-70', { reference: 'L1' }), lines: [share('MY-1001', '60'), share('MY-1002', '10')] },
      { money: rig.line('-45.5', { reference: 'L2' }), lines: [share('MY-1001', '40'), share('MY-1003', '5.005')], fee: '0.25' },
      { money: `payment:${paid.id}`, lines: [share('MY-1002', '30'), share('MY-1003', '15')] },
      { money: rig.line('-8', { reference: 'L3' }), lines: [share('MY-1001', '8')] },
    ];
    /** All that the figures say, without who came first. */
    const state = async (): Promise<string> => {
      const { invoices } = await rig.call('invoices/list', {});
      const payments = await rig.call('payments/list', {});
      const open = await rig.call('match/list', {});
      return JSON.stringify([
        invoices
          .map((i) => [i.number, i.status, i.paid, i.open, i.allocations.map((a) => `${a.reference} ${a.amount}`).toSorted()])
          .toSorted(),
        payments
          .filter((p) => p.status === 'active')
          .map((p) => [p.reference, p.amount, p.left, p.allocations.map((a) => `${a.invoice} ${a.amount}`).toSorted()])
          .toSorted(),
        open.rows.map((r) => [r.kind, r.reference, r.left]).toSorted(),
      ]);
    };
    const before = await state();
    const ends = new Set<string>();
    for (const order of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 0, 3, 1],
    ]) {
      const done: number[] = [];
      for (const at of order) done.push((await rig.call('match/accept', accepts[at]!)).id);
      ends.add(await state());
      for (const id of [done[2]!, done[0]!, done[3]!, done[1]!]) await rig.call('match/undo', { id, reason: 'again' });
      expect(await state()).toBe(before);
    }
    expect(ends.size).toBe(1);
    expect(rig.verify().totals).toBe('ok');
  } finally {
    rig.close();
  }
});
