import { Button } from '@mantine/core';
import type { AppError } from '../../../domain/result.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/documents.json';
import { ErrorState, PageHeader } from '../../ui/index.ts';

/** A form that cannot be shown, because what it needs could not be read. */
export function FormTrouble({ title, error, retry, onClose }: { title: string; error: AppError; retry: () => void; onClose: () => void }) {
  const t = useWords<typeof words>('documents');
  return (
    <div className="page">
      <PageHeader
        title={title}
        actions={
          <Button variant="default" onClick={onClose}>
            {t('back')}
          </Button>
        }
      />
      <div className="page-scroll">
        <ErrorState error={error} retry={retry} />
      </div>
    </div>
  );
}
