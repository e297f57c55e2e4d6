import { sum, type Amount } from '../../../domain/money/amount.ts';
import type { DueItem } from '../../../services/contract/invoice-acts.ts';
import type { Output } from '../../../services/contract/index.ts';

/** Days ahead in which what follows an unpaid invoice is shown beside the payment. */
const SOON = 7;
const FOLLOWS: ReadonlySet<DueItem['kind']> = new Set(['dunning', 'frozen', 'recycle']);

/** What the overview shows: everything to see to, and of what follows an unpaid invoice only the next step, if it is near. */
export function pressing(items: readonly DueItem[]): DueItem[] {
  const told = new Set<string>();
  return items.filter((item) => {
    if (!FOLLOWS.has(item.kind)) return true;
    const invoice = `${item.vendor}:${item.number}`;
    if (item.days === null || item.days > SOON || told.has(invoice)) return false;
    told.add(invoice);
    return true;
  });
}

/** What is to be paid per currency, never added over currencies; in the order in which the currencies appear. */
export function toPay(sums: Output<'invoices/due'>['sums']): { currency: string; amount: Amount }[] {
  const codes = [...new Set(sums.map((group) => group.currency))];
  return codes.map((currency) => ({
    currency,
    amount: sum(sums.filter((group) => group.currency === currency).map((group) => group.amount)),
  }));
}
