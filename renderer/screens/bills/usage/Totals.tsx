import type { Output } from '../../../../services/contract/index.ts';
import { grouped } from '../../../app/duration.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/usage.json';
import { Amount } from '../../../ui/index.ts';

/** Samples by usage type and unit. Bandwidth has a highest and a lowest; what adds up over time also has a total. */
export function Totals({ totals }: { totals: Output<'usage/totals'> }) {
  const t = useWords<typeof words>('usage');
  const adds = totals.some((row) => row.total !== null);
  return (
    <div className="usage-totals">
      <table className="plain usage-table" aria-label={t('totals')}>
        <thead>
          <tr>
            <th scope="col">{t('usageType')}</th>
            <th scope="col" className="end">
              {t('resources')}
            </th>
            <th scope="col" className="end">
              {t('samples')}
            </th>
            <th scope="col">{t('days')}</th>
            <th scope="col" className="end">
              {t('highest')}
            </th>
            <th scope="col" className="end">
              {t('lowest')}
            </th>
            {adds && (
              <th scope="col" className="end">
                {t('total')}
              </th>
            )}
            <th scope="col">{t('unit')}</th>
          </tr>
        </thead>
        <tbody>
          {totals.map((row) => (
            <tr key={JSON.stringify([row.vendor, row.spec, row.unit])}>
              <th scope="row">{row.spec ?? t('noType')}</th>
              <td className="end">{grouped(row.resources)}</td>
              <td className="end">{grouped(row.samples)}</td>
              <td>{row.from === row.to ? row.from : `${row.from} – ${row.to}`}</td>
              <td className="end">
                <Amount value={row.highest} plainZero />
              </td>
              <td className="end">
                <Amount value={row.lowest} plainZero />
              </td>
              {adds && (
                <td className="end">
                  <Amount value={row.total} plainZero />
                </td>
              )}
              <td>{row.unit ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
