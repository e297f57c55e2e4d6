import { Link } from 'react-router';
import { compare, isZero, type Amount as Exact } from '../../../../../domain/money/amount.ts';
import { useWords } from '../../../../i18n/index.ts';
import type words from '../../../../i18n/en/summary.json';
import { Amount, Card, widestFraction } from '../../../../ui/index.ts';
import { useBillWords } from '../../words.ts';
import { groupsIn, type CardProps, type SummaryCard } from '../card.ts';
import { barWidth, largest } from '../../share.ts';
import { DiscountTypes } from '../DiscountTypes.tsx';
import { useOpenLines } from '../useOpenLines.ts';

const KINDS = ['discount', 'roundingOff'] as const;
const there = (amount: Exact | null): amount is Exact => amount !== null && !isZero(amount);

/** What was taken off the list price: by the type that the bill prints, and by how it is billed; rounding-off by itself. */
function DiscountsCard(props: CardProps) {
  const { data, currency, account, measures } = props;
  const t = useWords<typeof words>('summary');
  const { column, value } = useBillWords();
  const open = useOpenLines(account);
  const rows = KINDS.flatMap((kind) =>
    groupsIn(data.byBillingMode, currency)
      .filter((group) => there(group.amounts[kind]))
      .toSorted((a, b) => compare(b.amounts[kind] ?? '0', a.amounts[kind] ?? '0'))
      .map((group) => ({ kind, group, amount: group.amounts[kind] })),
  );
  const most = largest(rows.map((row) => row.amount));
  const places = widestFraction(rows.map((row) => row.amount));
  return (
    <Card
      title={t('card.discounts')}
      aside={KINDS.filter((kind) => there(measures[kind])).map((kind) => (
        <span key={kind} className="card-sum">
          {column(kind)} <Amount value={measures[kind]} currency={currency} showCurrency />
        </span>
      ))}
    >
      <DiscountTypes {...props} />
      <table className="plain discounts" aria-label={t('discountsByMode')}>
        <thead>
          <tr>
            <th scope="col">{t('kind')}</th>
            <th scope="col">{column('billingMode')}</th>
            <th scope="col" className="bar-cell" aria-hidden="true" />
            <th scope="col" className="end">
              {t('amount')} <span className="unit">{currency}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, group, amount }) => (
            <tr key={`${kind} ${group.label}`}>
              <th scope="row">
                <Link
                  to={open([...group.filter, { column: kind, op: 'present', value: '' }, { column: kind, op: 'isNot', value: '0' }], {
                    sort: [{ column: kind, descending: true }],
                  })}
                >
                  {column(kind)}
                </Link>
              </th>
              <td>{value('billingMode', group.label)}</td>
              <td className="bar-cell" aria-hidden="true">
                <span className={amount?.startsWith('-') ? 'bar minus' : 'bar'} style={{ width: barWidth(amount, most) }} />
              </td>
              <td className="end">
                <Amount value={amount} currency={currency} column={places} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

export const discounts: SummaryCard = {
  id: 'discounts',
  word: 'card.discounts',
  vendors: null,
  has: ({ measures }) => KINDS.some((kind) => there(measures[kind])),
  Card: DiscountsCard,
};
