import { useState } from 'react';
import { INVOICE_KINDS } from '../../../domain/attachments/kinds.ts';
import type { AppError } from '../../../domain/result.ts';
import type { Invoice } from '../../../services/contract/invoices.ts';
import { useCommand } from '../../app/hooks.ts';
import type { GrantedFile } from '../../host/bridge.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/invoices.json';
import { ErrorState, FileDrop } from '../../ui/index.ts';
import { Attachments } from '../documents/Attachments.tsx';
import { judgeFile } from '../documents/judge-file.ts';

/** The vendor's paper on the invoice; more can be added as long as it is not void. */
export function InvoiceFiles({ invoice }: { invoice: Invoice }) {
  const t = useWords<typeof words>('invoices');
  const attach = useCommand('invoices/attach', { quiet: true });
  const [error, setError] = useState<AppError | null>(null);
  const take = async ([file]: GrantedFile[]): Promise<void> => {
    if (!file) return;
    const against = judgeFile(file, INVOICE_KINDS);
    setError(against);
    if (against) return;
    const result = await attach.run({ number: invoice.number, vendor: invoice.vendor, file: file.token });
    if (!result.ok) setError(result.error);
  };
  return (
    <>
      {invoice.attachments.length > 0 && <Attachments files={invoice.attachments} />}
      {invoice.status !== 'void' && (
        <FileDrop kind="pdf" small multiple={false} title={t('attach')} onFiles={(files) => void take(files)} />
      )}
      {error && <ErrorState error={error} />}
    </>
  );
}
