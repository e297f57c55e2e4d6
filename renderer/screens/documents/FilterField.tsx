import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useParam } from '../../app/place.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/documents.json';

/** The search field of a list; its text is part of the address. `/` goes to it. */
export function FilterField({ placeholder }: { placeholder: string }) {
  const t = useWords<typeof words>('documents');
  const [search, setSearch] = useParam('q');
  return (
    <TextInput
      data-filter
      w={280}
      leftSection={<IconSearch size={14} stroke={1.5} />}
      aria-label={t('filterBy')}
      placeholder={placeholder}
      maxLength={200}
      value={search ?? ''}
      onChange={(event) => setSearch(event.currentTarget.value, { replace: true })}
    />
  );
}
