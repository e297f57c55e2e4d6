import { Link } from 'react-router';
import { grouped } from '../../app/duration.ts';
import { useCall } from '../../app/hooks.ts';
import { useAddress } from '../../app/place.ts';
import { useLanguage, useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/overview.json';
import { Amount, Card, ErrorState, StatusMark } from '../../ui/index.ts';
import { Nothing, TodoRow } from './TodoRow.tsx';
import { useUnusual } from './useUnusual.ts';

/** Checks of the period that fail or lack a side, and rows that did not make it into the book. */
export function Wrong({ period }: { period: string | null }) {
  const t = useWords<typeof words>('overview');
  const common = useWordOf('common');
  const zh = useLanguage() === 'zh-CN';
  const address = useAddress();
  const run = useCall('reconcile/run', { period: period ?? '2000-01' }, { enabled: period !== null, keep: true });
  const batches = useCall('import/batches', {});
  const unusual = useUnusual(period, run.data !== undefined);
  const checks = (run.data?.checks ?? [])
    .filter((c) => c.status === 'fail' || c.status === 'missing')
    .sort((a, b) => Number(a.status === 'missing') - Number(b.status === 'missing'));
  const rejected = (batches.data ?? []).filter((b) => b.state === 'active' && b.rejected > b.mended);
  const counts = run.data?.counts;
  return (
    <Card
      title={t('wrong')}
      aside={
        counts ? (
          <Link to={address('/reconcile')} className="checks-in-short" title={t('checksOf', { period: period ?? '' })}>
            {(['pass', 'explained', 'fail', 'missing'] as const)
              .filter((s) => counts[s] > 0)
              .map((s) => (
                <StatusMark key={s} mark={s} label={String(counts[s])} />
              ))}
          </Link>
        ) : null
      }
    >
      {run.error && <ErrorState error={run.error} retry={run.retry} />}
      {batches.error && <ErrorState error={batches.error} retry={batches.retry} />}
      {(run.data ?? period === null) && batches.data && checks.length + rejected.length === 0 && !unusual.data?.count && (
        <Nothing
          text={counts && counts.pass + counts.explained > 0 ? t('allPass', { count: counts.pass + counts.explained }) : t('nothingWrong')}
        />
      )}
      <ul className="todos">
        {checks.map((c) => (
          <TodoRow
            key={c.id}
            to={address('/reconcile', { check: c.id })}
            mark={c.status === 'fail' ? 'fail' : 'missing'}
            state={common(`status.${c.status}`)}
            what={
              <>
                {zh ? c.titleZh : c.title} <span className="dim">{c.vendor ? common(`vendor.${c.vendor}`) : ''}</span>
              </>
            }
            note={c.status === 'missing' ? common('status.missing') : t('differs')}
            figure={c.difference === null ? undefined : <Amount value={c.difference} currency={c.currency} showCurrency plainZero />}
          />
        ))}
        {unusual.data && unusual.data.count > 0 && (
          <TodoRow
            to={address('/bills/compare', { part: 'unusual' })}
            mark="due"
            state={t('unusualState')}
            what={t('unusual', { count: unusual.data.count, n: grouped(unusual.data.count) })}
            note={t('unusualAgainst', { period: unusual.data.against })}
          />
        )}
        {unusual.left && (
          <TodoRow to={address('/bills/compare', { part: 'unusual' })} mark="missing" state={t('unusualLeft')} what={t('unusualLeft')} />
        )}
        {rejected.map((b) => (
          <TodoRow
            key={b.batch}
            to={address('/import', { batch: String(b.batch), view: 'rejects' })}
            mark="due"
            state={t('rejected')}
            what={
              <>
                <span>{b.file}</span> <span className="dim">{t('batch', { batch: b.batch })}</span>
              </>
            }
            note={t('rejectedRows', { count: b.rejected - b.mended, n: grouped(b.rejected - b.mended) })}
          />
        ))}
      </ul>
    </Card>
  );
}
