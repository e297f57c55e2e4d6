import { useState } from 'react';
import { CERTIFICATE_KINDS, MAX_ATTACHMENTS } from '../../../domain/attachments/kinds.ts';
import type { AppError } from '../../../domain/result.ts';
import type { BookInfo } from '../../../services/contract/book.ts';
import { useCall, useCommand } from '../../app/hooks.ts';
import { notifyDone } from '../../app/notify.tsx';
import { useGo, useParam } from '../../app/place.ts';
import type { GrantedFile } from '../../host/bridge.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/wht.json';
import { ErrorState, FileDrop } from '../../ui/index.ts';
import { DocumentForm } from '../documents/DocumentForm.tsx';
import { FormTrouble } from '../documents/FormTrouble.tsx';
import { judgeFile } from '../documents/judge-file.ts';
import { today } from '../documents/keys.ts';
import { PickedFiles } from '../documents/PickedFiles.tsx';
import { candidates, inputOf, missingOf, withTotal, type CandidateRow, type CertificateDraft } from './certificate-draft.ts';
import { CertificateFields } from './CertificateFields.tsx';
import { certificateKey } from './certificates.ts';
import { InvoicePicker } from './InvoicePicker.tsx';
import './wht.css';

/** Entering a certificate beside its paper. `invoice` in the address names the one it is for. */
export function CertificateForm({ onClose }: { onClose: () => void }) {
  const t = useWords<typeof words>('wht');
  const [forInvoice] = useParam('invoice');
  const book = useCall('book/info', {});
  const options = useCall('tax/options', {});
  const invoices = useCall('invoices/list', {});
  const error = book.error ?? options.error ?? invoices.error;
  if (error)
    return (
      <FormTrouble
        title={t('add')}
        error={error}
        retry={() => {
          book.retry();
          options.retry();
          invoices.retry();
        }}
        onClose={onClose}
      />
    );
  if (!book.data || !options.data || !invoices.data) return null;
  return (
    <Form
      book={book.data}
      currencies={options.data.currencies}
      rows={candidates(invoices.data.invoices)}
      forInvoice={forInvoice}
      onClose={onClose}
    />
  );
}

function startOf(book: BookInfo, row: CandidateRow | undefined): CertificateDraft {
  const empty: CertificateDraft = {
    number: '',
    issuer: book.company,
    date: null,
    total: null,
    currency: book.currency,
    note: '',
    files: [],
    amounts: {},
    pays: {},
  };
  return row
    ? { ...empty, currency: row.currency, total: row.awaits ? row.open : null, amounts: { [row.key]: row.awaits ? row.open : null } }
    : empty;
}

function Form({
  book,
  currencies,
  rows,
  forInvoice,
  onClose,
}: {
  book: BookInfo;
  currencies: readonly string[];
  rows: readonly CandidateRow[];
  forInvoice: string | null;
  onClose: () => void;
}) {
  const t = useWords<typeof words>('wht');
  const go = useGo();
  const add = useCommand('wht/add', { quiet: true });
  /** Files are on their way. */
  const [coming, setComing] = useState(false);
  const [draft, setDraft] = useState<CertificateDraft>(() =>
    startOf(
      book,
      rows.find((row) => row.key === forInvoice),
    ),
  );
  const [invalid, setInvalid] = useState<ReadonlySet<string>>(new Set());
  const [files, setFiles] = useState<readonly GrantedFile[]>([]);
  const [fileErrors, setFileErrors] = useState<readonly AppError[]>([]);
  const keep = (next: readonly GrantedFile[]): void => {
    setFiles(next);
    setDraft((old) => ({ ...old, files: next.map((file) => file.token) }));
  };
  const take = (given: GrantedFile[]): void => {
    const judged = given.map((file) => ({ file, against: judgeFile(file, CERTIFICATE_KINDS) }));
    setFileErrors(judged.flatMap(({ against }) => (against ? [against] : [])));
    keep([...files, ...judged.filter(({ against }) => against === null).map(({ file }) => file)].slice(0, MAX_ATTACHMENTS));
  };
  const day = today();
  const missing = missingOf(draft, rows, invalid, day);
  const save = async (): Promise<void> => {
    const input = inputOf(draft, rows, invalid, day);
    if (!input) return;
    const result = await add.run(input);
    if (!result.ok) return;
    notifyDone(t('added', { number: result.value.number }));
    go('/wht', { status: 'submitted', doc: certificateKey(result.value) });
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
      fields={
        <CertificateFields
          draft={draft}
          currencies={currencies}
          onChange={setDraft}
          onTotal={(total) => setDraft(withTotal(draft, total))}
        />
      }
      aside={
        <section aria-label={t('files')}>
          <h2>{t('files')}</h2>
          <PickedFiles files={files} onRemove={(file) => keep(files.filter((other) => other !== file))} />
          <FileDrop kind="attachments" small title={t('drop')} hint={t('dropHint')} onBusy={setComing} onFiles={take} />
          {fileErrors.map((error) => (
            <ErrorState key={`${error.code}:${error.message}`} error={error} />
          ))}
        </section>
      }
      below={
        <InvoicePicker
          rows={rows}
          draft={draft}
          onChange={setDraft}
          onInvalid={(key, isInvalid) =>
            setInvalid((old) => {
              const next = new Set(old);
              if (isInvalid) next.add(key);
              else next.delete(key);
              return next;
            })
          }
        />
      }
    />
  );
}
