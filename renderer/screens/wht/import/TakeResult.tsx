import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { ImportResult } from '../../../../services/contract/wht-import.ts';
import { useAddress } from '../../../app/place.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/whtImport.json';
import { Amount, DataTable, EmptyState, StatusMark, type DataColumn, type Mark } from '../../../ui/index.ts';
import { clearDesk } from './store.ts';
import { useRejectsExport } from './useRejectsExport.ts';

type Outcome = ImportResult['outcomes'][number];
const MARKS: Readonly<Record<Outcome['outcome'], Mark>> = {
  taken: 'pass',
  known: 'explained',
  ignored: 'explained',
  left: 'missing',
  rejected: 'fail',
  refused: 'fail',
};

/** What became of every row of a list that was taken; also of one of the past. */
export function TakeResult({ result, onClose }: { result: ImportResult; onClose?: () => void }) {
  const t = useWords<typeof words>('whtImport');
  const tell = useTell();
  const address = useAddress();
  const rejects = useRejectsExport();
  const bad = result.counts.rejected + result.counts.refused;
  const columns: DataColumn<Outcome>[] = [
    { id: 'row', header: t('column.row'), kind: 'count', value: (o) => o.rows[0]!, width: 56 },
    {
      id: 'outcome',
      header: t('column.state'),
      value: (o) => o.outcome,
      render: (o) => <StatusMark mark={MARKS[o.outcome]} label={t(`outcome.${o.outcome}`)} />,
      width: 130,
    },
    {
      id: 'number',
      header: t('column.number'),
      kind: 'ident',
      value: (o) => o.number ?? '',
      render: (o) =>
        (o.outcome === 'taken' || o.outcome === 'known') && o.number !== null ? (
          <Link to={address('/wht', { status: 'all', doc: o.number })}>{o.number}</Link>
        ) : (
          (o.number ?? '')
        ),
      width: 190,
    },
    { id: 'invoices', header: t('column.chosen'), value: (o) => o.invoices.join(', '), width: 190 },
    { id: 'currency', header: t('column.currency'), value: (o) => o.currency ?? '', width: 64 },
    { id: 'tax', header: t('column.tax'), kind: 'amount', value: (o) => o.total },
    { id: 'why', header: t('column.why'), value: (o) => o.troubles.map((trouble) => tell.notice(trouble).message).join(' · '), grow: true },
  ];
  return (
    <>
      <section className="wi-reading" aria-label={t('resultTitle')}>
        <div className="wi-head">
          <h2>{t('resultOf', { file: result.file })}</h2>
          <StatusMark mark={result.counts.taken > 0 ? 'pass' : 'missing'} label={t('took', { count: result.counts.taken })} />
          {result.sums.map((s) => (
            <Amount key={s.currency} value={s.total} currency={s.currency} showCurrency />
          ))}
          {bad > 0 && <StatusMark mark="fail" label={t('notTaken', { count: bad })} />}
          {result.counts.left > 0 && <StatusMark mark="missing" label={t('leftOver', { count: result.counts.left })} />}
          <span className="wi-gap" />
          {bad > 0 && (
            <Button size="xs" variant="default" loading={rejects.busy} onClick={() => void rejects.run(result.id, result.file)}>
              {t('exportRejected')}
            </Button>
          )}
          <Button size="xs" onClick={onClose ?? clearDesk}>
            {onClose ? t('back') : t('done')}
          </Button>
        </div>
      </section>
      <DataTable
        id="wht-import-result"
        label={t('resultTitle')}
        columns={columns}
        rowId={(o) => o.rows.join()}
        source={rowsOf(result.outcomes)}
        empty={<EmptyState title={t('noneInState')} />}
      />
    </>
  );
}
