import { sum, type Amount as Exact } from '../../../domain/money/amount.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/payments.json';
import { Amount } from '../../ui/index.ts';
import { remainderOf, type Shares } from '../documents/amounts.ts';
import type { PayableRow } from './payment-draft.ts';

/** The payment as it stands: amount, allocated, left over. */
export function PaymentSums({
  amount,
  rows,
  shares,
  currency,
}: {
  amount: Exact | null;
  rows: readonly PayableRow[];
  shares: Shares;
  currency: string;
}) {
  const t = useWords<typeof words>('payments');
  const own = rows.map((row) => shares[row.key] ?? null);
  const left = amount === null ? null : remainderOf(amount, own).left;
  return (
    <section aria-label={t('sums')}>
      <h2>{t('sums')}</h2>
      <table className="balance">
        <caption>{currency}</caption>
        <tbody>
          <tr>
            <th scope="row">{t('amount')}</th>
            <td />
            <td>
              <Amount value={amount} currency={currency} plainZero column={2} />
            </td>
          </tr>
          <tr>
            <th scope="row">{t('allocated')}</th>
            <td>−</td>
            <td>
              <Amount value={sum(own)} currency={currency} plainZero column={2} />
            </td>
          </tr>
          <tr className="result">
            <th scope="row">{t('left')}</th>
            <td>=</td>
            <td>
              <Amount value={left} currency={currency} plainZero column={2} />
            </td>
          </tr>
        </tbody>
      </table>
      <p className="inspector-note dim">{t('leftHint')}</p>
    </section>
  );
}
