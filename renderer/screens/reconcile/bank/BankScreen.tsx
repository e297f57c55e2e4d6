import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { AppError } from '../../../../domain/result.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { useParam } from '../../../app/place.ts';
import { pickFiles } from '../../../host/files.ts';
import { useWords, useWordOf } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/bank.json';
import { ErrorState, FileDrop, PageHeader } from '../../../ui/index.ts';
import { ReconcileNav } from '../ReconcileNav.tsx';
import { AccountStrip } from './AccountStrip.tsx';
import { Desk } from './Desk.tsx';
import { DropAnywhere } from './DropAnywhere.tsx';
import { Lines } from './Lines.tsx';
import { Statements } from './Statements.tsx';
import { holdTo, openFile, useDesk } from './store.ts';
import './bank.css';

/** Statements of banks and cards: files in, accounts, their statements and lines. */
export function BankScreen() {
  const t = useWords<typeof words>('bank');
  const reconcile = useWordOf('reconcile');
  const { file } = useDesk();
  const [show] = useParam('show');
  const [error, setError] = useState<AppError | null>(null);
  const accounts = useCall('bank/accounts', {});
  const book = useCall('book/info', {}).data?.location;
  useEffect(() => {
    if (book !== undefined) holdTo(book);
  }, [book]);
  const pick = async (): Promise<void> => {
    setError(null);
    const picked = await pickFiles('bank');
    if (!picked.ok) setError(picked.error);
    else if (picked.value[0]) openFile(picked.value[0]);
  };
  useActions([{ id: 'bank.choose', title: t('choose'), group: 'record', shortcut: 'a', perform: () => void pick() }]);
  const none = accounts.data?.length === 0;
  return (
    <div className="page">
      <PageHeader
        title={reconcile('title')}
        status={<ReconcileNav />}
        actions={
          (!none || file) && (
            <Button variant="default" leftSection={<IconFileImport size={14} />} onClick={() => void pick()}>
              {t('choose')}
            </Button>
          )
        }
      />
      {(!none || file) && <DropAnywhere onError={setError} />}
      {error && <ErrorState error={error} />}
      {file ? (
        <Desk key={file.token} file={file} />
      ) : accounts.error ? (
        <ErrorState error={accounts.error} retry={accounts.retry} />
      ) : none ? (
        <div className="bk-drop">
          <FileDrop
            kind="bank"
            title={t('dropTitle')}
            hint={t('dropHint')}
            multiple={false}
            onFiles={([first]) => first && openFile(first)}
          />
          <p className="dim">{t('dropWhat')}</p>
        </div>
      ) : (
        accounts.data && (
          <>
            <AccountStrip accounts={accounts.data} />
            {show === 'statements' ? <Statements /> : <Lines accounts={accounts.data} />}
          </>
        )
      )}
    </div>
  );
}
