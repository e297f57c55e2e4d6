import { appendAudit, canonicalJson } from '../../db/audit.ts';
import { acceptAdjustment, adjustmentById, adjustmentSnapshot, adjustmentSubject } from '../../db/queries/adjustments.ts';
import {
  bindSignoffs,
  closeById,
  closeSnapshot,
  closeSubject,
  holdDocuments,
  insertClose,
  insertSignoff,
  insertWaiver,
  listCloses,
  listSignoffs,
  listWaivers,
  liveWaivers,
  lockOf,
  openSignoffs,
  reopenClose,
  signoffSnapshot,
  signoffSubject,
  waiverSnapshot,
  waiverSubject,
  withdrawSignoff,
  withdrawWaiver,
  type Signoff,
  type Waiver,
} from '../../db/queries/closes.ts';
import { canBeWaived } from '../../domain/close/checklist.ts';
import { whyNotSign, type SignRole } from '../../domain/close/roles.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { CloseAdjustment } from '../contract/close.ts';
import type { Act } from '../invoices/act.ts';
import { certificateText, makeCertificate } from './certificate.ts';
import { documentsOf } from './documents.ts';
import type { Outside } from './facts.ts';
import { sha256 } from './hash.ts';
import { closeSettings } from './settings.ts';
import { findingHash, standingOf } from './status.ts';
import { shownAdjustment } from './view.ts';

function refuseUnlessOpen(act: Act, period: string): void {
  const lock = lockOf(act.write, period);
  if (lock)
    refuse('close.locked', say`${{ period }} is closed already.`, {
      value: period,
      remedy: 'Reopen it with a reason if something has to change.',
    });
}

/** Signs the figures of an open period as they are now; the same role signs anew in place of its earlier signature. */
export function sign(act: Act, given: { period: string; role: SignRole; who: string; note: string }, outside: Outside): void {
  const { period, role, who, note } = given;
  refuseUnlessOpen(act, period);
  const policy = closeSettings(act.write);
  const standing = standingOf(act.write, period, act.today, outside);
  const why = whyNotSign(policy, standing.signoffs, role, who);
  if (why)
    refuse('close.same-person', why, {
      column: 'who',
      value: who,
      remedy: 'Another person signs, or the settings of the close allow one person in two roles.',
    });
  unsign(act, period, role, 'close/sign');
  const id = insertSignoff(act.write, { period, role, who, by: act.who, at: act.at, note, figures: standing.hash });
  auditSignoff(act, 'close/sign', id, null);
}

/** Takes the signature of that role back, if there is one; answers whether there was. */
export function unsign(act: Act, period: string, role: SignRole, action: string): boolean {
  const before = openSignoffs(act.write, period).find((s) => s.role === role);
  if (!before) return false;
  withdrawSignoff(act.write, before.id, { at: act.at, by: act.who });
  auditSignoff(act, action, before.id, before);
  return true;
}

/** Sets an item that blocks aside, for what it says now. */
export function waive(act: Act, given: { period: string; item: string; reason: string }, outside: Outside): void {
  const { period, reason } = given;
  refuseUnlessOpen(act, period);
  const item = standingOf(act.write, period, act.today, outside).items.find((i) => i.id === given.item)!;
  if (item.state !== 'blocking')
    refuse('close.not-blocking', 'This item does not stand in the way of the close.', {
      value: item.id,
      remedy: 'Nothing needs to be done.',
    });
  if (!canBeWaived(item.id))
    refuse('close.not-waived', 'What came into a locked period is accepted with a note, not set aside.', {
      value: item.id,
      remedy: 'Accept each late import on the Close view.',
    });
  unwaive(act, period, item.id, 'close/waive');
  const finding = findingHash([item.id, ...item.about]);
  const id = insertWaiver(act.write, { period, item: item.id, finding, reason, at: act.at, who: act.who });
  auditWaiver(act, 'close/waive', id, null);
}

