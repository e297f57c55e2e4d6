import { appendAudit } from '../../db/audit.ts';
import {
  addDiscrepancyEvent,
  discrepancyById,
  discrepancySnapshot,
  discrepancySubject,
  insertDiscrepancy,
  listDiscrepancies,
  updateDiscrepancy,
  type Discrepancy,
  type DiscrepancyChange,
} from '../../db/queries/discrepancies.ts';
import type { ReadDb } from '../../db/connection.ts';
import { discrepancyAct, isFinal, type DiscrepancyAct, type SettledHow } from '../../domain/discrepancies/states.ts';
import { allowWriteOff } from '../../domain/discrepancies/write-off.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { closeSettings } from '../close/settings.ts';
import type { Act } from '../invoices/act.ts';
import { checksOf } from '../reconcile/index.ts';
import { standingsOf, type Candidate, type Stood } from './current.ts';

export function discrepancyOf(read: ReadDb, id: number): Discrepancy {
  return (
    discrepancyById(read, id) ??
    refuse('discrepancy.not-found', say`There is no difference ${{ id }}.`, { value: String(id), remedy: 'Refresh the list.' })
  );
}

/** The failing checks of the period that nobody follows up yet: as a whole, and finding by finding. */
export function offered(read: ReadDb, period: string, today: string): Candidate[] {
  const { standings, candidates } = standingsOf(read, period, checksOf(read, period, today));
  const taken = new Set(standings.map((s) => `${s.discrepancy.check} ${s.now?.part ?? s.discrepancy.part}`));
  const wholes = new Set(standings.filter((s) => s.discrepancy.part === '').map((s) => s.discrepancy.check));
  const parts = new Set(standings.filter((s) => s.discrepancy.part !== '').map((s) => s.discrepancy.check));
  // One follows up the whole or its parts, not both: the same money would wait twice.
  return candidates.filter((c) => !taken.has(`${c.check} ${c.part}`) && !wholes.has(c.check) && !(c.part === '' && parts.has(c.check)));
}

/** Follows up what a failing check found. */
export function open(act: Act, given: { period: string; check: string; part: string; due: string | null; note: string }): number {
  const { period, check, part, due, note } = given;
  const candidate = offered(act.write, period, act.today).find((c) => c.check === check && c.part === part);
  if (candidate) return openCandidate(act, 'discrepancies/open', period, candidate, due, note);
  const there = listDiscrepancies(act.write, period).find((d) => d.check === check);
  if (there)
    refuse('discrepancy.there', say`This check is followed up already, as difference ${{ id: there.id }}.`, {
      value: check,
      remedy: 'Go on with that one; open it again if it had come to its end.',
    });
  refuse('discrepancy.no-fail', 'This check does not fail, or found something else meanwhile.', {
    value: check,
    remedy: 'Refresh the checks of the period.',
  });
}

export function openCandidate(act: Act, action: string, period: string, c: Candidate, due: string | null, note: string): number {
  const id = insertDiscrepancy(act.write, {
    period,
    check: c.check,
    part: c.part,
    kind: c.kind,
    vendor: c.vendor,
    currency: c.currency,
    title: c.title,
    finding: c.finding,
    amount: c.amount,
    seen: c.amount,
    state: 'open',
    reason: note,
    how: null,
    document: null,
    approver: null,
    due,
    lines: c.lines,
    lineCount: c.lineCount,
    openedAt: act.at,
    openedBy: act.who,
  });
  record(act, action, id, null, 'opened', note || null);
  return id;
}

interface Step extends DiscrepancyChange {
  event: string;
  said: string | null;
}

/** One act of the state machine; refused where the state does not allow it. */
function perform(act: Act, action: string, id: number, name: DiscrepancyAct, step: (before: Discrepancy) => Step): void {
  const before = discrepancyOf(act.write, id);
  const state = unwrap(discrepancyAct(id, before.state, name));
  const { event, said, ...change } = step(before);
  updateDiscrepancy(act.write, before, { how: null, document: null, approver: null, ...change, state });
  record(act, action, id, before, event, said);
}

export const explain = (act: Act, id: number, reason: string): void =>
  perform(act, 'discrepancies/explain', id, 'explain', () => ({ reason, due: null, event: 'explained', said: reason }));

