import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { FilePreview } from '../../../services/contract/imports.ts';
import { MEASURES } from './measures.ts';
import { grouped } from '../../app/duration.ts';
import { useWords } from '../../i18n/index.ts';
import { useTell } from '../../i18n/told.ts';
import type words from '../../i18n/en/import.json';
import { Amount, StatusMark } from '../../ui/index.ts';
import { useBillWords } from '../bills/words.ts';

/** Months, and the main figures of each currency. */
export function TotalsLine({ totals, periods }: { totals: FilePreview['totals']; periods: readonly string[] }) {
  const t = useWords<typeof words>('import');
  const { column } = useBillWords();
  const codes = Object.keys(totals);
  if (codes.length === 0 && periods.length === 0) return null;
  return (
    <dl className="file-totals">
      {periods.length > 0 && (
        <div>
          <dt>{periods.length === 1 ? t('monthsHead') : t('months', { count: periods.length })}</dt>
          <dd>{periods.length > 3 ? `${periods[0] ?? ''} – ${periods.at(-1) ?? ''}` : periods.join(', ')}</dd>
        </div>
      )}
      {codes.flatMap((code) =>
        MEASURES.filter((m) => totals[code]?.[m] !== null && totals[code]?.[m] !== undefined).map((m) => (
          <div key={`${code}-${m}`}>
            <dt>{column(m)}</dt>
            <dd>
              <Amount value={totals[code]?.[m]} currency={code} showCurrency plainZero />
            </dd>
          </div>
        )),
      )}
    </dl>
  );
}

export function Identities({ identities }: { identities: FilePreview['identities'] }) {
  const t = useWords<typeof words>('import');
  const { titleOf } = useBillWords();
  if (identities.length === 0) return null;
  return (
    <ul className="file-identities" aria-label={t('identities')}>
      {identities.map((i) => (
        <li key={i.id}>
          <StatusMark mark={i.failed > 0 ? 'fail' : i.passed > 0 ? 'pass' : 'missing'} compact /> {titleOf(i.id, i.title)}
          <span className="dim">
            {' '}
            · {t('passed', { n: grouped(i.passed), count: i.passed })}
            {i.failed > 0
              ? ` · ${t('failed', { n: grouped(i.failed), count: i.failed, rows: i.firstFailedRows.slice(0, 8).join(', ') })}`
              : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Notices shown without asking; a FOCUS file can have dozens, and the buttons stand below them. */
const SHOWN_NOTICES = 4;

export function Notices({ notices }: { notices: FilePreview['notices'] }) {
  const t = useWords<typeof words>('import');
  if (notices.length === 0) return null;
  // What asks for a look stands before what only tells how the file was read.
  const sorted = notices.toSorted((a, b) => Number(a.severity === 'info') - Number(b.severity === 'info'));
  const more = sorted.length > SHOWN_NOTICES + 1 ? sorted.slice(SHOWN_NOTICES) : [];
  return (
    <>
      <NoticeList notices={sorted.slice(0, sorted.length - more.length)} label={t('notices')} />
      {more.length > 0 && (
        <details className="file-more">
          <summary>{t('moreNotices', { count: more.length, n: grouped(more.length) })}</summary>
          <NoticeList notices={more} label={t('moreNotices', { count: more.length, n: grouped(more.length) })} />
        </details>
      )}
    </>
  );
}

function NoticeList({ notices, label }: { notices: FilePreview['notices']; label: string }) {
  const t = useWords<typeof words>('import');
  const tell = useTell();
  return (
    <ul className="file-notices" aria-label={label}>
      {notices.map((n, i) => {
        const { message, remedy } = tell.notice({ ...n, said: n.said ?? {} });
        const Icon = n.severity === 'info' ? IconInfoCircle : IconAlertTriangle;
        return (
          <li key={i} data-severity={n.severity ?? 'warning'}>
            <Icon size={14} stroke={1.5} aria-hidden="true" />
            <span>
              {message}
              {n.row === null ? '' : t('inRow', { row: n.row })}
              {remedy ? <span className="dim"> {remedy}</span> : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The first rejected rows; all of them are kept with the batch. */
export function RejectTable({ preview }: { preview: FilePreview }) {
  const t = useWords<typeof words>('import');
  const tell = useTell();
  return (
    <details className="file-more" open={preview.rejected <= 5}>
      <summary>{t('rejectedRows', { count: preview.rejected, n: grouped(preview.rejected) })}</summary>
      <table className="plain" aria-label={t('rejectedTable')}>
        <thead>
          <tr>
            <th scope="col" className="end">
              {t('row')}
            </th>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('value')}</th>
            <th scope="col">{t('reason')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.rejects.slice(0, 20).map((r) => (
            <tr key={r.row}>
              <td className="end">{grouped(r.row)}</td>
              <td>{r.column ?? ''}</td>
              <td>{r.value === null ? <span className="dim">{t('noValue')}</span> : <mark>{r.value}</mark>}</td>
              <td>{tell.reason(r)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.rejected > 20 && <p className="dim">{t('moreAfter', { shown: 20 })}</p>}
    </details>
  );
}

/** First rows: the line of the source beside what was understood. */
export function SampleRows({ preview }: { preview: FilePreview }) {
  const t = useWords<typeof words>('import');
  const { column } = useBillWords();
  return (
    <details className="file-more">
      <summary>{t('firstRows', { count: preview.sample.length })}</summary>
      <table className="plain sample" aria-label={t('firstRows', { count: preview.sample.length })}>
        <thead>
          <tr>
            <th scope="col" className="end">
              {t('row')}
            </th>
            <th scope="col">{t('source')}</th>
            <th scope="col">{t('understood')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.sample.map((row, index) => (
            <tr key={index}>
              <td className="end">{grouped(row.row)}</td>
              <td>
                <code className="source-line">{row.source}</code>
              </td>
              <td>
                <dl className="fields">
                  {Object.entries(row.fields)
                    .filter(([, v]) => v !== null && v !== '')
                    .map(([name, v]) => (
                      <div key={name}>
                        <dt>{column(name)}</dt>
                        <dd>{v}</dd>
                      </div>
                    ))}
                </dl>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
