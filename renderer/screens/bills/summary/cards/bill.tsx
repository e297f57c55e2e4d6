import { Link } from 'react-router';
import { isZero } from '../../../../../domain/money/amount.ts';
import { periodBounds } from '../../../../../domain/time/plain-date.ts';
import { useWords } from '../../../../i18n/index.ts';
import type words from '../../../../i18n/en/summary.json';
import { Amount, Card } from '../../../../ui/index.ts';
import type { CardProps, SummaryCard } from '../card.ts';
import { Checks } from '../Checks.tsx';
import { PaymentCurrency } from '../PaymentCurrency.tsx';
import { useOpenLines } from '../useOpenLines.ts';

const LEVEL: Readonly<Record<string, number>> = { total: 0, cloud: 1, store: 1, details: 0 };

/** The bill: what was settled at once and with the month, own and on the marketplace, as printed and in the payment currency. */
function BillCard({ data, currency, account, settlement }: CardProps) {
  const t = useWords<typeof words>('summary');
  const open = useOpenLines(account);
  if (settlement === null) return null;
  const { rate, figures, checks } = settlement;
  const { first, last } = periodBounds(data.period);
  const due = data.payments.find((entry) => entry.currency === currency)?.due ?? null;
  const level = (id: string): number => LEVEL[id] ?? (id.includes('.') ? 2 : 0);
  return (
    <Card title={t('card.bill')} aside={<PaymentCurrency period={data.period} currency={currency} rate={rate} />}>
      <p className="card-line">
        <span>{t('cycle', { first, last })}</span>
        {due && <span>{t('due', { date: due })}</span>}
        {data.status === 'estimated' && <span className="mark mark-due">{t('estimate')}</span>}
      </p>
      <table className="plain bill-figures" aria-label={t('card.bill')}>
        <thead>
          <tr>
            <th scope="col">{t('figure')}</th>
            {rate && (
              <th scope="col" className="end">
                <span className="unit">{rate.to}</span>
              </th>
            )}
            <th scope="col" className="end">
              <span className="unit">{currency}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.filter(worthTelling).map((figure) => (
            <tr key={figure.id} className={`level-${level(figure.id)}`}>
              <th scope="row">{t(figure.id === 'total' && data.status === 'estimated' ? 'estimatedTotal' : `is.${wordOf(figure.id)}`)}</th>
              {rate && (
                <td className="end">
                  <Amount value={figure.converted} currency={rate.to} plainZero />
                </td>
              )}
              <td className="end" title={figure.exact === figure.printed ? undefined : t('exact', { amount: figure.exact })}>
                {figure.filter ? (
                  <Link className="figure-link" to={open(figure.filter)} title={t('opens', { name: t(`is.${wordOf(figure.id)}`) })}>
                    <Amount value={figure.printed} currency={currency} plainZero />
                  </Link>
                ) : (
                  <Amount value={figure.printed} currency={currency} plainZero />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Checks checks={checks} />
    </Card>
  );
}

/** Refunds, coupons and write-offs of nothing are no news; a total of nothing is. */
const worthTelling = ({ id, exact }: { id: string; exact: string }): boolean =>
  !isZero(exact) || !['refunds', 'coupons', 'writeOff'].includes(id);

const WORDS = {
  total: 'total',
  cloud: 'cloud',
  'cloud.realtime': 'realtime',
  'cloud.monthly': 'monthly',
  'cloud.untold': 'untold',
  store: 'store',
  'store.realtime': 'realtime',
  'store.monthly': 'monthly',
  'store.untold': 'untold',
  details: 'details',
  refunds: 'refunds',
  coupons: 'coupons',
  writeOff: 'writeOff',
  remaining: 'remaining',
} as const;
const wordOf = (id: keyof typeof WORDS): (typeof WORDS)[keyof typeof WORDS] => WORDS[id];

export const bill: SummaryCard = {
  id: 'bill',
  word: 'card.bill',
  vendors: null,
  has: ({ settlement }) => settlement !== null && settlement.figures.length > 0,
  Card: BillCard,
};
