import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { IconBell, IconCalendarCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { DueItem } from '../../../services/contract/invoice-acts.ts';
import { sum } from '../../../domain/money/amount.ts';
import { useActions } from '../../actions/registry.ts';
import { useCall } from '../../app/hooks.ts';
import { useParam } from '../../app/place.ts';
import { rowsOf } from '../../app/usePages.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/course.json';
import { DataTable, EmptyState, PageHeader } from '../../ui/index.ts';
import { invoiceKey } from '../documents/keys.ts';
import { StatusStrip } from '../documents/StatusStrip.tsx';
import { HORIZONS, isConsequence, itemsOf, stripOfDue, type Horizon } from './due-groups.ts';
import { useDueColumns } from './due-columns.tsx';
import { InvoiceInspector } from './InvoiceInspector.tsx';
import { InvoicesNav } from './InvoicesNav.tsx';
import { ReminderDialog } from './ReminderDialog.tsx';

/** What is to be seen to: late, today, within 7 and 30 days, later; chosen items become reminders. */
export function DueView() {
  const t = useWords<typeof words>('course');
  const title = useWordOf('invoices');
  const [horizonParam, setHorizon] = useParam('within');
  const [group, setGroup] = useParam('group');
  const [follow, setFollow] = useParam('follow');
  const [open, setOpen] = useParam('doc');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [writing, setWriting] = useState(false);
  const horizon: Horizon = HORIZONS.find((h) => h === horizonParam) ?? 'all';
  const due = useCall('invoices/due', { within: horizon === 'all' ? null : Number(horizon) }, { keep: true });
  const all = due.data?.items ?? [];
  const inSight = follow === 'none' ? all.filter((item) => !isConsequence(item)) : all;
  const rows = itemsOf(inSight, group);
  const chosen = rows.filter((row) => selected.has(row.id));
  const columns = useDueColumns();
  const totals = useMemo(
    () => [
      ...Map.groupBy(
        rows.filter((r) => r.kind === 'pay'),
        (r) => r.currency,
      ),
    ],
    [rows],
  );
  useActions([
    {
      id: 'invoices.reminders',
      title: t('reminders'),
      group: 'record',
      shortcut: 'r',
      predicate: () => rows.length > 0,
      perform: () => setWriting(true),
    },
  ]);
  return (
    <div className="page">
      <PageHeader
        title={title('title')}
        status={<InvoicesNav />}
        actions={
          <Button leftSection={<IconBell size={14} />} variant="default" disabled={rows.length === 0} onClick={() => setWriting(true)}>
            {t('reminders')}
          </Button>
        }
      />
      {all.length > 0 && (
        <StatusStrip
          label={t('groupHead')}
          value={group ?? 'all'}
          onChange={(id) => setGroup(id === 'all' ? null : id)}
          items={stripOfDue(inSight, due.data?.sums ?? [], (name) => (name === 'all' ? t('horizon.all') : t(`group.${name}`)))}
        />
      )}
      <DataTable
        id="due"
        label={t('dueTitle')}
        columns={columns}
        rowId={(row: DueItem) => row.id}
        source={rowsOf(rows, due)}
        selected={selected}
        onSelect={setSelected}
        onOpen={(row) => setOpen(invoiceKey(row), { replace: open !== null })}
        totals={totals.map(([currency, own]) => ({
          label: `${t('toPay')} ${currency}`,
          values: { amount: sum(own.map((r) => r.amount)) },
        }))}
        toolbar={
          <>
            <SegmentedControl
              size="xs"
              aria-label={t('horizon.label')}
              value={horizon}
              onChange={(value) => setHorizon(value === 'all' ? null : value)}
              data={[
                { value: '0', label: t('horizon.today') },
                { value: '7', label: t('horizon.week') },
                { value: '30', label: t('horizon.month') },
                { value: 'all', label: t('horizon.all') },
              ]}
            />
            <Checkbox
              size="xs"
              label={t('consequences')}
              checked={follow !== 'none'}
              onChange={(e) => setFollow(e.currentTarget.checked ? null : 'none')}
            />
          </>
        }
        empty={
          <EmptyState
            icon={IconCalendarCheck}
            title={horizon === 'all' && group === null ? t('empty') : t('emptyWithin')}
            text={horizon === 'all' && group === null ? t('emptyText') : undefined}
            actions={
              horizon === 'all' && group === null ? undefined : (
                <Button
                  variant="default"
                  onClick={() => {
                    setHorizon(null);
                    setGroup(null);
                  }}
                >
                  {t('showAll')}
                </Button>
              )
            }
          />
        }
      />
      {open !== null && <InvoiceInspector doc={open} onClose={() => setOpen(null)} />}
      <ReminderDialog key={String(writing)} opened={writing} items={chosen.length > 0 ? chosen : rows} onClose={() => setWriting(false)} />
    </div>
  );
}
