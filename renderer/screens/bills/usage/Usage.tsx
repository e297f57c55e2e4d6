import { Button, Loader, SegmentedControl } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { useGo, usePeriod } from '../../../app/place.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/usage.json';
import { EmptyState, ErrorState } from '../../../ui/index.ts';
import { BillsHeader } from '../BillsHeader.tsx';
import { Charged } from './Charged.tsx';
import { placeParams, readPlace, type UsagePlace } from './place.ts';
import { Samples } from './Samples.tsx';
import './usage.css';

export type ChangePlace = (part: Partial<UsagePlace>, options?: { replace?: boolean }) => void;

/** Usage samples of a month: the bandwidth that is charged for one resource, and the samples themselves. */
export function Usage() {
  const t = useWords<typeof words>('usage');
  const { period } = usePeriod();
  const [address, setAddress] = useSearchParams();
  const place = readPlace(address);
  const found = useCall('usage/series', { period }, { keep: true });
  const change = useCallback<ChangePlace>(
    (part, { replace = false } = {}) =>
      setAddress(
        (old) => {
          const next = new URLSearchParams(old);
          for (const [name, value] of Object.entries(placeParams(part))) {
            if (value === null || value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace },
      ),
    [setAddress],
  );
  const full = (found.data?.series.length ?? 0) > 0 && period !== null;
  const other = place.view === 'charged' ? 'samples' : 'charged';
  useActions([
    {
      id: 'usage.view',
      title: t(other === 'samples' ? 'showSamples' : 'showCharged'),
      group: 'view',
      predicate: () => full,
      perform: () => change({ view: other }),
    },
  ]);
  return (
    <div className="page">
      <BillsHeader
        filters={
          full ? (
            <SegmentedControl
              size="xs"
              aria-label={t('view')}
              value={place.view}
              onChange={(view) => change({ view: view === 'samples' ? 'samples' : 'charged' })}
              data={[
                { value: 'charged', label: t('charged') },
                { value: 'samples', label: t('samples') },
              ]}
            />
          ) : null
        }
      />
      {found.error && <ErrorState error={found.error} retry={found.retry} />}
      {found.loading && (
        <div className="page-wait">
          <Loader size="sm" aria-label={t('loading')} />
        </div>
      )}
      {found.data && !full && (
        <div className="page-scroll usage-none">
          <NoUsage periods={found.data.periods.map((p) => p.period)} period={period} />
        </div>
      )}
      {found.data && full && place.view === 'charged' && (
        <Charged period={period} series={found.data.series} place={place} change={change} />
      )}
      {found.data && full && place.view === 'samples' && (
        <Samples period={period} series={found.data.series} place={place} change={change} />
      )}
    </div>
  );
}

/** No samples: which file brings them, or the months that have some. */
function NoUsage({ periods, period }: { periods: readonly string[]; period: string | null }) {
  const t = useWords<typeof words>('usage');
  const { setPeriod } = usePeriod();
  const go = useGo();
  if (periods.length > 0)
    return (
      <EmptyState
        icon={IconChartLine}
        title={period === null ? t('noPeriod') : t('emptyPeriod', { period })}
        text={t('emptyPeriodText')}
        actions={periods.slice(0, 6).map((other) => (
          <Button key={other} variant="default" onClick={() => setPeriod(other)}>
            {other}
          </Button>
        ))}
      />
    );
  return (
    <EmptyState
      icon={IconChartLine}
      title={t('empty')}
      text={t('emptyText')}
      actions={<Button onClick={() => go('/import')}>{t('toImport')}</Button>}
    />
  );
}
