import { useState } from 'react';
import { INVOICE_KINDS } from '../../../domain/attachments/kinds.ts';
import type { AppError } from '../../../domain/result.ts';
import type { BookInfo } from '../../../services/contract/book.ts';
import type { ShownInvoice } from '../../../services/contract/invoices.ts';
import { useCall, useCommand } from '../../app/hooks.ts';
import { notifyDone } from '../../app/notify.tsx';
import { useGo, usePeriod } from '../../app/place.ts';
import type { GrantedFile } from '../../host/bridge.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/invoices.json';
import type makingWords from '../../i18n/en/making.json';
import { ErrorState, FileDrop } from '../../ui/index.ts';
import { DocumentForm } from '../documents/DocumentForm.tsx';
import { FormTrouble } from '../documents/FormTrouble.tsx';
import { judgeFile } from '../documents/judge-file.ts';
import { invoiceKey, parseInvoiceKey } from '../documents/keys.ts';
import { PickedFiles } from '../documents/PickedFiles.tsx';
import type { Options } from '../start/profile.ts';
import { draftOfInvoice, EMPTY_DRAFT, inputOf, missingOf, updateOf, type InvoiceDraft, type Missing } from './invoice-draft.ts';
import { InvoiceFields } from './InvoiceFields.tsx';
import { LinesGrid } from './lines/LinesGrid.tsx';
import { SimilarWarning } from './statements/SimilarWarning.tsx';
import { TaxFromRule } from './TaxFromRule.tsx';
import './invoices.css';

/** Entering a received invoice by hand, or correcting the one that `edit` names. */
export function InvoiceForm({ edit = null, onClose }: { edit?: string | null; onClose: () => void }) {
  const t = useWords<typeof words>('invoices');
  const m = useWords<typeof makingWords>('making');
  const book = useCall('book/info', {});
  const options = useCall('tax/options', {});
  const named = parseInvoiceKey(edit);
  const before = useCall('invoices/show', named ?? { number: edit ?? '-' }, { enabled: edit !== null });
  const error = book.error ?? options.error ?? before.error;
  if (error)
    return (
      <FormTrouble
        title={edit === null ? t('add') : m('correctTitle')}
        error={error}
        retry={() => {
          book.retry();
          options.retry();
          if (edit !== null) before.retry();
        }}
        onClose={onClose}
      />
    );
  if (!book.data || !options.data || (edit !== null && !before.data)) return null;
  return <Form book={book.data} options={options.data} before={edit === null ? null : (before.data ?? null)} onClose={onClose} />;
}

type OfPaper = 'number' | 'date' | 'net' | 'tax' | 'due' | 'negative';

function Form({ book, options, before, onClose }: { book: BookInfo; options: Options; before: ShownInvoice | null; onClose: () => void }) {
  const t = useWords<typeof words>('invoices');
  const m = useWords<typeof makingWords>('making');
  const making = useWordOf('making');
  const { period } = usePeriod();
  const go = useGo();
  const add = useCommand('invoices/add', { quiet: true });
  const update = useCommand('invoices/update', { quiet: true });
  /** Files are on their way. */
  const [coming, setComing] = useState(false);
  const [draft, setDraft] = useState<InvoiceDraft>(
    before ? draftOfInvoice(before) : { ...EMPTY_DRAFT, entity: book.entity, period, currency: book.currency },
  );
  /** Counts the times a tax was taken from the rule: the field then shows it, whatever was typed. */
  const [taken, setTaken] = useState(0);
  const [file, setFile] = useState<GrantedFile | null>(null);
  const [fileError, setFileError] = useState<AppError | null>(null);
  const missing = missingOf(draft);
  const wordOf = (part: Missing): string =>
    part === 'fx' || part === 'reason' || part.startsWith('lines.') ? making(`missing.${part}`) : t(`missing.${part as OfPaper}`);
  const take = ([given]: GrantedFile[]): void => {
    if (!given) return;
    const against = judgeFile(given, INVOICE_KINDS);
    setFileError(against);
    if (!against) setFile(given);
  };
  const save = async (): Promise<void> => {
    const correction = before && updateOf(draft, before);
    const input = before ? null : inputOf(draft, file?.token ?? null);
    const result = correction ? await update.run(correction) : input ? await add.run(input) : null;
    if (!result?.ok) return;
    notifyDone(before ? m('corrected', { number: result.value.number }) : t('added', { number: result.value.number }));
    go('/invoices', { doc: invoiceKey(result.value) });
  };
  return (
    <DocumentForm
      title={before ? m('correctTitle') : t('add')}
      action={t('save')}
      busy={add.busy || update.busy || coming}
      error={add.error ?? update.error}
      why={missing ? wordOf(missing) : null}
      onSave={() => void save()}
      onClose={onClose}
      fields={<InvoiceFields taken={taken} draft={draft} book={book} options={options} onChange={setDraft} />}
      below={
        <LinesGrid lines={draft.lines} document={draft} currency={draft.currency} onChange={(lines) => setDraft({ ...draft, lines })} />
      }
      aside={
        <>
          {before === null && <SimilarWarning draft={draft} />}
          <TaxFromRule
            draft={draft}
            onTake={(tax) => {
              setDraft({ ...draft, tax });
              setTaken(taken + 1);
            }}
          />
          {before === null && (
            <section aria-label={t('files')}>
              <h2>{t('files')}</h2>
              {file ? (
                <PickedFiles files={[file]} onRemove={() => setFile(null)} />
              ) : (
                <FileDrop kind="pdf" small multiple={false} title={t('attach')} hint={t('attachHint')} onBusy={setComing} onFiles={take} />
              )}
              {fileError && <ErrorState error={fileError} />}
            </section>
          )}
        </>
      }
    />
  );
}
