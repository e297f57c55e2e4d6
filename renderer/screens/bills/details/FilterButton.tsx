import { Button, Popover } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useActions } from '../../../actions/registry.ts';
import { useBillWords } from '../words.ts';
import { ColumnPicker } from './ColumnPicker.tsx';
import { FIGURE_COLUMNS, FILTER_COLUMNS } from './filter-columns.ts';
import { onFilterRequest } from './filter-request.ts';
import { FilterEditor } from './FilterEditor.tsx';
import { AT_ONCE } from './popover.ts';
import type { DetailsState } from './useDetails.ts';
import { useTagColumns } from './useTagColumns.ts';

/** Filter by any column: pick it, then its values with their counts, or a range for figures. Key f. */
export function FilterButton({ state }: { state: DetailsState }) {
  const { t } = useBillWords();
  const [opened, setOpened] = useState(false);
  const [column, setColumn] = useState<string | null>(null);
  const tags = useTagColumns(state.scope, opened && column === null);
  useEffect(
    () =>
      onFilterRequest((name) => {
        setColumn(name);
        setOpened(true);
      }),
    [],
  );
  useActions([
    {
      id: 'bills.filter',
      title: t('addFilter'),
      group: 'view',
      shortcut: 'f',
      perform: () => {
        setColumn(null);
        setOpened(true);
      },
    },
  ]);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" trapFocus returnFocus transitionProps={AT_ONCE}>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconFilter size={14} stroke={1.5} />}
          aria-expanded={opened}
          onClick={() => {
            setColumn(null);
            setOpened(!opened);
          }}
        >
          {t('filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8} w={320} aria-label={t('addFilter')}>
        {column === null ? (
          <ColumnPicker columns={[...FILTER_COLUMNS, ...tags, ...FIGURE_COLUMNS]} label={t('addFilter')} onPick={setColumn} />
        ) : (
          <FilterEditor state={state} column={column} onBack={() => setColumn(null)} onDone={() => setOpened(false)} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
