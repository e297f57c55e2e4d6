import { Button, CloseButton, Popover } from '@mantine/core';
import { IconLayersSubtract } from '@tabler/icons-react';
import { useState } from 'react';
import { useActions } from '../../../actions/registry.ts';
import { MOST_GROUPS } from '../place.ts';
import { useBillWords } from '../words.ts';
import { ColumnPicker } from './ColumnPicker.tsx';
import type { DetailsState } from './useDetails.ts';

const GROUP_COLUMNS = [
  'productType',
  'product',
  'spec',
  'account',
  'payingAccount',
  'enterpriseProject',
  'vendor',
  'billingMode',
  'billType',
  'region',
  'availabilityZone',
  'resourceName',
  'resourceId',
  'usageType',
  'date',
  'period',
  'orderId',
  'provider',
  'invoiceId',
  'tags',
  'batch',
] as const;

/** The grouping bar: up to three columns, in their order; each can be taken out. Key p, for pivot. */
export function GroupButton({ state }: { state: DetailsState }) {
  const { t, column } = useBillWords();
  const { place, change } = state;
  const [opened, setOpened] = useState(false);
  const full = place.groupBy.length >= MOST_GROUPS;
  useActions([
    { id: 'bills.group', title: t('addGroup'), group: 'view', shortcut: 'p', predicate: () => !full, perform: () => setOpened(true) },
  ]);
  const set = (groupBy: readonly string[]): void => change({ groupBy, groupSort: [], at: null, line: null });
  return (
    <div className="grouping" role="group" aria-label={t('grouping')}>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <Button
            variant="default"
            disabled={full}
            leftSection={<IconLayersSubtract size={14} stroke={1.5} />}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            {t('group')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p={8} w={260} aria-label={t('addGroup')}>
          <ColumnPicker
            columns={GROUP_COLUMNS.filter((name) => !place.groupBy.includes(name))}
            label={t('addGroup')}
            onPick={(name) => {
              set([...place.groupBy, name]);
              setOpened(false);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {place.groupBy.map((name, index) => (
        <span key={name} className="chip group-chip">
          {index > 0 ? (
            <span className="chip-name" aria-hidden="true">
              ›
            </span>
          ) : null}
          {column(name)}
          <CloseButton
            size={16}
            iconSize={12}
            aria-label={t('removeGroup', { name: column(name) })}
            onClick={() => set(place.groupBy.filter((n) => n !== name))}
          />
        </span>
      ))}
    </div>
  );
}
