import { Button } from '@mantine/core';
import { useCommand } from '../../../app/hooks.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/parties.json';

/** Takes a party or a series out of use, and back: neither is ever deleted. */
export function ArchiveButton({ of, entry }: { of: 'parties' | 'series'; entry: { id: number; archived: boolean } }) {
  const t = useWords<typeof words>('parties');
  const archive = useCommand(`${of}/archive`);
  return (
    <Button
      size="xs"
      variant="default"
      loading={archive.busy}
      onClick={() => void archive.run({ id: entry.id, archived: !entry.archived })}
    >
      {entry.archived ? t('restore') : t('archive')}
    </Button>
  );
}
