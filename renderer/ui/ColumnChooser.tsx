import { ActionIcon, Checkbox, Popover, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/common.json';
import type { DataColumn } from './table-model.ts';

/** The hidden columns of a table, remembered under its name. Starts from the columns marked `hidden`. */
export function useHiddenColumns<Row>(
  id: string,
  columns: readonly DataColumn<Row>[],
): [ReadonlySet<string>, (hidden: ReadonlySet<string>) => void] {
  const key = `tallybook-columns-${id}`;
  const [saved, setSaved] = useState<readonly string[] | null>(() => readSaved(key));
  const hidden = useMemo(() => new Set(saved ?? columns.filter((c) => c.hidden).map((c) => c.id)), [saved, columns]);
  const change = useCallback(
    (next: ReadonlySet<string>) => {
      window.localStorage.setItem(key, JSON.stringify([...next]));
      setSaved([...next]);
    },
    [key],
  );
  return [hidden, change];
}

function readSaved(key: string): readonly string[] | null {
  const text = window.localStorage.getItem(key);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((v) => typeof v === 'string') ? value : null;
  } catch {
    return null;
  }
}

/** Chooses which columns are shown; one column always stays. */
export function ColumnChooser<Row>({
  columns,
  hidden,
  onChange,
}: {
  columns: readonly DataColumn<Row>[];
  hidden: ReadonlySet<string>;
  onChange: (hidden: ReadonlySet<string>) => void;
}) {
  const t = useWords<typeof words>('common');
  const toggle = (id: string): void => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    if (next.size < columns.length) onChange(next);
  };
  return (
    <Popover position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Tooltip label={t('table.columns')}>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('table.columns')}>
            <IconColumns3 size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <fieldset className="chooser">
          <legend>{t('table.columns')}</legend>
          {columns.map((c) => (
            <Checkbox key={c.id} size="xs" label={c.header} checked={!hidden.has(c.id)} onChange={() => toggle(c.id)} />
          ))}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}
