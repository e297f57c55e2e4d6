import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';

const TYPING_MS = 250;

/** A search told after a pause, so that typing is not a row of history and questions. `/` goes to it, Esc leaves it. */
export function SearchField({
  text,
  label,
  placeholder,
  onChange,
}: {
  text: string;
  label: string;
  placeholder: string;
  onChange: (text: string) => void;
}) {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const tell = useDebouncedCallback(onChange, TYPING_MS);
  return (
    <TextInput
      w={200}
      data-filter
      type="search"
      value={typed}
      placeholder={placeholder}
      aria-label={label}
      maxLength={200}
      leftSection={<IconSearch size={14} stroke={1.5} aria-hidden="true" />}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          event.currentTarget.blur();
        }
        if (event.key === 'Enter') onChange(typed);
      }}
    />
  );
}
