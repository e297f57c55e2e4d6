import { useMemo, useState } from 'react';
import type { AppError } from '../../../domain/result.ts';
import { fittingParties } from '../../../domain/wht/fitting-parties.ts';
import { formById } from '../../../domain/wht/forms/index.ts';
import type { BookInfo } from '../../../services/contract/book.ts';
import type { Output } from '../../../services/contract/index.ts';
import type { Invoice } from '../../../services/contract/invoices.ts';
import type { PartyShown } from '../../../services/contract/parties.ts';
import type { Certificate } from '../../../services/contract/wht.ts';
import { useCommand } from '../../app/hooks.ts';
import { notifyDone } from '../../app/notify.tsx';
import { useGo } from '../../app/place.ts';
import type { GrantedFile } from '../../host/bridge.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/certificate.json';
import { DocumentForm } from '../documents/DocumentForm.tsx';
import { invoiceKey, today } from '../documents/keys.ts';
import { candidates } from './candidates.ts';
import { inputOf, isTicked, missingOf, withTotal, type CertificateDraft } from './certificate-draft.ts';
import { CertificateFields } from './CertificateFields.tsx';
import { certificateKey } from './certificates.ts';
import { draftFor, draftOf, freedBy, type Purpose } from './draft-start.ts';
import { FormEligibility } from './FormEligibility.tsx';
import { FormPaper } from './FormPaper.tsx';
import { IncomeLines } from './IncomeLines.tsx';
import { InvoicePicker } from './InvoicePicker.tsx';
import './wht.css';

const NONE: ReadonlySet<string> = new Set();

/** The form itself, once everything that it offers has been read. */
export function CertificateEntry({
  purpose,
  book,
  options,
  invoices,
  settings,
  parties,
  certificates,
  forInvoice,
  onClose,
}: {
  purpose: Purpose;
  book: BookInfo;
  options: Output<'tax/options'>;
  invoices: readonly Invoice[];
  settings: Output<'wht/settings'>;
  parties: readonly PartyShown[];
  certificates: readonly Certificate[];
  forInvoice: string | null;
  onClose: () => void;
}) {
  const t = useWords<typeof words>('certificate');
  const go = useGo();
  const add = useCommand('wht/add', { quiet: true });
  const update = useCommand('wht/update', { quiet: true });
  const certificate = purpose.kind === 'new' ? null : purpose.certificate;
  const replaced =
    purpose.kind === 'edit'
      ? certificates.find((c) => c.number === purpose.certificate.replaces && c.replacedBy === purpose.certificate.number)
      : certificate;
  const offered = {
    partial: settings.partial,
    freed: freedBy(purpose, replaced ?? undefined),
    always: new Set(certificate?.allocations.map((line) => invoiceKey({ vendor: line.vendor, number: line.invoice }))),
    replaces: replaced?.number ?? null,
    entity: book.entity,
  };
  const [draft, setDraft] = useState<CertificateDraft>(() =>
    purpose.kind === 'new'
      ? draftFor(
          book,
          candidates(invoices, { ...offered, side: 'payer' }).find((row) => row.key === forInvoice),
        )
      : draftOf(purpose.certificate, purpose.kind),
  );
  const rows = candidates(invoices, { ...offered, side: draft.side });
  const [invalid, setInvalid] = useState<ReadonlySet<string>>(NONE);
  const [files, setFiles] = useState<readonly GrantedFile[]>([]);
  /** Files are on their way. */
  const [coming, setComing] = useState(false);
  const keep = (next: readonly GrantedFile[]): void => {
    setFiles(next);
    setDraft((old) => ({ ...old, files: next.map((file) => file.token) }));
  };
  const onInvalid = (key: string, isInvalid: boolean): void =>
    setInvalid((old) => {
      if (old.has(key) === isInvalid) return old;
      const next = new Set(old);
      if (isInvalid) next.add(key);
      else next.delete(key);
      return next;
    });
  const ticked = rows.filter((row) => isTicked(draft, row.key));
  const fitting = useMemo(() => fittingParties(draft.side, ticked, parties), [draft.side, ticked, parties]);
  const day = today();
  const missing = missingOf(draft, rows, invalid, day);
  const unkept = missingOf(draft, rows, invalid, day, false);
  const [error, setError] = useState<AppError | null>(null);
  const save = async (submits: boolean): Promise<void> => {
    const input = inputOf(draft, rows, invalid, day, submits);
    if (!input) return;
    const result =
      purpose.kind === 'edit'
        ? await update.run({ ...input, id: purpose.certificate.id, detach: [...draft.detach], submit: submits })
        : await add.run({
            ...input,
            draft: !submits,
            replaces: purpose.kind === 'correct' ? nameOf(purpose.certificate) : null,
          });
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    notifyDone(t(submits ? 'added' : 'kept', { number: result.value.number }));
    go('/wht', { status: result.value.status, doc: certificateKey(result.value) });
  };
  const title =
    purpose.kind === 'new' ? t('add') : t(purpose.kind === 'edit' ? 'editing' : 'correcting', { number: purpose.certificate.number });
  return (
    <DocumentForm
      title={title}
      action={t('save')}
      busy={add.busy || update.busy || coming}
      error={error}
      why={missing ? t(`missing.${missing}`) : null}
      onSave={() => void save(true)}
      second={{ action: t('saveDraft'), ready: unkept === null, onSave: () => void save(false) }}
      onClose={onClose}
      fields={
        <CertificateFields
          draft={draft}
          currencies={options.currencies}
          countries={options.countries.map((c) => c.iso)}
          fitting={{ payerId: fitting.payer?.id ?? null, payeeId: fitting.payee?.id ?? null }}
          kept={purpose.kind === 'edit' && purpose.certificate.generated ? purpose.certificate.number : null}
          onChange={setDraft}
          onTotal={(total) => setDraft(withTotal(draft, total))}
          onSide={(side) => {
            setInvalid(NONE);
            setDraft({ ...draft, side, payerId: undefined, payeeId: undefined, amounts: {}, pays: {}, rates: {} });
          }}
        />
      }
      aside={
        <FormPaper
          files={files}
          kept={purpose.kind === 'edit' ? purpose.certificate.attachments.filter((file) => !draft.detach.includes(file.id)) : []}
          onBusy={setComing}
          onFiles={keep}
          onDetach={(id) => setDraft({ ...draft, detach: [...draft.detach, id] })}
        />
      }
      below={
        <>
          <InvoicePicker
            rows={rows}
            draft={draft}
            notes={
              <FormEligibility
                rows={draft.side === 'payer' ? ticked : []}
                country={draft.country}
                entity={book.entity}
                settings={settings}
              />
            }
            onChange={setDraft}
            onInvalid={onInvalid}
          />
          <IncomeLines
            draft={draft}
            form={draft.form === null ? null : formById(draft.form)}
            onChange={(income) => setDraft({ ...draft, income })}
            onInvalid={onInvalid}
          />
        </>
      }
    />
  );
}

const nameOf = ({ number, issuer, id }: Certificate) => ({ number, issuer, id });
