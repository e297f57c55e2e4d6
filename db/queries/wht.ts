import { type Amount } from '../../domain/money/amount.ts';
import { fromPair, toPair } from '../../domain/money/pair.ts';
import type { PartyDetails } from '../../domain/parties/party.ts';
import { PLAIN_CERTIFICATE, type AllocationRate, type CertificateDetails, type Side } from '../../domain/wht/certificate.ts';
import { isLive, type WhtStatus } from '../../domain/wht/states.ts';
import type { ReadDb, WriteDb } from '../connection.ts';
import { type AttachmentRecord, attachmentsOf } from './attachments.ts';
import { incomeOf, setIncome } from './wht-income.ts';

export interface CertificateFacts extends CertificateDetails {
  number: string;
  generated: boolean;
  issuer: string;
  date: string;
  total: Amount;
  currency: string;
  note: string;
  status: WhtStatus;
  /** The certificate in whose place this one stands. */
  replacesId: number | null;
}
/** One invoice of a certificate: `amount` in the certificate's currency, `payAmount` in the invoice's. */
export interface CertificateLine {
  invoiceId: number;
  amount: Amount;
  payAmount: Amount;
  fx?: AllocationRate | null;
}
export interface CertificateRecord extends CertificateFacts {
  id: number;
  lines: (CertificateLine & { fx: AllocationRate | null })[];
  attachments: AttachmentRecord[];
  /** Number of the certificate that it replaces, and of the live one that stands in its place. */
  replaces: string | null;
  replacedBy: string | null;
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
  side: Side;
  country: string | null;
  form: string | null;
  first: string | null;
  last: string | null;
  payer_id: bigint | null;
  payee_id: bigint | null;
  payer: string | null;
  payee: string | null;
  remittance: string;
  remitted: string | null;
  submitted: string | null;
  decided: string | null;
  replaces_id: bigint | null;
  source: string;
  figures: string;
  replaces: string | null;
  replaced_by: string | null;
}
interface LineRow {
  certificate_id: bigint;
  invoice_id: bigint;
  amount_u: bigint;
  amount_f: bigint;
  pay_u: bigint;
  pay_f: bigint;
  fx_rate: string | null;
  fx_date: string | null;
  fx_source: string | null;
}

const SELECT = `SELECT c.*, (SELECT r.number FROM wht_certificate r WHERE r.id = c.replaces_id) AS replaces,
    (SELECT n.number FROM wht_certificate n WHERE n.replaces_id = c.id AND n.status <> 'void') AS replaced_by FROM wht_certificate c`;

const lineOf = (l: LineRow): CertificateRecord['lines'][number] => ({
  invoiceId: Number(l.invoice_id),
  amount: fromPair(l.amount_u, l.amount_f),
  payAmount: fromPair(l.pay_u, l.pay_f),
  fx: l.fx_rate === null ? null : { rate: l.fx_rate, date: l.fx_date, source: l.fx_source },
});

function withLines(read: ReadDb, rows: Row[]): CertificateRecord[] {
  const ids = rows.map((r) => Number(r.id));
  const lines = Map.groupBy(
    read.allBig<LineRow>('SELECT * FROM wht_allocation WHERE certificate_id IN (SELECT value FROM json_each(?)) ORDER BY invoice_id', [
      JSON.stringify(ids),
    ]),
    (l) => l.certificate_id,
  );
  const income = incomeOf(read, ids);
  const files = attachmentsOf(
    read,
    ids.map((id) => `certificate:${id}` as const),
  );
  const id = (value: bigint | null): number | null => (value === null ? null : Number(value));
  const party = (text: string | null): PartyDetails | null => (text === null ? null : (JSON.parse(text) as PartyDetails));
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
    side: r.side,
    country: r.country,
    form: r.form,
    first: r.first,
    last: r.last,
    payerId: id(r.payer_id),
    payeeId: id(r.payee_id),
    payer: party(r.payer),
    payee: party(r.payee),
    remittance: r.remittance,
    remitted: r.remitted,
    submitted: r.submitted,
    decided: r.decided,
    income: income.get(Number(r.id)) ?? [],
    source: r.source,
    figures: JSON.parse(r.figures) as Record<string, string>,
    replacesId: id(r.replaces_id),
    replaces: r.replaces,
    replacedBy: r.replaced_by,
    lines: (lines.get(r.id) ?? []).map(lineOf),
    attachments: files.get(`certificate:${r.id}`) ?? [],
  }));
}

export interface CertificateFilter {
  status?: WhtStatus | null;
  side?: Side | null;
  country?: string | null;
  form?: string | null;
  search?: string;
}

/** Newest first. `search` looks in number, issuer, note and the numbers of the invoices. */
export function listCertificates(read: ReadDb, filter: CertificateFilter = {}): CertificateRecord[] {
  const rows = read.allBig<Row>(
    `${SELECT} WHERE (:status IS NULL OR c.status = :status) AND (:side IS NULL OR c.side = :side)
      AND (:country IS NULL OR c.country = :country) AND (:form IS NULL OR c.form = :form)
      AND (:search = '' OR instr(lower(c.number || char(10) || c.issuer || char(10) || c.note), lower(:search)) > 0
        OR EXISTS (SELECT 1 FROM wht_allocation a JOIN invoice i ON i.id = a.invoice_id WHERE a.certificate_id = c.id AND instr(lower(i.number), lower(:search)) > 0))
      ORDER BY c.date DESC, c.id DESC`,
    {
      status: filter.status ?? null,
      side: filter.side ?? null,
      country: filter.country ?? null,
      form: filter.form ?? null,
      search: filter.search?.trim() ?? '',
    },
  );
  return withLines(read, rows);
}

