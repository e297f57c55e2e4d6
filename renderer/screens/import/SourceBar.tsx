import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { SOURCE_DELIVERIES, type SourceDelivery } from '../../../domain/formats/adapter.ts';
import { zoneOfOffset } from '../../../domain/time/zone.ts';
import type { FileSource } from '../../../services/contract/imports.ts';
import { useWords } from '../../i18n/index.ts';
import { useTell } from '../../i18n/told.ts';
import type words from '../../i18n/en/import.json';
import { chooseSource } from './queue.ts';
import type { FileCard } from './state.ts';

/** Offsets that clocks of the world have, then the names of zones, whose summer time counts. */
const OFFSETS = [-720, -660, -600, -540, -480, -420, -360, -300, -240, -210, -180, -120, -60]
  .concat([0, 60, 120, 180, 210, 240, 270, 300, 330, 345, 360, 390, 420, 480, 525, 540, 570, 600, 630, 660, 720, 765, 780, 840])
  .map(zoneOfOffset);

/**
 * Who delivered the file, by which clock its months begin and whether it replaces them: what the file leaves open is chosen
 * here, before the import, and remembered for the source.
 */
export function SourceBar({ card, source }: { card: FileCard; source: FileSource }) {
  const t = useWords<typeof words>('import');
  const tell = useTell();
  const zones = useMemo(() => [...new Set([...OFFSETS, ...Intl.supportedValuesOf('timeZone')])], []);
  const { provider, account, timeZone, toldZone, delivery } = source;
  const name = [provider, account].filter(Boolean).join(' · ');
  const waits = card.state !== 'read';
  const by = (decided: FileSource['timeZoneBy']): string => (decided === 'file' ? '' : ` · ${t(`billSource.${decided}`)}`);
  return (
    <div className="file-source" role="group" aria-label={t('billSource.title')}>
      <span className="file-source-name" title={name}>
        {name || t('billSource.unnamed')}
      </span>
      <Select
        aria-label={t('billSource.timeZone')}
        w={250}
        searchable
        allowDeselect={false}
        disabled={waits}
        limit={120}
        nothingFoundMessage={t('billSource.noZone')}
        value={timeZone ?? ''}
        onChange={(value) => chooseSource(card, { timeZone: value === '' || value === null ? null : value })}
        data={[
          { value: '', label: toldZone === null ? t('billSource.byRows') : t('billSource.byFile', { zone: toldZone }) },
          ...[...new Set([...(timeZone === null ? [] : [timeZone]), ...zones])].map((zone) => ({ value: zone, label: zone })),
        ]}
      />
      <Select
        aria-label={t('billSource.delivery')}
        w={250}
        allowDeselect={false}
        disabled={waits}
        value={delivery}
        onChange={(value) => value !== null && chooseSource(card, { delivery: value as SourceDelivery })}
        data={SOURCE_DELIVERIES.map((way) => ({ value: way, label: t(`billSource.${way}`) }))}
      />
      <p className="evidence">
        {tell.sentence(source.evidenceSaid ?? source.evidence)}
        {by(source.timeZoneBy)}{' '}
        {source.deliveryBy === 'file' ? t('billSource.unsaid') : t('billSource.deliveryBy', { how: t(`billSource.${source.deliveryBy}`) })}
        {source.remembers ? '' : ` ${t('billSource.forgets')}`}
      </p>
    </div>
  );
}
