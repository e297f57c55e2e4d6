import { Button } from '@mantine/core';
import { IconFileInvoice, IconFileImport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { AppError } from '../../../../domain/result.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { pickFiles } from '../../../host/files.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/electronic.json';
import { EmptyState, ErrorState, FileDrop, PageHeader } from '../../../ui/index.ts';
import { InvoicesNav } from '../InvoicesNav.tsx';
import { ElectronicCardView } from './ElectronicCardView.tsx';
import { addFiles, clearFiles, holdAgainst, importReady, useElectronic } from './queue.ts';
import { isReady, wants } from './state.ts';
import './electronic.css';

/** Electronic invoices in: what each file says, what the rules say of it, then into the register. */
export function Electronic() {
  const t = useWords<typeof words>('electronic');
  const title = useWordOf('invoices');
  const { cards, busy } = useElectronic();
  const [error, setError] = useState<AppError | null>(null);
  const book = useCall('book/info', {}).data?.location;
  const invoices = useCall('invoices/list', {}).data;
  const parties = useCall('parties/list', {}).data;
  useEffect(() => {
    if (book !== undefined && invoices !== undefined && parties !== undefined) holdAgainst(book, invoices, parties);
  }, [book, invoices, parties]);
  const ready = cards.filter(isReady).length;
  const rest = wants(cards);
  const pick = async (): Promise<void> => {
    setError(null);
    const picked = await pickFiles('einvoice');
    if (!picked.ok) setError(picked.error);
    else if (picked.value.length > 0) addFiles(picked.value);
  };
  useActions([
    { id: 'einvoice.choose', title: t('choose'), group: 'record', shortcut: 'a', perform: () => void pick() },
    {
      id: 'einvoice.import',
      title: t('import'),
      group: 'record',
      shortcut: 'mod+enter',
      inFields: true,
      predicate: () => ready > 0 && !busy,
      perform: () => void importReady(),
    },
  ]);
  return (
    <div className="page">
      <PageHeader title={title('title')} status={<InvoicesNav />} />
      <div className="page-scroll electronic-page">
        <div className="electronic-drop">
          <FileDrop kind="einvoice" title={t('dropTitle')} hint={t('dropHint')} small onFiles={addFiles} />
        </div>
        {error && <ErrorState error={error} />}
        {cards.length === 0 ? (
          <EmptyState icon={IconFileInvoice} title={t('empty')} text={t('emptyText')} />
        ) : (
          <section aria-label={t('files')}>
            {cards.map((card) => (
              <ElectronicCardView key={card.token} card={card} />
            ))}
            <div className="electronic-bar">
              <span className="dim" role="status">
                {rest > 0 ? t('notReady', { count: rest }) : ''}
              </span>
              <span className="electronic-gap" />
              <Button variant="default" disabled={busy} onClick={clearFiles}>
                {t('clear')}
              </Button>
              {(ready > 1 || busy) && (
                <Button leftSection={<IconFileImport size={14} />} loading={busy} onClick={() => void importReady()}>
                  {t('importAll', { count: ready })}
                </Button>
              )}
            </div>
          </section>
        )}
      </div>
    </div>
  );
}
