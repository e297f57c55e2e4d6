import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { grouped } from '../../app/duration.ts';
import { useAddress } from '../../app/place.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/import.json';
import { Facts, Ident, Inspector, InspectorPart, StatusMark } from '../../ui/index.ts';
import { detailsParams, exactly } from '../bills/place.ts';
import { useBillWords } from '../bills/words.ts';
import type { Batch } from './Batches.tsx';
import { TotalsLine } from './CardParts.tsx';
import { CountsBar } from './CountsBar.tsx';
import { listOf } from './list-of.ts';

/** One batch: its file, what became of the rows, its lines, and undo. */
export function BatchInspector({ batch, onClose, onUndo }: { batch: Batch; onClose: () => void; onUndo: () => void }) {
  const t = useWords<typeof words>('import');
  const common = useWordOf('common');
  const { titleOf } = useBillWords();
  const address = useAddress();
  const period = batch.periods.at(-1) ?? null;
  const active = batch.state === 'active';
  const list = listOf(batch.format);
  return (
    <Inspector
      title={batch.file}
      subtitle={t('batchTitle', { batch: batch.batch })}
      onClose={onClose}
      footer={
        active ? (
          <Button variant="outline" color="red" onClick={onUndo}>
            {t('undo')}
          </Button>
        ) : undefined
      }
    >
      <Facts
        items={[
          [t('stateHead'), <StatusMark key="s" mark={active ? 'pass' : 'missing'} label={t(`batch.${batch.state}`)} />],
          [
            t('mend.mends'),
            batch.mends === null ? null : (
              <Link key="m" to={address('/import', { batch: String(batch.mends), view: 'rejects' })}>
                {t('mend.mendsBatch', { batch: batch.mends })}
              </Link>
            ),
          ],
          [t('format'), titleOf(batch.format, batch.formatTitle)],
          [t('vendor'), common(`vendor.${batch.vendor}`)],
          [t('when'), batch.importedAt.slice(0, 16).replace('T', ' ')],
          ['SHA-256', <Ident key="h" value={batch.sha256} length={26} copy />],
        ]}
      />
      <InspectorPart title={t('whatBecame')}>
        <CountsBar counts={batch} />
        {batch.mended > 0 && <p className="dim file-mended">{t('mend.ofRejected', { count: batch.mended, n: grouped(batch.mended) })}</p>}
      </InspectorPart>
      <InspectorPart title={t('figures')}>
        <TotalsLine totals={batch.totals} periods={batch.periods} />
      </InspectorPart>
      <p className="file-next">
        {active && list && batch.imported > 0 && (
          <Link to={address('/subscriptions', { list, batch: String(batch.batch) })}>{t('showRows')}</Link>
        )}
        {active && !list && period !== null && batch.imported > 0 && (
          <Link
            to={address('/bills/details', {
              ...detailsParams({ where: [exactly('batch', String(batch.batch))], allPeriods: batch.periods.length > 1 }),
              period,
            })}
          >
            {t('openLines')}
          </Link>
        )}
        {batch.rejected > 0 && (
          <Link to={address('/import', { batch: String(batch.batch), view: 'rejects' })}>
            {t('seeRejects', { count: batch.rejected, n: grouped(batch.rejected) })}
          </Link>
        )}
      </p>
    </Inspector>
  );
}
