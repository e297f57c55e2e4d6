import { type Amount } from '../../domain/money/amount.ts';
import { fromPair, toPair } from '../../domain/money/pair.ts';
import type { WhtStatus } from '../../domain/wht/states.ts';
import type { ReadDb, WriteDb } from '../connection.ts';
import { type AttachmentRecord, attachmentsOf } from './attachments.ts';

export interface CertificateFacts {
  number: string;
  generated: boolean;
  issuer: string;
  date: string;
  total: Amount;
  currency: string;
  note: string;
  status: WhtStatus;
}
/** One invoice of a certificate: `amount` in the certificate's currency, `payAmount` in the invoice's. */
export interface CertificateLine {
  invoiceId: number;
  amount: Amount;
  payAmount: Amount;
}
export interface CertificateRecord extends CertificateFacts {
  id: number;
  lines: CertificateLine[];
  attachments: AttachmentRecord[];
}

interface Row {
  id: bigint;
  number: string;
  generated: bigint;
  issuer: string;
  date: string;
  currency: string;
  total_u: bigint;
  total_f: bigint;
  note: string;
  status: WhtStatus;
}
interface LineRow {
  certificate_id: bigint;
  invoice_id: bigint;
  amount_u: bigint;
  amount_f: bigint;
  pay_u: bigint;
  pay_f: bigint;
}

function withLines(read: ReadDb, rows: Row[]): CertificateRecord[] {
  const ids = rows.map((r) => Number(r.id));
  const lines = Map.groupBy(
    read.allBig<LineRow>('SELECT * FROM wht_allocation WHERE certificate_id IN (SELECT value FROM json_each(?)) ORDER BY invoice_id', [
      JSON.stringify(ids),
    ]),
    (l) => l.certificate_id,
  );
  const files = attachmentsOf(
    read,
    ids.map((id) => `certificate:${id}` as const),
  );
  return rows.map((r) => ({
    id: Number(r.id),
    number: r.number,
    generated: r.generated === 1n,
    issuer: r.issuer,
    date: r.date,
    total: fromPair(r.total_u, r.total_f),
    currency: r.currency,
    note: r.note,
    status: r.status,
    lines: (lines.get(r.id) ?? []).map((l) => ({
      invoiceId: Number(l.invoice_id),
      amount: fromPair(l.amount_u, l.amount_f),
      payAmount: fromPair(l.pay_u, l.pay_f),
    })),
    attachments: files.get(`certificate:${r.id}`) ?? [],
  }));
}

/** Newest first. `search` looks in number, issuer, note and the numbers of the invoices. */
export function listCertificates(read: ReadDb, filter: { status?: WhtStatus | null; search?: string } = {}): CertificateRecord[] {
  const rows = read.allBig<Row>(
    `SELECT c.* FROM wht_certificate c WHERE (:status IS NULL OR c.status = :status)
      AND (:search = '' OR instr(lower(c.number || char(10) || c.issuer || char(10) || c.note), lower(:search)) > 0
        OR EXISTS (SELECT 1 FROM wht_allocation a JOIN invoice i ON i.id = a.invoice_id WHERE a.certificate_id = c.id AND instr(lower(i.number), lower(:search)) > 0))
      ORDER BY c.date DESC, c.id DESC`,
    { status: filter.status ?? null, search: filter.search?.trim() ?? '' },
  );
  return withLines(read, rows);
}

/** Every certificate of the number (and issuer, unless null): live ones first, then the newest. */
export function certificatesByNumber(read: ReadDb, number: string, issuer: string | null): CertificateRecord[] {
  const rows = read.allBig<Row>(
    "SELECT * FROM wht_certificate WHERE number = ? AND (? IS NULL OR issuer = ?) ORDER BY status NOT IN ('submitted', 'accepted'), id DESC",
    [number, issuer, issuer],
  );
  return withLines(read, rows);
}

export const certificateById = (read: ReadDb, id: number): CertificateRecord | undefined =>
  withLines(read, read.allBig<Row>('SELECT * FROM wht_certificate WHERE id = ?', [id]))[0];

/** Number of the live certificate that holds the invoice, or null. */
export const holderOf = (read: ReadDb, invoiceId: number): string | null =>
  read.get<{ number: string }>(
    'SELECT c.number FROM wht_allocation a JOIN wht_certificate c ON c.id = a.certificate_id WHERE a.invoice_id = ? AND a.live = 1',
    [invoiceId],
  )?.number ?? null;

export const numberInUse = (read: ReadDb, number: string): boolean =>
  read.get('SELECT 1 FROM wht_certificate WHERE number = ? LIMIT 1', [number]) !== undefined;

export function insertCertificate(write: WriteDb, c: CertificateFacts, lines: readonly CertificateLine[]): number {
  const total = toPair(c.total);
  const id = write.run(
    'INSERT INTO wht_certificate (number, generated, issuer, date, currency, total_u, total_f, note, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [c.number, c.generated ? 1 : 0, c.issuer, c.date, c.currency, total.units, total.fraction, c.note, c.status],
  ).id;
  for (const line of lines) {
    const [amount, pay] = [toPair(line.amount), toPair(line.payAmount)];
    write.run(
      'INSERT INTO wht_allocation (certificate_id, invoice_id, amount_u, amount_f, pay_u, pay_f, live) VALUES (?, ?, ?, ?, ?, ?, 1)',
      [id, line.invoiceId, amount.units, amount.fraction, pay.units, pay.fraction],
    );
  }
  return id;
}

/** Sets the status; a status that is not live frees the invoices. */
export function setCertificateStatus(write: WriteDb, id: number, status: WhtStatus, live: boolean): void {
  write.run('UPDATE wht_certificate SET status = ? WHERE id = ?', [status, id]);
  write.run('UPDATE wht_allocation SET live = ? WHERE certificate_id = ?', [live ? 1 : 0, id]);
}

/** What the audit trail holds of a certificate; `numbers` are the invoices by id. */
export function certificateSnapshot(c: CertificateRecord, numbers: ReadonlyMap<number, string>): Record<string, unknown> {
  const { id: _id, lines, attachments, ...facts } = c;
  return {
    ...facts,
    allocations: lines.map((l) => ({ invoice: numbers.get(l.invoiceId) ?? '', amount: l.amount, payAmount: l.payAmount })),
    attachments: attachments.map((a) => ({ name: a.name, sha256: a.sha256 })),
  };
}
export const certificateSubject = (id: number): string => `certificate:${id}`;
