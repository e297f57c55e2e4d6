import { addHistory } from '../../db/queries/history.ts';
import { certificateById, setCertificateStatus, type CertificateRecord } from '../../db/queries/wht.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Side } from '../../domain/wht/certificate.ts';
import { holdsNumber } from '../../domain/wht/states.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { Act } from '../invoices/act.ts';
import { certificateAt } from './find.ts';
import { recordCertificate } from './record.ts';

/** The certificate in whose place a new one shall stand; refuses one that is void, that has a successor, or of the other side. */
export function replacedBy(act: Act, named: ParsedInput<'wht/add'>['replaces'], side: Side): CertificateRecord | null {
  if (named === null) return null;
  const old = certificateAt(act.write, named);
  if (old.status === 'void')
    refuse('wht.replaces-void', say`Certificate ${{ number: old.number }} is void; nothing takes its place.`, {
      value: old.number,
      remedy: 'Enter the corrected paper as a certificate of its own.',
    });
  if (old.replacedBy !== null)
    refuse(
      'wht.replaced-already',
      say`Certificate ${{ other: old.replacedBy }} stands in the place of ${{ number: old.number }} already.`,
      {
        value: old.number,
        remedy: say`Correct certificate ${{ other: old.replacedBy }}, or void it first.`,
      },
    );
  if (old.side !== side)
    refuse('wht.replaces-side', say`Certificate ${{ number: old.number }} is of the other side of the paper.`, {
      value: old.number,
      remedy: 'A replacement is a paper of the same side; void the old certificate and enter this one anew.',
    });
  return old;
}

/**
 * Makes way for the certificate `by`: a draft or live one becomes void and frees its number and invoices, a refused one stays
 * refused. Call it inside `withSettlement` of the invoices of both.
 */
export function retire(act: Act, oldId: number | null, by: string, action: string): void {
  const old = oldId === null ? undefined : certificateById(act.write, oldId);
  if (!old || !holdsNumber(old.status)) return;
  setCertificateStatus(act.write, old.id, 'void');
  addHistory(act.write, 'certificate', old.id, {
    at: act.at,
    who: act.who,
    event: 'voided',
    from: old.status,
    to: 'void',
    reason: `replaced by ${by}`,
  });
  recordCertificate(act, action, old.id, old);
}
