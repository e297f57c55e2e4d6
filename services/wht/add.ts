import { addAttachment } from '../../db/queries/attachments.ts';
import { addHistory } from '../../db/queries/history.ts';
import { certificatesByNumber, holderOf, insertCertificate } from '../../db/queries/wht.ts';
import { CERTIFICATE_KINDS } from '../../domain/attachments/kinds.ts';
import { openOf, statusOn } from '../../domain/invoices/balance.ts';
import { positiveAmount } from '../../domain/invoices/document-amount.ts';
import { PLAIN_CERTIFICATE } from '../../domain/wht/certificate.ts';
import { planCertificate } from '../../domain/wht/plan.ts';
import { isLive } from '../../domain/wht/states.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { ParsedInput } from '../contract/index.ts';
import { inTransaction, type Act } from '../invoices/act.ts';
import { findInvoice } from '../invoices/find.ts';
import { withSettlement } from '../invoices/settlement.ts';
import type { Handler } from '../runtime/services.ts';
import { drawNumber } from './numbering.ts';
import { readAttachment, type AttachmentFile } from './read-attachment.ts';
import { recordCertificate } from './record.ts';

type Input = ParsedInput<'wht/add'>;

/** Records a certificate as submitted. Every file is judged first; then all of it is written, or nothing. */
export const addCertificate: Handler<'wht/add'> = async (input, context) => {
  context.session.book();
  const total = unwrap(positiveAmount(input.total, 'total'));
  const files: AttachmentFile[] = [];
  for (const token of input.attach) files.push(await readAttachment(context, token, CERTIFICATE_KINDS));
  return inTransaction(context, (act) => {
    const chosen = input.allocate.map((wanted) => choose(act, wanted));
    const lines = unwrap(
      planCertificate(
        { date: input.date, today: act.today, total, currency: input.currency },
        chosen.map((c) => c.choice),
      ),
    );
    const number = input.number ?? drawNumber(act.write);
    refuseDuplicate(act, number, input.issuer);
    const ids = chosen.map((c) => c.id);
    return withSettlement(act, ids, `certificate ${number}`, () => {
      const facts = {
        ...PLAIN_CERTIFICATE,
        side: input.side,
        country: input.country,
        form: input.form,
        first: input.first,
        last: input.last,
        payerId: input.payerId,
        payeeId: input.payeeId,
        remittance: input.remittance,
        remitted: input.remitted,
        income: input.income,
        submitted: act.today,
        replacesId: null,
        number,
        generated: input.number === null,
        issuer: input.issuer,
        date: input.date,
        total,
        currency: input.currency,
        note: input.note,
        status: 'submitted' as const,
      };
      const id = insertCertificate(
        act.write,
        facts,
        lines.map((line, i) => ({ invoiceId: ids[i]!, amount: line.amount, payAmount: line.payAmount, fx: input.allocate[i]!.fx })),
      );
      for (const file of files) addAttachment(act.write, `certificate:${id}`, file, act.at);
      addHistory(act.write, 'certificate', id, { at: act.at, who: act.who, event: 'submitted', from: null, to: 'submitted', reason: null });
      return recordCertificate(act, 'wht/add', id, null);
    });
  });
};

function choose(act: Act, wanted: Input['allocate'][number]) {
  const invoice = findInvoice(act.write, wanted.invoice, wanted.vendor ?? null);
  if (invoice.direction === 'issued')
    refuse('wht.issued', say`Invoice ${{ number: invoice.number }} was made here; certificates are for invoices received.`, {
      value: invoice.number,
      remedy: 'Choose the invoice that you paid less the withheld tax.',
    });
  const figure = (text: string | null, field: string): string | null =>
    text === null ? null : unwrap(positiveAmount(text, `${field} of ${invoice.number}`));
  return {
    id: invoice.id,
    choice: {
      invoice: invoice.number,
      kind: invoice.kind,
      status: statusOn(invoice, act.today),
      date: invoice.date,
      currency: invoice.currency,
      open: openOf(invoice),
      takenBy: holderOf(act.write, invoice.id),
      amount: figure(wanted.amount, 'amount'),
      payAmount: figure(wanted.payAmount, 'payAmount'),
    },
  };
}

function refuseDuplicate(act: Act, number: string, issuer: string): void {
  if (certificatesByNumber(act.write, number, issuer).some((c) => isLive(c.status)))
    refuse(
      'wht.duplicate',
      issuer ? say`There is a certificate ${{ number }} of ${{ issuer }} already.` : say`There is a certificate ${{ number }} already.`,
      {
        column: 'number',
        value: number,
        remedy: 'Check the number; void the existing certificate first if it was entered wrongly.',
      },
    );
}
