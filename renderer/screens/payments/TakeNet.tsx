import { compare, equal, sum, type Amount } from '../../../domain/money/amount.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/payables.json';
import { amountText } from '../../ui/index.ts';
import type { PayableRow } from './payment-draft.ts';
import type { NetPayable } from './useNetPayable.ts';
import './take-net.css';

/** Takes the net amount of one invoice, where the payment still has as much. */
export function TakeNet({
  net,
  row,
  share,
  left,
  onTake,
}: {
  net: NetPayable | undefined;
  row: PayableRow;
  share: Amount | null;
  /** What the payment has left; null while it has no amount. */
  left: Amount | null;
  onTake: (amount: Amount) => void;
}) {
  const t = useWords<typeof words>('payables');
  if (net === undefined || compare(net.openCash, row.open) > 0) return null;
  if (share !== null && equal(share, net.openCash)) return null;
  if (left !== null && compare(sum([left, share]), net.openCash) < 0) return null;
  const amount = amountText(net.openCash);
  return (
    <button
      type="button"
      className="link take-net"
      aria-label={t('takeNetOf', { amount, number: row.number })}
      onClick={() => onTake(net.openCash)}
    >
      {t('takeNet', { amount })}
    </button>
  );
}
