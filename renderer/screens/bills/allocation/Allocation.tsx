import { Button, Loader } from '@mantine/core';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { ErrorState } from '../../../ui/index.ts';
import { EmptyBook } from '../../overview/EmptyBook.tsx';
import { BillsHeader } from '../BillsHeader.tsx';
import { Chips } from '../details/Chips.tsx';
import { AllocationInspector } from './AllocationInspector.tsx';
import { ExportButton } from './ExportButton.tsx';
import { Groups } from './Groups.tsx';
import { PaidLines } from './PaidLines.tsx';
import { Toolbar } from './Toolbar.tsx';
import { SHOWN, useAllocation, type AllocationState } from './useAllocation.ts';
import { useReading } from './useReading.ts';
import { useAllocationWords } from './words.ts';
import './allocation.css';

/** Cost of a month: what is paid ahead, spread over its term by days, and what is of the month itself. */
export function Allocation() {
  const state = useAllocation();
  const { details, scope } = state;
  const { period } = details;
  if (period === null)
    return (
      <div className="page">
        <BillsHeader />
        <div className="page-scroll">
          <EmptyBook />
        </div>
      </div>
    );
  return <Month state={state} period={period} key={scope ? 'ready' : 'waiting'} />;
}

function Month({ state, period }: { state: AllocationState; period: string }) {
  const { t, bill } = useAllocationWords();
  const { details, scope, shown, show, usage, groupBy } = state;
  const asked = useCall(
    'allocation/summary',
    { ...scope, period, usage, groupBy, limit: 10_000 },
    { enabled: scope !== undefined, keep: true },
  );
  const reading = useReading(asked.data?.unread);
  useActions([
    ...SHOWN.map((name) => ({ id: `allocation.${name}`, title: t(`go.${name}`), group: 'view' as const, perform: () => show(name) })),
    { id: 'allocation.usage', title: t(usage ? 'withoutUsage' : 'withUsage'), group: 'view', perform: () => state.setUsage(!usage) },
  ]);
  const data = asked.data;
  const unread = (data?.unread ?? 0) > 0;
  const toolbar = <Toolbar state={state} missing={data?.missing.lines ?? 0} />;
  return (
    <div className="page">
      <BillsHeader
        filters={<Chips state={details} />}
        actions={scope ? <ExportButton state={state} period={period} scope={scope} /> : null}
      />
      {(shown === 'groups' || !data || unread) && (
        <div className="allocation-bar" role="toolbar" aria-label={t('tools')}>
          {toolbar}
        </div>
      )}
      {asked.error && <ErrorState error={asked.error} retry={asked.retry} />}
      {(asked.loading || !scope || (unread && reading.reading)) && !asked.error && (
        <div className="page-wait" role="status">
          <Loader size="sm" aria-label={bill.t('loading')} />
          {unread ? <span className="dim">{t('readingFiles', { count: data?.unread ?? 0 })}</span> : null}
        </div>
      )}
      {unread && !reading.reading && (
        <div className="allocation-note">
          {reading.error ? <ErrorState error={reading.error} retry={reading.again} /> : null}
          <span>{t('unread', { count: data?.unread ?? 0 })}</span>
          <Button size="xs" variant="default" onClick={reading.again}>
            {t('readNow')}
          </Button>
        </div>
      )}
      {data && scope && !unread && shown === 'groups' && <Groups data={data} state={state} period={period} scope={scope} />}
      {data && scope && !unread && shown !== 'groups' && <PaidLines state={state} period={period} scope={scope} toolbar={toolbar} />}
      {details.place.line !== null && !unread && (
        <AllocationInspector id={details.place.line} period={period} onClose={() => details.change({ line: null }, { replace: true })} />
      )}
    </div>
  );
}
