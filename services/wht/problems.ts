import type { ReadDb } from '../../db/connection.ts';
import { invoicesById } from '../../db/queries/invoices.ts';
import { certificateById, type CertificateRecord } from '../../db/queries/wht.ts';
import { add } from '../../domain/money/amount.ts';
import { appError, type AppError } from '../../domain/result.ts';
import { paperProblems } from '../../domain/wht/paper.ts';
import { planProblems } from '../../domain/wht/plan.ts';
import type { ChosenInvoice } from '../../domain/wht/plan-line.ts';
import { isLive } from '../../domain/wht/states.ts';
import { chosenOf } from './choose.ts';
import { headOf, paperOf } from './facts.ts';

/** Everything that keeps a draft from being handed in on the day. What the certificate that it replaces holds counts as free. */
export function problemsOf(read: ReadDb, draft: CertificateRecord, today: string): AppError[] {
  const old = draft.replacesId === null ? undefined : certificateById(read, draft.replacesId);
  const freed = new Map(old && isLive(old.status) ? old.lines.map((l) => [l.invoiceId, l.payAmount]) : []);
  const records = new Map(
    invoicesById(
      read,
      draft.lines.map((l) => l.invoiceId),
    ).map((i) => [i.id, i]),
  );
  const choices = draft.lines.map((line): ChosenInvoice => {
    const { choice } = chosenOf(read, draft.side, today, records.get(line.invoiceId)!, line);
    const own = freed.get(line.invoiceId);
    if (own === undefined) return choice;
    return { ...choice, open: add(choice.open, own), takenBy: choice.takenBy === old?.number ? null : choice.takenBy };
  });
  return [
    ...(draft.lines.length > 0 ? [] : [NO_INVOICES]),
    ...planProblems(headOf({ write: read, today }, draft), choices),
    ...paperProblems(paperOf(draft, today)),
    ...(draft.attachments.length > 0 ? [] : [NO_PAPER]),
  ];
}

export const NO_INVOICES = appError('wht.no-invoices', 'The certificate names no invoice.', {
  column: 'allocate',
  remedy: 'Choose the invoices that the tax was withheld from, or keep it as a draft.',
});
export const NO_PAPER = appError('wht.no-attachment', 'The certificate has no paper.', {
  column: 'attach',
  remedy: 'Attach the certificate itself, or keep it as a draft.',
});
