import type { SignRole } from '../../domain/close/roles.ts';
import type { ReadDb, WriteDb } from '../connection.ts';

/** One close of a period: what it said, and whether it was reopened. */
export interface CloseRecord {
  id: number;
  period: string;
  closedAt: string;
  closedBy: string;
  /** JSON as it was stored (services/close/certificate.ts). */
  checklist: string;
  inputs: string;
  certificate: string;
  sha256: string;
  reopened: { at: string; by: string; reason: string } | null;
}

interface CloseRow {
  id: number;
  period: string;
  closed_at: string;
  closed_by: string;
  checklist: string;
  inputs: string;
  certificate: string;
  sha256: string;
  reopened_at: string | null;
  reopened_by: string | null;
  reopened_reason: string | null;
}

const toClose = (row: CloseRow): CloseRecord => ({
  id: row.id,
  period: row.period,
  closedAt: row.closed_at,
  closedBy: row.closed_by,
  checklist: row.checklist,
  inputs: row.inputs,
  certificate: row.certificate,
  sha256: row.sha256,
  reopened: row.reopened_at === null ? null : { at: row.reopened_at, by: row.reopened_by!, reason: row.reopened_reason! },
});

/** Newest first; of all periods where `period` is null. */
export const listCloses = (read: ReadDb, period: string | null = null): CloseRecord[] =>
  read.all<CloseRow>('SELECT * FROM period_close WHERE ? IS NULL OR period = ? ORDER BY id DESC', [period, period]).map(toClose);

export function closeById(read: ReadDb, id: number): CloseRecord | undefined {
  const row = read.get<CloseRow>('SELECT * FROM period_close WHERE id = ?', [id]);
  return row && toClose(row);
}

/** The close that holds the period locked, or undefined. */
export function lockOf(read: ReadDb, period: string): CloseRecord | undefined {
  const row = read.get<CloseRow>('SELECT * FROM period_close WHERE period = ? AND reopened_at IS NULL', [period]);
  return row && toClose(row);
}

/** Every lock, without what it certifies. */
export const listLocks = (read: ReadDb): { id: number; period: string; at: string; by: string }[] =>
  read.all('SELECT id, period, closed_at AS at, closed_by AS "by" FROM period_close WHERE reopened_at IS NULL ORDER BY period');

/** Locked periods with their close. */
export const locks = (read: ReadDb): ReadonlyMap<string, number> => new Map(listLocks(read).map((row) => [row.period, row.id]));

export function insertClose(write: WriteDb, close: Omit<CloseRecord, 'id' | 'reopened'>): number {
  return write.run(
    'INSERT INTO period_close (period, closed_at, closed_by, checklist, inputs, certificate, sha256) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [close.period, close.closedAt, close.closedBy, close.checklist, close.inputs, close.certificate, close.sha256],
  ).id;
}

export const reopenClose = (write: WriteDb, id: number, { at, by, reason }: { at: string; by: string; reason: string }): void =>
  void write.run('UPDATE period_close SET reopened_at = ?, reopened_by = ?, reopened_reason = ? WHERE id = ?', [at, by, reason, id]);

export type HeldKind = 'invoice' | 'payment' | 'certificate';

export function holdDocuments(write: WriteDb, closeId: number, documents: readonly { kind: HeldKind; id: number }[]): void {
  for (const { kind, id } of documents)
    write.run('INSERT INTO period_document (close_id, kind, document_id) VALUES (?, ?, ?)', [closeId, kind, id]);
}

/** Periods whose lock counted the document. */
export const periodsHolding = (read: ReadDb, kind: HeldKind, id: number): string[] =>
  read
    .all<{ period: string }>(
      `SELECT period FROM period_document JOIN period_close ON period_close.id = close_id
       WHERE kind = ? AND document_id = ? AND reopened_at IS NULL ORDER BY period`,
      [kind, id],
    )
    .map((row) => row.period);

export interface Signoff {
  id: number;
  period: string;
  closeId: number | null;
  role: SignRole;
  who: string;
  by: string;
  at: string;
  note: string;
  /** SHA-256 of the figures that were signed. */
  figures: string;
  withdrawn: { at: string; by: string } | null;
}

interface SignoffRow {
  id: number;
  period: string;
  close_id: number | null;
  role: SignRole;
  who: string;
  by: string;
  at: string;
  note: string;
  figures: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
}

