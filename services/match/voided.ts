import { appendAudit } from '../../db/audit.ts';
import {
  acceptanceById,
  acceptancesOf,
  acceptanceSnapshot,
  acceptanceSubject,
  setUndone,
  type AcceptanceRecord,
} from '../../db/queries/matches.ts';
import type { Act } from '../invoices/act.ts';

/** The acceptance does not stand any longer; on record with the reason. */
export function markUndone(act: Act, record: AcceptanceRecord, reason: string, action: string): void {
  setUndone(act.write, record.id, { at: act.at, who: act.who, reason });
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action,
    subject: acceptanceSubject(record.id),
    before: acceptanceSnapshot(record),
    after: acceptanceSnapshot(acceptanceById(act.write, record.id)!),
  });
}

/** A payment is voided: what was accepted with it does not stand any longer. */
export function endMatchesOf(act: Act, payment: number, reason: string, action: string): void {
  for (const record of acceptancesOf(act.write, payment)) markUndone(act, record, reason, action);
}
