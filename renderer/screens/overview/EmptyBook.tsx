import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useGo, usePath } from '../../app/place.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/overview.json';
import { EmptyState } from '../../ui/index.ts';
import { SampleButton } from './SampleButton.tsx';
import './overview.css';

/** A book without bills: what it is for, and the two ways to begin. */
export function EmptyBook() {
  const t = useWords<typeof words>('overview');
  const go = useGo();
  const here = usePath();
  return (
    <div className="empty-book">
      <EmptyState
        icon={IconFileImport}
        title={t('emptyTitle')}
        text={t('emptyText')}
        actions={
          <>
            {here === '/import' ? null : <Button onClick={() => go('/import')}>{t('toImport')}</Button>}
            <SampleButton />
          </>
        }
      />
    </div>
  );
}
