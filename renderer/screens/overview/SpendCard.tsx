import { useState } from 'react';
import { Link } from 'react-router';
import { addPeriods } from '../../../domain/time/plain-date.ts';
import { useCall } from '../../app/hooks.ts';
import { useHeldTo } from '../../app/useHeldTo.ts';
import { useAddress } from '../../app/place.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/overview.json';
import { Amount, amountText, Card, ErrorState, minorPlaces, StatusMark } from '../../ui/index.ts';
import { detailsParams } from '../bills/place.ts';
import { Trend } from '../bills/summary/Trend.tsx';
import { spendOf } from './spend.ts';

/** What the period cost beside the month before, per currency, and the months behind it as a picture. */
export function SpendCard({ period }: { period: string }) {
  const t = useWords<typeof words>('overview');
  const address = useAddress();
  const account = useHeldTo();
  const periods = useCall('bills/periods', {});
  const spend = periods.data ? spendOf(periods.data, period) : [];
  const [chosen, setChosen] = useState<string | null>(null);
  const status = periods.data?.find((p) => p.period === period)?.status;
  const currency = spend.find((s) => s.currency === chosen)?.currency ?? spend[0]?.currency ?? null;
  return (
    <>
      <Card
        title={t('spend', { period })}
        aside={status ? <StatusMark mark={status === 'final' ? 'pass' : 'due'} label={t(status)} /> : null}
      >
        {periods.error && <ErrorState error={periods.error} retry={periods.retry} />}
        {periods.data && spend.length === 0 && (
          <p className="dim">
            {t('noSpend', { period })} <Link to={address('/import')}>{t('toImport')}</Link>
          </p>
        )}
        {spend.length > 0 && (
          <table className="plain spend" aria-label={t('spend', { period })}>
            <thead>
              <tr>
                <th scope="col">{t('currency')}</th>
                <th scope="col" className="end">
                  {period}
                </th>
                <th scope="col" className="end">
                  {addPeriods(period, -1)}
                </th>
                <th scope="col" className="end">
                  {t('change')}
                </th>
              </tr>
            </thead>
            <tbody>
              {spend.map((s) => (
                <tr key={s.currency}>
                  <th scope="row">
                    {spend.length > 1 ? (
                      <button type="button" className="link" aria-pressed={s.currency === currency} onClick={() => setChosen(s.currency)}>
                        {s.currency}
                      </button>
                    ) : (
                      s.currency
                    )}
                  </th>
                  <td className="end">
                    <Link to={address('/bills/summary', detailsParams({ currency: s.currency }))} className="figure-link">
                      <Amount value={s.now} currency={s.currency} size="key" plainZero />
                    </Link>
                  </td>
                  <td className="end">
                    <Amount value={s.before} currency={s.currency} plainZero />
                  </td>
                  <td className="end">
                    {s.change === null ? (
                      <StatusMark mark="missing" label={t('nothingBefore')} />
                    ) : (
                      <span className="spend-change" data-exact={s.change.difference}>
                        {s.change.difference.startsWith('-') ? '' : '+'}
                        {amountText(s.change.difference, minorPlaces(s.currency))}
                        {s.change.percent ? <span className="dim"> {s.change.percent}</span> : null}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Card>
      {currency !== null && <Trend currency={currency} period={period} vendor={null} account={account} height={160} />}
    </>
  );
}
