import { useState } from 'react';
import { INVOICE_KINDS } from '../../../domain/attachments/kinds.ts';
import type { AppError } from '../../../domain/result.ts';
import type { BookInfo } from '../../../services/contract/book.ts';
import { useCall, useCommand } from '../../app/hooks.ts';
import { notifyDone } from '../../app/notify.tsx';
import { useGo, usePeriod } from '../../app/place.ts';
import type { GrantedFile } from '../../host/bridge.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/invoices.json';
import { ErrorState, FileDrop } from '../../ui/index.ts';
import { DocumentForm } from '../documents/DocumentForm.tsx';
import { FormTrouble } from '../documents/FormTrouble.tsx';
import { judgeFile } from '../documents/judge-file.ts';
import { invoiceKey } from '../documents/keys.ts';
import { PickedFiles } from '../documents/PickedFiles.tsx';
import type { Options } from '../start/profile.ts';
import { inputOf, missingOf, type InvoiceDraft } from './invoice-draft.ts';
import { InvoiceFields } from './InvoiceFields.tsx';
import { TaxFromRule } from './TaxFromRule.tsx';
import './invoices.css';

/** Entering an issued invoice by hand. */
export function InvoiceForm({ onClose }: { onClose: () => void }) {
  const t = useWords<typeof words>('invoices');
  const book = useCall('book/info', {});
  const options = useCall('tax/options', {});
  const error = book.error ?? options.error;
  if (error)
    return (
      <FormTrouble
        title={t('add')}
        error={error}
        retry={() => {
          book.retry();
          options.retry();
        }}
        onClose={onClose}
      />
    );
  return book.data && options.data ? <Form book={book.data} options={options.data} onClose={onClose} /> : null;
}

function Form({ book, options, onClose }: { book: BookInfo; options: Options; onClose: () => void }) {
  const t = useWords<typeof words>('invoices');
  const { period } = usePeriod();
  const go = useGo();
  const add = useCommand('invoices/add', { quiet: true });
  /** Files are on their way. */
  const [coming, setComing] = useState(false);
  const [draft, setDraft] = useState<InvoiceDraft>({
    number: '',
    vendor: 'huawei',
    entity: book.entity,
    date: null,
    due: null,
    period,
    currency: book.currency,
    net: null,
    tax: null,
    note: '',
  });
  /** Counts the times a tax was taken from the rule: the field then shows it, whatever was typed. */
  const [taken, setTaken] = useState(0);
  const [file, setFile] = useState<GrantedFile | null>(null);
  const [fileError, setFileError] = useState<AppError | null>(null);
  const missing = missingOf(draft);
  const take = ([given]: GrantedFile[]): void => {
    if (!given) return;
    const against = judgeFile(given, INVOICE_KINDS);
    setFileError(against);
    if (!against) setFile(given);
  };
  const save = async (): Promise<void> => {
    const input = inputOf(draft, file?.token ?? null);
    if (!input) return;
    const result = await add.run(input);
    if (!result.ok) return;
    notifyDone(t('added', { number: result.value.number }));
    go('/invoices', { doc: invoiceKey(result.value) });
  };
  return (
    <DocumentForm
      title={t('add')}
      action={t('save')}
      busy={add.busy || coming}
      error={add.error}
      why={missing ? t(`missing.${missing}`) : null}
      onSave={() => void save()}
      onClose={onClose}
      fields={<InvoiceFields taken={taken} draft={draft} book={book} options={options} onChange={setDraft} />}
      aside={
        <>
          <TaxFromRule
            draft={draft}
            onTake={(tax) => {
              setDraft({ ...draft, tax });
              setTaken(taken + 1);
            }}
          />
          <section aria-label={t('files')}>
            <h2>{t('files')}</h2>
            {file ? (
              <PickedFiles files={[file]} onRemove={() => setFile(null)} />
            ) : (
              <FileDrop kind="pdf" small multiple={false} title={t('attach')} hint={t('attachHint')} onBusy={setComing} onFiles={take} />
            )}
            {fileError && <ErrorState error={fileError} />}
          </section>
        </>
      }
    />
  );
}
