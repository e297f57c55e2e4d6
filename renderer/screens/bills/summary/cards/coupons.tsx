import { useState } from 'react';
import { Link } from 'react-router';
import { compare, isZero, type Amount as Exact } from '../../../../../domain/money/amount.ts';
import { sumPresent } from '../../../../../domain/bill/summary/hold.ts';
import { useAddress } from '../../../../app/place.ts';
import { useWords } from '../../../../i18n/index.ts';
import type words from '../../../../i18n/en/summary.json';
import { Amount, Card, Ident, SearchField, widestFraction } from '../../../../ui/index.ts';
import { useBillWords } from '../../words.ts';
import { groupsIn, type CardProps, type Measures, type SummaryCard } from '../card.ts';
import { useOpenLines } from '../useOpenLines.ts';

const used = (sums: Measures): Exact | null => sumPresent([sums.coupon, sums.flexiCoupon]);
const there = (amount: Exact | null): boolean => amount !== null && !isZero(amount);
/** Coupons of the lists that are in the currency, or name none. */
const couponsIn = ({ data, currency }: Pick<CardProps, 'data' | 'currency'>) =>
  data.coupons.filter((coupon) => coupon.currency === null || coupon.currency === currency);

/** What coupons paid of the period by product type, and the coupons themselves where a list of them was imported. */
function CouponsCard(props: CardProps) {
  const { data, currency, account, measures } = props;
  const t = useWords<typeof words>('summary');
  const { column, value } = useBillWords();
  const open = useOpenLines(account);
  const groups = groupsIn(data.byProductType, currency)
    .map((group) => ({ group, amount: used(group.amounts) }))
    .filter(({ amount }) => there(amount))
    .toSorted((a, b) => compare(b.amount ?? '0', a.amount ?? '0'));
  const both = there(measures.flexiCoupon);
  const places = widestFraction(groups.map(({ amount }) => amount));
  return (
    <Card title={t('card.coupons')} aside={<Amount value={used(measures)} currency={currency} showCurrency />}>
      {groups.length > 0 && (
        <table className="plain" aria-label={t('couponsByType')}>
          <thead>
            <tr>
              <th scope="col">{column('productType')}</th>
              <th scope="col" className="end">
                {t('deducted')} <span className="unit">{currency}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ group, amount }) => (
              <tr key={group.label}>
                <th scope="row">
                  <Link
                    to={open(
                      both
                        ? group.filter
                        : [...group.filter, { column: 'coupon', op: 'present', value: '' }, { column: 'coupon', op: 'isNot', value: '0' }],
                      { sort: [{ column: 'coupon', descending: true }] },
                    )}
                  >
                    {value('productType', group.label)}
                  </Link>
                </th>
                <td className="end">
                  <Amount value={amount} currency={currency} column={places} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Coupons {...props} />
    </Card>
  );
}

function Coupons(props: CardProps) {
  const { currency } = props;
  const t = useWords<typeof words>('summary');
  const address = useAddress();
  const [search, setSearch] = useState('');
  const all = couponsIn(props);
  if (all.length === 0) return null;
  const wanted = search.trim().toLowerCase();
  const shown = all.filter((coupon) => `${coupon.id ?? ''} ${coupon.name ?? ''}`.toLowerCase().includes(wanted));
  return (
    <>
      <div className="card-tools">
        <h3 className="sub">{t('couponsByCoupon')}</h3>
        <SearchField text={search} onChange={setSearch} label={t('searchCoupon')} placeholder={t('searchCoupon')} />
      </div>
      <table className="plain" aria-label={t('couponsByCoupon')}>
        <thead>
          <tr>
            <th scope="col">{t('coupon')}</th>
            <th scope="col">{t('expires')}</th>
            <th scope="col" className="end">
              {t('faceValue')} <span className="unit">{currency}</span>
            </th>
            <th scope="col" className="end">
              {t('usedSoFar')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, 50).map((coupon) => (
            <tr key={coupon.row}>
              <th scope="row">
                <Link to={address('/subscriptions', { list: 'coupons', q: coupon.id ?? coupon.name ?? '' })}>
                  <Ident value={coupon.id ?? coupon.name ?? String(coupon.row)} />
                </Link>
              </th>
              <td>{coupon.expires?.slice(0, 10)}</td>
              <td className="end">
                <Amount value={coupon.value} currency={currency} />
              </td>
              <td className="end">
                <Amount value={coupon.used} currency={currency} plainZero />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length > 50 && (
        <Link to={address('/subscriptions', { list: 'coupons' })}>{t('moreCoupons', { count: shown.length - 50 })}</Link>
      )}
    </>
  );
}

export const coupons: SummaryCard = {
  id: 'coupons',
  word: 'card.coupons',
  vendors: null,
  has: (props) => there(used(props.measures)) || couponsIn(props).length > 0,
  Card: CouponsCard,
};
