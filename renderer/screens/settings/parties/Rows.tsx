import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Rows of a form that repeat: each with its fields and a way to take it away, and one to add another. */
export function Rows<T>({
  title,
  add,
  remove,
  items,
  row,
  onAdd,
  onRemove,
}: {
  title: string;
  /** Words of the two buttons; `remove` is told which row. */
  add: string;
  remove: (index: number) => string;
  items: readonly T[];
  row: (item: T, index: number) => ReactNode;
  onAdd: () => void;
  onRemove: (index: number) => void;
}) {
  return (
    <fieldset className="party-rows">
      <legend>{title}</legend>
      {items.map((item, index) => (
        <div className="party-row" key={index}>
          <div className="party-row-fields">{row(item, index)}</div>
          <ActionIcon variant="subtle" color="gray" aria-label={remove(index)} onClick={() => onRemove(index)}>
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={12} />} onClick={onAdd}>
        {add}
      </Button>
    </fieldset>
  );
}
