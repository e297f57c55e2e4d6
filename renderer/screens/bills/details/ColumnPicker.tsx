import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useBillWords } from '../words.ts';

/** A short list of columns to pick one from, narrowed by typing; Enter takes the first. */
export function ColumnPicker({ columns, label, onPick }: { columns: readonly string[]; label: string; onPick: (column: string) => void }) {
  const { column } = useBillWords();
  const [typed, setTyped] = useState('');
  const found = columns.filter((name) => `${column(name)} ${name}`.toLowerCase().includes(typed.trim().toLowerCase()));
  return (
    <div className="picker">
      <TextInput
        data-autofocus
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && found[0]) {
            event.preventDefault();
            onPick(found[0]);
          }
        }}
      />
      <ul className="picker-list">
        {found.map((name) => (
          <li key={name}>
            <button type="button" onClick={() => onPick(name)}>
              {column(name)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
