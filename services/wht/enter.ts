import { addAttachment } from '../../db/queries/attachments.ts';
import { addHistory } from '../../db/queries/history.ts';
import { insertCertificate, type CertificateRecord } from '../../db/queries/wht.ts';
import { unwrap } from '../../domain/result.ts';
import { planCertificate, planDraft } from '../../domain/wht/plan.ts';
import { paperProblems } from '../../domain/wht/paper.ts';
import { holdsNumber } from '../../domain/wht/states.ts';
import type { Certificate } from '../contract/wht.ts';
import type { Act } from '../invoices/act.ts';
import { withSettlement } from '../invoices/settlement.ts';
import { choose } from './choose.ts';
import { factsOf, headOf, numberFor, paperOf, type Entered } from './facts.ts';
import type { AttachmentFile } from './read-attachment.ts';
import { NO_INVOICES, NO_PAPER } from './problems.ts';
import { recordCertificate } from './record.ts';
import { retire } from './replace.ts';
import { submittedOn } from './submitted.ts';

interface Way {
  /** Audit action. */
  action: string;
  draft: boolean;
  submitted: string | null;
  replaces: CertificateRecord | null;
  files: readonly AttachmentFile[];
  /** Where it was read from, and what stood there. */
  source: string;
  figures: Record<string, string>;
}

/**
 * Stores a new certificate in the caller's transaction, as a draft or handed in at once; what it replaces makes way first. Every
 * refusal leaves nothing behind, the caller's transaction being rolled back.
 */
export function enterCertificate(act: Act, input: Entered, way: Way): Certificate {
  const { draft, replaces } = way;
  if (!draft) wanting(input, way.files.length);
  const ids = draft ? [] : [...new Set([...idsOf(act, input), ...(replaces?.lines ?? []).map((l) => l.invoiceId)])];
  // The corrected paper may carry the number of the one that it corrects.
  const ownNumber = !draft && replaces && holdsNumber(replaces.status) ? replaces.id : null;
  const number = numberFor(act.write, input.number, input.issuer, ownNumber);
  return withSettlement(act, ids, `certificate ${number.text}`, () => {
    if (!draft) retire(act, replaces?.id ?? null, number.text, way.action);
    const chosen = input.allocate.map((wanted) => choose(act.write, input.side, act.today, wanted));
    const facts = factsOf(
      act,
      input,
      chosen,
      {
        status: draft ? 'draft' : 'submitted',
        submitted: draft ? null : submittedOn(way.submitted, input.date, act.today),
        decided: null,
        replacesId: replaces?.id ?? null,
        source: way.source,
        figures: way.figures,
      },
      number,
    );
    const choices = chosen.map((c) => c.choice);
    const plan = draft ? planDraft : planCertificate;
    const lines = unwrap(plan(headOf(act, facts), choices));
    const problem = draft ? undefined : paperProblems(paperOf(facts, act.today))[0];
    if (problem) unwrap({ ok: false, error: problem });
    const id = insertCertificate(
      act.write,
      facts,
      lines.map((line, i) => ({ ...line, invoiceId: chosen[i]!.record.id })),
    );
    for (const file of way.files) addAttachment(act.write, `certificate:${id}`, file, act.at);
    const event = draft ? 'drafted' : 'submitted';
    addHistory(act.write, 'certificate', id, { at: act.at, who: act.who, event, from: null, to: facts.status, reason: null });
    return recordCertificate(act, way.action, id, null);
  });
}

const idsOf = (act: Act, input: Entered): number[] =>
  input.allocate.map((wanted) => choose(act.write, input.side, act.today, wanted).record.id);

function wanting(input: Entered, files: number): void {
  if (input.allocate.length === 0) unwrap({ ok: false, error: NO_INVOICES });
  if (files === 0) unwrap({ ok: false, error: NO_PAPER });
}
