import { addHistory } from '../../db/queries/history.ts';
import { certificateById, setCertificateStatus, type CertificateRecord } from '../../db/queries/wht.ts';
import { whtAct, type WhtAct } from '../../domain/wht/states.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { Certificate } from '../contract/wht.ts';
import { inTransaction, type Act } from '../invoices/act.ts';
import { withSettlement } from '../invoices/settlement.ts';
import type { Context, Handler } from '../runtime/services.ts';
import { certificateAt } from './find.ts';
import { problemsOf } from './problems.ts';
import { recordCertificate } from './record.ts';
import { retire } from './replace.ts';
import { decidedOn, submittedOn } from './submitted.ts';

const PAST: Record<WhtAct, string> = { submit: 'submitted', accept: 'accepted', refuse: 'refused', void: 'voided' };

interface Step {
  name: WhtAct;
  reason: string | null;
  /** Days that go with the new status. */
  days: (before: CertificateRecord, act: Act) => { submitted?: string; decided?: string };
}

type At = Pick<ParsedInput<'wht/submit'>, 'number' | 'issuer' | 'id'>;

const perform = (context: Context, action: string, at: At, step: Step): Certificate =>
  inTransaction(context, (act) => stepOn(act, action, certificateAt(act.write, at), step));

/** One step of the review, with history and audit; a certificate that is no longer live frees its invoices. */
function stepOn(act: Act, action: string, before: CertificateRecord, step: Step): Certificate {
  const status = unwrap(whtAct(before.number, before.status, step.name));
  const days = step.days(before, act);
  const old = step.name === 'submit' && before.replacesId !== null ? certificateById(act.write, before.replacesId) : undefined;
  const ids = [...before.lines, ...(old?.lines ?? [])].map((l) => l.invoiceId);
  const cause = `certificate ${before.number}${step.name === 'submit' ? '' : ` was ${PAST[step.name]}`}`;
  return withSettlement(act, ids, cause, () => {
    if (step.name === 'submit') {
      retire(act, before.replacesId, before.number, action);
      const problem = problemsOf(act.write, before, act.today)[0];
      if (problem) unwrap({ ok: false, error: problem });
    }
    setCertificateStatus(act.write, before.id, status, days);
    addHistory(act.write, 'certificate', before.id, {
      at: act.at,
      who: act.who,
      event: PAST[step.name],
      from: before.status,
      to: status,
      reason: step.reason,
    });
    return recordCertificate(act, action, before.id, before);
  });
}

/** Hands a draft in: all that a certificate needs is checked now, and the one that it replaces makes way. */
export const submitCertificate: Handler<'wht/submit'> = (input, context) => perform(context, 'wht/submit', input, submission(input.date));

/** As submitCertificate, in the caller's transaction. */
export const submitDraft = (act: Act, action: string, draft: CertificateRecord, date: string | null): Certificate =>
  stepOn(act, action, draft, submission(date));

const submission = (date: string | null): Step => ({
  name: 'submit',
  reason: null,
  days: (before, act) => ({ submitted: submittedOn(date, before.date, act.today) }),
});

/** What the vendor answered. A refusal needs its reason: it is what gets corrected. */
export const reviewCertificate: Handler<'wht/review'> = (input, context) => {
  if (input.decision === 'refuse' && input.reason === '')
    refuse('wht.reason-missing', 'A refusal needs the reason that the vendor gave.', {
      column: 'reason',
      remedy: 'Enter the reason, so that the certificate can be corrected.',
    });
  return perform(context, 'wht/review', input, {
    name: input.decision,
    reason: input.reason === '' ? null : input.reason,
    days: (before, act) => ({ decided: decidedOn(input.date, before.submitted, act.today) }),
  });
};

export const voidCertificate: Handler<'wht/void'> = (input, context) =>
  perform(context, 'wht/void', input, { name: 'void', reason: input.reason, days: () => ({}) });
