import { compare, sum, type Amount } from '../../../domain/money/amount.ts';
import type { Shares } from '../documents/amounts.ts';
import type { NetPayable, NetPayables } from './useNetPayable.ts';

/** Chosen invoices whose share is more than what is to be paid net of the tax. */
export const overNet = (nets: NetPayables, shares: Shares): NetPayable[] =>
  [...nets].flatMap(([key, net]) => {
    const share = shares[key] ?? null;
    return share !== null && compare(share, net.openCash) > 0 ? [net] : [];
  });

/** The shares with those brought down to the net amount, and what the payment comes to then. */
export function takenNet(nets: NetPayables, shares: Shares): { shares: Shares; amount: Amount } {
  const over = new Set(overNet(nets, shares));
  const taken = Object.fromEntries(
    Object.entries(shares).map(([key, share]): [string, Amount | null] => {
      const net = nets.get(key);
      return [key, net !== undefined && over.has(net) ? net.openCash : share];
    }),
  );
  return { shares: taken, amount: sum(Object.values(taken)) };
}
