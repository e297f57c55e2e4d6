import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AppError } from '../../domain/result.ts';
import { fieldTitle } from '../../domain/words/titles.ts';
import { useLanguage, useWords } from '../i18n/index.ts';
import { useTell } from '../i18n/told.ts';
import type words from '../i18n/en/common.json';

/** Where a failure lies and what to do: file, row, column, value, remedy. */
export function Place({ error }: { error: AppError }) {
  const t = useWords<typeof words>('common');
  const zh = useLanguage() === 'zh-CN';
  const d = error.details ?? {};
  const { remedy } = useTell().error(error);
  const where = [
    d.file,
    d.row === undefined ? null : t('error.row', { row: d.row }),
    d.column ? t('error.column', { column: zh ? fieldTitle(d.column).zh : d.column }) : null,
    d.value === undefined ? null : t('error.value', { value: d.value }),
  ].filter(Boolean);
  return (
    <>
      {where.length > 0 && <span className="error-place">{where.join(' · ')}</span>}
      {remedy ? <span className="error-remedy">{remedy}</span> : null}
    </>
  );
}

/** An error that stays where it arose: words, place, remedy, and the remedy as a button where there is one. */
export function ErrorState({ error, retry, action }: { error: AppError; retry?: () => void; action?: ReactNode }) {
  const t = useWords<typeof words>('common');
  const { message } = useTell().error(error);
  return (
    <div className="error" role="alert">
      <IconAlertTriangle size={18} stroke={1.5} aria-hidden="true" />
      <div className="error-body">
        <p className="error-title">{message}</p>
        <Place error={error} />
        {(retry ?? action) && (
          <div className="row-actions">
            {action}
            {retry && (
              <Button size="xs" variant="default" onClick={retry}>
                {t('retry')}
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
