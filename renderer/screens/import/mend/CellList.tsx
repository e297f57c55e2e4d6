import { ActionIcon, TextInput } from '@mantine/core';
import { IconArrowsJoin2, IconRowInsertTop } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/import.json';
import { inserted, joined, lengthOf, withCell } from './cells.ts';

/** The cells of a row under the names of their columns, each to be edited; one is marked with what is wrong with it. */
export function CellList({
  headers,
  cells,
  before,
  delimiter,
  wrong,
  onChange,
  onLeave,
}: {
  headers: readonly string[];
  cells: readonly string[];
  /** As they stand in the file. */
  before: readonly string[];
  delimiter: string;
  wrong: { column: number; reason: string } | null;
  onChange: (cells: string[]) => void;
  /** Escape: back to the list of rows. */
  onLeave: () => void;
}) {
  const t = useWords<typeof words>('import');
  const count = lengthOf(cells, headers.length);
  const uneven = count !== headers.length;
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      const inputs = [...event.currentTarget.querySelectorAll('input')];
      inputs[inputs.indexOf(event.target) + (event.shiftKey ? -1 : 1)]?.focus();
    }
  };
  return (
    <ul className="mend-cells" onKeyDown={onKey}>
      {Array.from({ length: Math.max(count, headers.length) }, (_, at) => {
        const name = headers[at] || t('mend.columnNo', { n: at + 1 });
        const reason = wrong?.column === at ? wrong.reason : null;
        const beyond = at >= headers.length;
        return (
          <li key={at} data-wrong={reason !== null || beyond} data-changed={(cells[at] ?? '') !== (before[at] ?? '')}>
            <TextInput
              size="xs"
              label={name}
              value={cells[at] ?? ''}
              error={reason ?? (beyond ? t('mend.beyond') : undefined)}
              spellCheck={false}
              autoComplete="off"
              data-first={wrong ? at === wrong.column : at === 0}
              onChange={(e) => onChange(withCell(cells, at, e.currentTarget.value))}
            />
            {uneven && (
              <span className="mend-shift">
                {count > headers.length && (
                  <ActionIcon
                    variant="subtle"
                    size="sm"
                    disabled={at + 1 >= count}
                    aria-label={t('mend.join', { column: name })}
                    title={t('mend.join', { column: name })}
                    onClick={() => onChange(joined(cells, at, delimiter || ' '))}
                  >
                    <IconArrowsJoin2 size={14} stroke={1.5} aria-hidden="true" />
                  </ActionIcon>
                )}
                {count < headers.length && (
                  <ActionIcon
                    variant="subtle"
                    size="sm"
                    disabled={at >= count}
                    aria-label={t('mend.insert', { column: name })}
                    title={t('mend.insert', { column: name })}
                    onClick={() => onChange(inserted(cells, at))}
                  >
                    <IconRowInsertTop size={14} stroke={1.5} aria-hidden="true" />
                  </ActionIcon>
                )}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