export const dispute = (act: Act, id: number, given: { reason: string; reference: string | null; due: string | null }): void =>
  perform(act, 'discrepancies/dispute', id, 'dispute', () => ({
    reason: given.reason,
    document: given.reference,
    due: given.due,
    event: 'disputed',
    said: given.reference === null ? given.reason : `${given.reason} (${given.reference})`,
  }));

export const settle = (act: Act, id: number, given: { how: SettledHow; document: string | null; reason: string }): void => {
  const { how, document, reason } = given;
  if (how === 'other' && reason === '')
    refuse('discrepancy.reason', 'Say how it was settled.', { column: 'reason', remedy: 'Name the document, or write what settled it.' });
  if (how !== 'other' && (document === null || document === ''))
    refuse('discrepancy.document', 'Name the document that settled it.', {
      column: 'document',
      remedy: 'Enter the number of the invoice, the reference of the payment, or the name of the file.',
    });
  perform(act, 'discrepancies/settle', id, 'settle', () => ({
    how,
    document: document || null,
    reason,
    due: null,
    event: 'settled',
    said: [document, reason].filter(Boolean).join(': ') || null,
  }));
};

/** Gives the difference up, within the limits of the book or with the name of who approves it. */
export const writeOff = (act: Act, id: number, given: { reason: string; approver: string }): void =>
  perform(act, 'discrepancies/writeOff', id, 'write-off', (before) => {
    const written = listDiscrepancies(act.write, before.period)
      .filter((d) => d.id !== id && d.state === 'written-off' && d.currency === before.currency)
      .flatMap((d) => (d.seen === null ? [] : [d.seen]));
    const { writeOff: limits } = closeSettings(act.write);
    unwrap(allowWriteOff(limits, { amount: before.seen, currency: before.currency, written, approver: given.approver }));
    const approver = given.approver || null;
    return { reason: given.reason, approver, due: null, event: 'written-off', said: [given.reason, approver].filter(Boolean).join(' · ') };
  });

export const reopen = (act: Act, id: number, reason: string): void =>
  perform(act, 'discrepancies/reopen', id, 'reopen', () => ({ reason, event: 'reopened', said: reason }));

/** Takes the difference as reconciliation finds it now; one that had come to its end is open again. */
export function refresh(act: Act, id: number): void {
  const before = discrepancyOf(act.write, id);
  const { now, standing } = stoodOf(act.write, before, act.today);
  if (standing !== 'changed' || now === null)
    refuse('discrepancy.unchanged', say`Difference ${{ id }} is as it was seen last, or is found no more.`, {
      value: String(id),
      remedy: standing === 'gone' ? 'Settle it: what made it is mended.' : 'Nothing needs to be done.',
    });
  const ended = isFinal(before.state);
  updateDiscrepancy(act.write, before, {
    part: now.part,
    finding: now.finding,
    seen: now.amount,
    lines: now.lines,
    lineCount: now.lineCount,
    ...(ended ? { state: 'open' as const, how: null, document: null, approver: null } : {}),
  });
  record(act, 'discrepancies/refresh', id, before, 'seen-anew', `${before.seen ?? '—'} → ${now.amount ?? '—'}`);
}

export function setDue(act: Act, id: number, due: string | null): void {
  const before = discrepancyOf(act.write, id);
  if (before.due === due) return;
  updateDiscrepancy(act.write, before, { due });
  record(act, 'discrepancies/setDue', id, before, 'due', due);
}

const stoodOf = (read: ReadDb, d: Discrepancy, today: string): Stood =>
  standingsOf(read, d.period, checksOf(read, d.period, today)).standings.find((s) => s.discrepancy.id === d.id)!;

function record(act: Act, action: string, id: number, before: Discrepancy | null, event: string, reason: string | null): void {
  const after = discrepancyOf(act.write, id);
  addDiscrepancyEvent(act.write, id, { at: act.at, who: act.who, event, from: before?.state ?? null, to: after.state, reason });
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action,
    subject: discrepancySubject(id),
    before: before && discrepancySnapshot(before),
    after: discrepancySnapshot(after),
  });
}
