import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { DISCREPANCY_STATES } from '../../../../domain/discrepancies/states.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall, useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useGo, useParam, usePeriod } from '../../../app/place.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/differences.json';
import { DataTable, EmptyState, PageHeader } from '../../../ui/index.ts';
import { ReconcileNav } from '../ReconcileNav.tsx';
import { ReportButton } from '../letter/ReportButton.tsx';
import { useDifferenceColumns } from './columns.tsx';
import { DifferenceInspector } from './DifferenceInspector.tsx';
import './differences.css';

/** Differences that people follow up, of the period or of all, the oldest first. */
export function DifferencesScreen() {
  const t = useWords<typeof words>('differences');
  const title = useWordOf('reconcile');
  const go = useGo();
  const { period } = usePeriod();
  const [span, setSpan] = useParam('span');
  const [stateParam, setState] = useParam('state');
  const [open, setOpen] = useParam('doc');
  const ofAll = span === 'all' || period === null;
  const list = useCall('discrepancies/list', { period: ofAll ? null : period }, { keep: true });
  const state = DISCREPANCY_STATES.find((s) => s === stateParam) ?? null;
  const all = list.data?.rows ?? [];
  const rows = all.filter((row) => state === null || row.state === state);
  const columns = useDifferenceColumns();
  const shown = all.find((row) => String(row.id) === open);
  return (
    <div className="page">
      <PageHeader title={title('title')} status={<ReconcileNav />} actions={<ReportButton report="differences" />} />
      <Offer />
      <DataTable
        id="differences"
        label={t('label')}
        columns={columns}
        rowId={(row) => String(row.id)}
        source={rowsOf(rows, list)}
        onOpen={(row) => setOpen(String(row.id), { replace: open !== null })}
        activeId={open}
        toolbar={
          <>
            {period !== null && (
              <SegmentedControl
                size="xs"
                aria-label={t('period')}
                value={ofAll ? 'all' : 'one'}
                data={[
                  { value: 'one', label: t('periodOne') },
                  { value: 'all', label: t('periodAll') },
                ]}
                onChange={(value) => setSpan(value === 'all' ? 'all' : null)}
              />
            )}
            <Select
              w={170}
              clearable
              aria-label={t('states')}
              placeholder={t('all')}
              value={state}
              data={DISCREPANCY_STATES.map((value) => ({
                value,
                label: `${t(`status.${value}`)} ${list.data?.counts[value] ?? 0}`,
              }))}
              onChange={(value) => setState(value)}
            />
          </>
        }
        empty={
          all.length > 0 ? (
            <EmptyState icon={IconScale} title={t('emptyFiltered')} />
          ) : (
            <EmptyState
              icon={IconScale}
              title={t('empty')}
              text={t('emptyText')}
              actions={
                <Button variant="default" onClick={() => go('/reconcile')}>
                  {title('tab.checks')}
                </Button>
              }
            />
          )
        }
      />
      {shown && <DifferenceInspector key={shown.id} id={shown.id} onClose={() => setOpen(null)} />}
    </div>
  );
}

/** Failing checks of the period that nobody follows up, and a way to follow up all of them at once. */
function Offer() {
  const t = useWords<typeof words>('differences');
  const { period } = usePeriod();
  const offer = useCall('discrepancies/offer', { period: period ?? '2000-01' }, { enabled: period !== null, keep: true });
  const openAll = useCommand('discrepancies/openAll');
  const count = new Set((offer.data?.rows ?? []).filter((row) => row.part === '').map((row) => row.check)).size;
  const run = async (): Promise<void> => {
    if (period === null) return;
    const done = await openAll.run({ period });
    if (done.ok) notifyDone(t('done.opened', { count: done.value.opened }));
  };
  useActions(count > 0 ? [{ id: 'differences.openAll', title: t('openAll'), group: 'record', perform: () => void run() }] : []);
  if (count === 0) return null;
  return (
    <div className="difference-offer" role="status">
      <span>{t('fails', { count })}</span>
      <Button size="compact-sm" variant="default" loading={openAll.busy} onClick={() => void run()}>
        {t('openAll')}
      </Button>
    </div>
  );
}
