import { Link } from 'react-router';
import type { Filter } from '../../../../../services/contract/bills.ts';
import { isZero } from '../../../../../domain/money/amount.ts';
import { heldFilter } from '../../../../app/held-to.ts';
import { useCall } from '../../../../app/hooks.ts';
import { useWords } from '../../../../i18n/index.ts';
import type words from '../../../../i18n/en/summary.json';
import { Amount, Card, ErrorState, Ident, widestFraction } from '../../../../ui/index.ts';
import { exactly } from '../../place.ts';
import { useBillWords } from '../../words.ts';
import { groupsIn, type CardProps, type SummaryCard } from '../card.ts';
import { useOpenLines } from '../useOpenLines.ts';

const SHOWN = 12;
const text = (value: string | number | null | undefined): string | null => (typeof value === 'string' ? value : null);

/** Money given back: by bill type, and by the order and resource that it was given back for. */
function RefundsCard({ data, currency, vendor, account, settlement }: CardProps) {
  const t = useWords<typeof words>('summary');
  const { column, value } = useBillWords();
  const open = useOpenLines(account);
  const groups = groupsIn(data.refunds, currency);
  const types = groups.map((group) => group.label);
  const where: Filter[] = [
    exactly('currency', currency),
    ...(vendor ? [exactly('vendor', vendor)] : []),
    ...heldFilter(account),
    { column: 'billType', op: 'in', value: types },
  ];
  const orders = useCall('bills/query', {
    period: data.period,
    where,
    groupBy: ['orderId', 'resourceName', 'billType', 'date'],
    sort: [{ column: 'payable', descending: false }],
    limit: SHOWN,
  });
  const cash = settlement?.figures.find((figure) => figure.id === 'refunds');
  const rows = orders.data?.rows ?? [];
  const places = widestFraction(rows.map((row) => text(row['payable'])));
  return (
    <Card
      title={t('card.refunds')}
      aside={
        cash && !isZero(cash.exact) ? (
          <span className="card-sum">
            {t('inCash')} <Amount value={cash.exact} currency={currency} showCurrency />
          </span>
        ) : null
      }
    >
      <table className="plain" aria-label={t('refundsByType')}>
        <thead>
          <tr>
            <th scope="col">{column('billType')}</th>
            <th scope="col" className="end">
              {column('cash')}
            </th>
            <th scope="col" className="end">
              {column('payable')} <span className="unit">{currency}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.label}>
              <th scope="row">
                <Link to={open(group.filter)}>{value('billType', group.label)}</Link>
              </th>
              <td className="end">
                <Amount value={group.amounts.cash} currency={currency} />
              </td>
              <td className="end">
                <Amount value={group.amounts.payable} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {orders.error && <ErrorState error={orders.error} retry={orders.retry} />}
      {rows.length > 0 && (
        <table className="plain refunds" aria-label={t('refundsByOrder')} aria-busy={orders.loading}>
          <thead>
            <tr>
              <th scope="col">{t('orderAndResource')}</th>
              <th scope="col">{column('date')}</th>
              <th scope="col" className="end">
                {column('payable')} <span className="unit">{currency}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const [order, resource, type, date] = (['orderId', 'resourceName', 'billType', 'date'] as const).map((name) =>
                text(row[name]),
              );
              const filter = [
                ...where.slice(0, -1),
                exactly('billType', type ?? null),
                exactly('orderId', order ?? null),
                exactly('resourceName', resource ?? null),
                exactly('date', date ?? null),
              ];
              return (
                <tr key={`${order} ${resource} ${type} ${date}`}>
                  <th scope="row">
                    <Link to={open(filter)}>
                      <Ident value={order ?? resource ?? value('billType', type ?? null)} />
                    </Link>
                    {order && resource ? <span className="dim"> {resource}</span> : null}
                  </th>
                  <td>{date}</td>
                  <td className="end">
                    <Amount value={text(row['payable'])} currency={currency} column={places} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {orders.data?.truncated && <Link to={open(where, { sort: [{ column: 'payable', descending: false }] })}>{t('allRefunds')}</Link>}
    </Card>
  );
}

export const refunds: SummaryCard = {
  id: 'refunds',
  word: 'card.refunds',
  vendors: null,
  has: ({ data, currency }) => groupsIn(data.refunds, currency).length > 0,
  Card: RefundsCard,
};
