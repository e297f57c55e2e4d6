import type { SelfAccountTotal } from '../../../../services/contract/self-account.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/selfAccount.json';
import { Amount, StatusMark } from '../../../ui/index.ts';

/** Base and tax by country and code, the local currency first. A sum without all of its parts says how many are missing. */
export function WorksheetTotals({ totals }: { totals: readonly SelfAccountTotal[] }) {
  const t = useWords<typeof words>('selfAccount');
  return (
    <table className="worksheet-totals" aria-label={t('totals')}>
      <thead>
        <tr>
          <th scope="col">{t('countryShort')}</th>
          <th scope="col">{t('code')}</th>
          <th scope="col" className="end">
            {t('documents')}
          </th>
          <th scope="col" className="end">
            {t('base')}
          </th>
          <th scope="col" className="end">
            {t('tax')}
          </th>
          <th scope="col">{t('missing')}</th>
        </tr>
      </thead>
      <tbody>
        {totals.map((total) => (
          <tr key={`${total.country} ${total.code} ${total.currency} ${total.local}`} className={total.local ? 'local' : undefined}>
            <td>{total.country}</td>
            <td>
              {total.code}
              {total.local && <span className="dim"> {t('inLocal')}</span>}
            </td>
            <td className="end">{total.count}</td>
            <Sum sum={total.base} count={total.count} currency={total.currency} />
            <Sum sum={total.tax} count={total.count} currency={total.currency} />
            <td>
              {Math.max(total.base.missing, total.tax.missing) > 0 && (
                <StatusMark mark="missing" label={t('missingOf', { count: Math.max(total.base.missing, total.tax.missing) })} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Sum = ({ sum, count, currency }: { sum: SelfAccountTotal['tax']; count: number; currency: string }) => (
  <td className="end">
    <Amount value={sum.missing === count ? null : sum.known} currency={currency} showCurrency plainZero />
  </td>
);
