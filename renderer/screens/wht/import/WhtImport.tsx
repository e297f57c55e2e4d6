import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { AppError } from '../../../../domain/result.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { pickFiles } from '../../../host/files.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/whtImport.json';
import { ErrorState, FileDrop, PageHeader } from '../../../ui/index.ts';
import { WhtNav } from '../WhtNav.tsx';
import { ImportHistory } from './ImportHistory.tsx';
import { ListDesk } from './ListDesk.tsx';
import { holdTo, openFile, useDesk } from './store.ts';
import { TakeResult } from './TakeResult.tsx';
import './wht-import.css';

/** Lists of certificates in: what each row says, which invoices it may be for, then into the book. */
export function WhtImport() {
  const t = useWords<typeof words>('whtImport');
  const desk = useDesk();
  const [error, setError] = useState<AppError | null>(null);
  const book = useCall('book/info', {}).data?.location;
  useEffect(() => {
    if (book !== undefined) holdTo(book);
  }, [book]);
  const pick = async (): Promise<void> => {
    setError(null);
    const picked = await pickFiles('bills');
    if (!picked.ok) setError(picked.error);
    else if (picked.value[0]) openFile(picked.value[0]);
  };
  useActions([{ id: 'whtImport.choose', title: t('choose'), group: 'record', shortcut: 'a', perform: () => void pick() }]);
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        status={<WhtNav />}
        actions={
          desk.file && (
            <Button variant="default" leftSection={<IconFileImport size={14} />} onClick={() => void pick()}>
              {t('another')}
            </Button>
          )
        }
      />
      {error && <ErrorState error={error} />}
      {desk.result ? (
        <TakeResult result={desk.result} />
      ) : desk.file ? (
        <ListDesk key={desk.file.token} file={desk.file} />
      ) : (
        <>
          <div className="wi-drop">
            <FileDrop
              kind="bills"
              title={t('dropTitle')}
              hint={t('dropHint')}
              small
              multiple={false}
              onFiles={([file]) => file && openFile(file)}
            />
          </div>
          <ImportHistory />
        </>
      )}
    </div>
  );
}
