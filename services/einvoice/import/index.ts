import { Failure } from '../../../domain/result.ts';
import type { AppError } from '../../../domain/result.ts';
import { invoiceOf } from '../../invoices/find.ts';
import { inTransaction } from '../../invoices/act.ts';
import { toInvoice } from '../../invoices/view.ts';
import type { EInvoicePreview } from '../../contract/einvoice-import.ts';
import type { Handlers } from '../../runtime/services.ts';
import { look } from './look.ts';
import { originalOf, readGranted } from './read.ts';
import { recordReceived } from './record.ts';

export const einvoiceImportHandlers: Handlers<'einvoice/preview' | 'einvoice/import'> = {
  'einvoice/preview': async (input, context) => {
    context.session.book();
    const { name, read } = await readGranted(context, input.file);
    return look(context.session.book().read, name, read, input, context.session.today()).preview;
  },

  'einvoice/import': async (input, context) => {
    context.session.book();
    const granted = await readGranted(context, input.file);
    const file = await originalOf(granted);
    return inTransaction(context, (act) => {
      // Held against the register once more: what the preview saw may have changed.
      const looked = look(act.write, granted.name, granted.read, input, act.today, input.accept);
      const { preview, document, number } = looked;
      if (preview.state === 'there' && looked.judgement?.existing)
        return { outcome: 'there' as const, preview, invoice: toInvoice(act.write, looked.judgement.existing, act.today) };
      if (preview.state !== 'new' || document === null || number === null) throw new Failure(refusalOf(preview));
      const accepted = input.accept ? [...new Set(preview.findings.filter((f) => f.weight === 'amounts').map((f) => f.rule))] : [];
      const record = recordReceived(
        act,
        { ...looked, document, number },
        { file, createParty: input.createParty, note: input.note, accepted },
      );
      return { outcome: 'imported' as const, preview, invoice: toInvoice(act.write, invoiceOf(act.write, record.id), act.today) };
    });
  },
};

function refusalOf({ refusal, file, differences }: EInvoicePreview): AppError {
  if (!refusal) throw new Error('A document that cannot be recorded has no reason.');
  const { code, message, remedy, said } = refusal;
  return {
    code,
    message,
    details: { file, ...(remedy !== null && { remedy }), ...(said && { said }), ...(differences.length > 0 && { differences }) },
  };
}