export function unwaive(act: Act, period: string, item: string, action: string): void {
  const before = liveWaivers(act.write, period).find((w) => w.item === item);
  if (!before) return;
  withdrawWaiver(act.write, before.id, { at: act.at, by: act.who });
  auditWaiver(act, action, before.id, before);
}

/** Closes the period: stores its certificate with all that it counts, and locks it. */
export function lock(act: Act, period: string, outside: Outside): void {
  refuseUnlessOpen(act, period);
  const standing = standingOf(act.write, period, act.today, outside);
  const blocking = standing.items.filter((i) => i.state === 'blocking');
  if (blocking.length > 0)
    refuse('close.blocked', say`${{ period }} cannot be closed yet: ${{ reasons: blocking.map((i) => i.text) }}`, {
      value: period,
      remedy: 'Mend what the checklist names, or set it aside with a reason.',
    });
  if (standing.lacking.length > 0)
    refuse('close.unsigned', say`${{ period }} cannot be closed yet: ${{ reasons: standing.lacking }}`, {
      value: period,
      remedy: 'Have it signed by each role.',
    });
  const number = listCloses(act.write, period).length + 1;
  const certificate = makeCertificate(act.write, {
    period,
    number,
    closedAt: act.at,
    closedBy: act.who,
    figures: standing.figures,
    items: standing.items,
    signoffs: standing.signoffs,
  });
  const text = certificateText(certificate);
  const id = insertClose(act.write, {
    period,
    closedAt: act.at,
    closedBy: act.who,
    checklist: canonicalJson(certificate.checklist),
    inputs: canonicalJson({ files: certificate.inputs, documents: certificate.documents }),
    certificate: text,
    sha256: sha256(text),
  });
  holdDocuments(act.write, id, documentsOf(act.write, period));
  bindSignoffs(act.write, period, id);
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action: 'close/lock',
    subject: closeSubject(id),
    before: null,
    after: closeSnapshot(closeById(act.write, id)!),
  });
}

/** Opens a locked period again; its certificate stays on record. */
export function reopen(act: Act, period: string, reason: string): void {
  const before = lockOf(act.write, period);
  if (!before) refuse('close.not-locked', say`${{ period }} is not closed.`, { value: period, remedy: 'Nothing needs to be done.' });
  reopenClose(act.write, before.id, { at: act.at, by: act.who, reason });
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action: 'close/reopen',
    subject: closeSubject(before.id),
    before: closeSnapshot(before),
    after: closeSnapshot(closeById(act.write, before.id)!),
  });
}

/** Takes note of what came into a locked period. */
export function accept(act: Act, id: number, note: string): CloseAdjustment {
  const before = adjustmentById(act.write, id);
  if (!before) refuse('close.no-adjustment', say`There is no late import ${{ id }}.`, { value: String(id), remedy: 'Refresh the list.' });
  if (before.state !== 'open')
    refuse('close.adjustment-done', say`Late import ${{ id }} is accepted or undone already.`, {
      value: before.state,
      remedy: 'Nothing needs to be done.',
    });
  acceptAdjustment(act.write, id, { at: act.at, by: act.who, note });
  const after = adjustmentById(act.write, id)!;
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action: 'close/accept',
    subject: adjustmentSubject(id),
    before: adjustmentSnapshot(before),
    after: adjustmentSnapshot(after),
  });
  return shownAdjustment(after);
}

function auditSignoff(act: Act, action: string, id: number, before: Signoff | null): void {
  const after = listSignoffs(act.write).find((s) => s.id === id)!;
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action,
    subject: signoffSubject(id),
    before: before && signoffSnapshot(before),
    after: signoffSnapshot(after),
  });
}

function auditWaiver(act: Act, action: string, id: number, before: Waiver | null): void {
  const after = listWaivers(act.write).find((w) => w.id === id)!;
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action,
    subject: waiverSubject(id),
    before: before && waiverSnapshot(before),
    after: waiverSnapshot(after),
  });
}
