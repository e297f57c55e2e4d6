import { IconAlertTriangle } from '@tabler/icons-react';
import { isAmountField } from '../../../../domain/formats/profile.ts';
import { grouped } from '../../../app/duration.ts';
import { useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/mapping.json';
import { useBillWords } from '../../bills/words.ts';
import type { understood } from './draft.ts';

/** The same rows as bill lines: typed values, and what cannot be read. */
export function Understood({ read: { columns, rows } }: { read: ReturnType<typeof understood> }) {
  const t = useWords<typeof words>('mapping');
  const { column } = useBillWords();
  const tell = useTell();
  const bad = rows.filter((r) => r.bad).length;
  return (
    <div className="mapping-part">
      <h2>
        {t('understood')}
        {bad > 0 && (
          <span className="mapping-bad" role="status">
            <IconAlertTriangle size={14} stroke={1.5} aria-hidden="true" /> {t('cannotRead', { count: bad, n: grouped(bad) })}
          </span>
        )}
      </h2>
      {columns.length === 0 ? (
        <p className="dim">{t('noFields')}</p>
      ) : (
        <div className="mapping-scroll" tabIndex={0} role="region" aria-label={t('understood')}>
          <table className="mapping-read">
            <thead>
              <tr>
                <th scope="col" className="end">
                  {t('row')}
                </th>
                {columns.map(({ at, field }) => (
                  <th key={at} scope="col" className={isAmountField(field) ? 'end' : undefined}>
                    {column(field)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ row, cells }) => (
                <tr key={row}>
                  <td className="end dim">{row}</td>
                  {columns.map(({ at, field }, i) => {
                    const cell = cells[i];
                    const error = cell?.error === 'missing' ? t('missingCell') : cell?.error ? tell.sentence(cell.error) : null;
                    return (
                      <td key={at} className={isAmountField(field) ? 'end' : undefined} title={error ?? cell?.text ?? undefined}>
                        {error ? (
                          <mark>
                            <IconAlertTriangle size={12} stroke={1.75} aria-hidden="true" /> {cell?.text ?? '–'}
                            <span className="visually-hidden"> {error}</span>
                          </mark>
                        ) : cell?.waits ? (
                          <span className="mapping-warn">{t('waits')}</span>
                        ) : (
                          (cell?.text ?? '')
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