const toSignoff = ({ close_id, withdrawn_at, withdrawn_by, ...row }: SignoffRow): Signoff => ({
  ...row,
  closeId: close_id,
  withdrawn: withdrawn_at === null ? null : { at: withdrawn_at, by: withdrawn_by! },
});

/** Signatures that wait for the close of the period, oldest first. */
export const openSignoffs = (read: ReadDb, period: string): Signoff[] =>
  read
    .all<SignoffRow>('SELECT * FROM period_signoff WHERE period = ? AND close_id IS NULL AND withdrawn_at IS NULL ORDER BY id', [period])
    .map(toSignoff);

export const listSignoffs = (read: ReadDb): Signoff[] => read.all<SignoffRow>('SELECT * FROM period_signoff ORDER BY id').map(toSignoff);

export function insertSignoff(write: WriteDb, signoff: Omit<Signoff, 'id' | 'closeId' | 'withdrawn'>): number {
  return write.run('INSERT INTO period_signoff (period, role, who, by, at, note, figures) VALUES (?, ?, ?, ?, ?, ?, ?)', [
    signoff.period,
    signoff.role,
    signoff.who,
    signoff.by,
    signoff.at,
    signoff.note,
    signoff.figures,
  ]).id;
}

export const withdrawSignoff = (write: WriteDb, id: number, { at, by }: { at: string; by: string }): void =>
  void write.run('UPDATE period_signoff SET withdrawn_at = ?, withdrawn_by = ? WHERE id = ?', [at, by, id]);

/** The waiting signatures become those of the close. */
export const bindSignoffs = (write: WriteDb, period: string, closeId: number): void =>
  void write.run('UPDATE period_signoff SET close_id = ? WHERE period = ? AND close_id IS NULL AND withdrawn_at IS NULL', [
    closeId,
    period,
  ]);

export interface Waiver {
  id: number;
  period: string;
  item: string;
  finding: string;
  reason: string;
  at: string;
  who: string;
  withdrawn: { at: string; by: string } | null;
}

interface WaiverRow extends Omit<Waiver, 'withdrawn'> {
  withdrawn_at: string | null;
  withdrawn_by: string | null;
}

const toWaiver = ({ withdrawn_at, withdrawn_by, ...row }: WaiverRow): Waiver => ({
  ...row,
  withdrawn: withdrawn_at === null ? null : { at: withdrawn_at, by: withdrawn_by! },
});

export const liveWaivers = (read: ReadDb, period: string): Waiver[] =>
  read.all<WaiverRow>('SELECT * FROM period_waiver WHERE period = ? AND withdrawn_at IS NULL ORDER BY id', [period]).map(toWaiver);

export const listWaivers = (read: ReadDb): Waiver[] => read.all<WaiverRow>('SELECT * FROM period_waiver ORDER BY id').map(toWaiver);

export function insertWaiver(write: WriteDb, waiver: Omit<Waiver, 'id' | 'withdrawn'>): number {
  return write.run('INSERT INTO period_waiver (period, item, finding, reason, at, who) VALUES (?, ?, ?, ?, ?, ?)', [
    waiver.period,
    waiver.item,
    waiver.finding,
    waiver.reason,
    waiver.at,
    waiver.who,
  ]).id;
}

export const withdrawWaiver = (write: WriteDb, id: number, { at, by }: { at: string; by: string }): void =>
  void write.run('UPDATE period_waiver SET withdrawn_at = ?, withdrawn_by = ? WHERE id = ?', [at, by, id]);

export const closeSubject = (id: number): string => `close:${id}`;
export const signoffSubject = (id: number): string => `signoff:${id}`;
export const waiverSubject = (id: number): string => `waiver:${id}`;

/** What the audit trail holds of a close. Checklist and inputs are in the certificate, which the hash holds. */
export const closeSnapshot = ({ period, closedAt, closedBy, sha256, reopened }: CloseRecord): Record<string, unknown> => ({
  period,
  closedAt,
  closedBy,
  sha256,
  reopened,
});
export const signoffSnapshot = ({ id: _id, closeId: _close, ...rest }: Signoff): Record<string, unknown> => ({ ...rest });
export const waiverSnapshot = ({ id: _id, ...rest }: Waiver): Record<string, unknown> => ({ ...rest });
