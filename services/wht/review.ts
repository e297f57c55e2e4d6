import { addHistory } from '../../db/queries/history.ts';
import { setCertificateStatus } from '../../db/queries/wht.ts';
import { whtAct, type WhtAct } from '../../domain/wht/states.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import type { Certificate } from '../contract/wht.ts';
import { inTransaction } from '../invoices/act.ts';
import { withSettlement } from '../invoices/settlement.ts';
import type { Context, Handler } from '../runtime/services.ts';
import { findCertificate } from './find.ts';
import { recordCertificate } from './record.ts';

const PAST: Record<WhtAct, string> = { submit: 'submitted', accept: 'accepted', refuse: 'refused', void: 'voided' };

/** One step of the review, with history and audit; a certificate that is no longer live frees its invoices. */
function perform(
  context: Context,
  action: string,
  name: WhtAct,
  at: { number: string; issuer: string | null },
  reason: string | null,
  day: string | null = null,
): Certificate {
  return inTransaction(context, (act) => {
    const before = findCertificate(act.write, at.number, at.issuer);
    const status = unwrap(whtAct(before.number, before.status, name));
    return withSettlement(
      act,
      before.lines.map((l) => l.invoiceId),
      `certificate ${before.number} was ${PAST[name]}`,
      () => {
        setCertificateStatus(act.write, before.id, status, daysOf(name, day ?? act.today));
        addHistory(act.write, 'certificate', before.id, {
          at: act.at,
          who: act.who,
          event: PAST[name],
          from: before.status,
          to: status,
          reason,
        });
        return recordCertificate(act, action, before.id, before);
      },
    );
  });
}

const daysOf = (name: WhtAct, day: string): { submitted?: string; decided?: string } =>
  name === 'void' ? {} : name === 'submit' ? { submitted: day } : { decided: day };

export const submitCertificate: Handler<'wht/submit'> = (input, context) =>
  perform(context, 'wht/submit', 'submit', input, null, input.date);

/** What the vendor answered. A refusal needs its reason: it is what gets corrected. */
export const reviewCertificate: Handler<'wht/review'> = (input, context) => {
  if (input.decision === 'refuse' && input.reason === '')
    refuse('wht.reason-missing', 'A refusal needs the reason that the vendor gave.', {
      column: 'reason',
      remedy: 'Enter the reason, so that the certificate can be corrected.',
    });
  return perform(context, 'wht/review', input.decision, input, input.reason === '' ? null : input.reason);
};

export const voidCertificate: Handler<'wht/void'> = (input, context) => perform(context, 'wht/void', 'void', input, input.reason);