/** Every certificate of the number (and issuer, unless null): live ones first, then the newest. */
export function certificatesByNumber(read: ReadDb, number: string, issuer: string | null): CertificateRecord[] {
  const rows = read.allBig<Row>(
    `${SELECT} WHERE c.number = ? AND (? IS NULL OR c.issuer = ?) ORDER BY c.status NOT IN ('submitted', 'accepted'), c.status <> 'draft', c.id DESC`,
    [number, issuer, issuer],
  );
  return withLines(read, rows);
}

export const certificateById = (read: ReadDb, id: number): CertificateRecord | undefined =>
  withLines(read, read.allBig<Row>(`${SELECT} WHERE c.id = ?`, [id]))[0];

/** Number of a live certificate that holds the invoice, or null. */
export const holderOf = (read: ReadDb, invoiceId: number): string | null =>
  read.get<{ number: string }>(
    'SELECT c.number FROM wht_allocation a JOIN wht_certificate c ON c.id = a.certificate_id WHERE a.invoice_id = ? AND a.live = 1 ORDER BY c.id',
    [invoiceId],
  )?.number ?? null;

export const numberInUse = (read: ReadDb, number: string): boolean =>
  read.get('SELECT 1 FROM wht_certificate WHERE number = ? LIMIT 1', [number]) !== undefined;

/** Column values of everything that is not number, lines or files. */
function columnsOf(c: CertificateFacts) {
  const total = toPair(c.total);
  const party = (value: PartyDetails | null): string | null => (value === null ? null : JSON.stringify(value));
  return {
    number: c.number,
    generated: c.generated ? 1 : 0,
    issuer: c.issuer,
    date: c.date,
    currency: c.currency,
    total_u: total.units,
    total_f: total.fraction,
    note: c.note,
    status: c.status,
    side: c.side,
    country: c.country,
    form: c.form,
    first: c.first,
    last: c.last,
    payer_id: c.payerId,
    payee_id: c.payeeId,
    payer: party(c.payer),
    payee: party(c.payee),
    remittance: c.remittance,
    remitted: c.remitted,
    submitted: c.submitted,
    decided: c.decided,
    replaces_id: c.replacesId,
    source: c.source,
    figures: JSON.stringify(c.figures),
  };
}

export function insertCertificate(write: WriteDb, c: CertificateFacts, lines: readonly CertificateLine[]): number {
  const columns = columnsOf(c);
  const names = Object.keys(columns);
  const { id } = write.run(
    `INSERT INTO wht_certificate (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`,
    columns,
  );
  setIncome(write, id, c.income);
  setAllocations(write, id, lines, isLive(c.status));
  return id;
}

/** Writes the facts of a draft anew, with its income and invoices. */
export function updateCertificate(write: WriteDb, id: number, c: CertificateFacts, lines: readonly CertificateLine[]): void {
  const columns = columnsOf(c);
  const names = Object.keys(columns);
  write.run(`UPDATE wht_certificate SET ${names.map((name) => `${name} = :${name}`).join(', ')} WHERE id = :id`, { ...columns, id });
  setIncome(write, id, c.income);
  setAllocations(write, id, lines, isLive(c.status));
}

function setAllocations(write: WriteDb, id: number, lines: readonly CertificateLine[], live: boolean): void {
  write.run('DELETE FROM wht_allocation WHERE certificate_id = ?', [id]);
  for (const line of lines) {
    const [amount, pay] = [toPair(line.amount), toPair(line.payAmount)];
    write.run(
      `INSERT INTO wht_allocation (certificate_id, invoice_id, amount_u, amount_f, pay_u, pay_f, fx_rate, fx_date, fx_source, live)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        line.invoiceId,
        amount.units,
        amount.fraction,
        pay.units,
        pay.fraction,
        line.fx?.rate ?? null,
        line.fx?.date ?? null,
        line.fx?.source ?? null,
        live ? 1 : 0,
      ],
    );
  }
}

/** Sets the status, and the day that goes with it; a status that is not live frees the invoices. */
export function setCertificateStatus(
  write: WriteDb,
  id: number,
  status: WhtStatus,
  days: { submitted?: string | null; decided?: string | null } = {},
): void {
  write.run('UPDATE wht_certificate SET status = ?, submitted = COALESCE(?, submitted), decided = COALESCE(?, decided) WHERE id = ?', [
    status,
    days.submitted ?? null,
    days.decided ?? null,
    id,
  ]);
  write.run('UPDATE wht_allocation SET live = ? WHERE certificate_id = ?', [isLive(status) ? 1 : 0, id]);
}

/** What the audit trail holds of a certificate; `numbers` are the invoices by id. */
export function certificateSnapshot(c: CertificateRecord, numbers: ReadonlyMap<number, string>): Record<string, unknown> {
  const { id: _id, lines, attachments, replacedBy: _by, ...facts } = c;
  return {
    ...facts,
    allocations: lines.map((l) => ({
      invoice: numbers.get(l.invoiceId) ?? '',
      amount: l.amount,
      payAmount: l.payAmount,
      ...(l.fx && { fx: l.fx }),
    })),
    attachments: attachments.map((a) => ({ name: a.name, sha256: a.sha256 })),
  };
}
/** What entries of earlier versions do not say. */
export const PLAIN_CERTIFICATE_SNAPSHOT: Readonly<Record<string, unknown>> = { ...PLAIN_CERTIFICATE, replacesId: null, replaces: null };
export const certificateSubject = (id: number): string => `certificate:${id}`;
