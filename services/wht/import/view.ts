import type { AppError } from '../../../domain/result.ts';
import { sum } from '../../../domain/money/amount.ts';
import type { Trouble } from '../../../domain/wht/import/cells.ts';
import type { Proposal } from '../../../domain/wht/import/match.ts';
import type { ImportedCertificate } from '../../../domain/wht/import/certificate.ts';
import type { ReadDb } from '../../../db/connection.ts';
import { listWhtImports } from '../../../db/queries/wht-import.ts';
import type { VendorName } from '../../../db/queries/invoices.ts';
import { IMPORT_STATES, type ImportPreview, type ImportRow } from '../../contract/wht-import.ts';
import type { JudgedFile, JudgedRow } from './judge.ts';
import { infoOf } from './profiles.ts';
import type { GrantedTable } from './read-file.ts';
import type { Understood } from './understand.ts';

const SAMPLES = 5;

/** The file as the contract shows it. */
export function previewOf(read: ReadDb, file: GrantedTable, understood: Understood, judged: JudgedFile): ImportPreview {
  const { bound, guessed, table, reading } = understood;
  const shown = bound ?? guessed;
  const below = shown ? table.rows.filter((r) => r.row > shown.headerRow) : [];
  const samples = (at: number): string[] =>
    [...new Set(below.map((r) => r.cells[at]?.trim() ?? '').filter((c) => c !== ''))].slice(0, SAMPLES).map((c) => c.slice(0, 80));
  const width = Math.max(shown?.columns.length ?? 0, 0);
  const count = (state: JudgedRow['state']): number => judged.rows.filter((r) => r.state === state).reduce((n, r) => n + r.rows.length, 0);
  return {
    file: file.name,
    sha256: file.read.sha256,
    size: file.read.size,
    text: file.read.text && { ...file.read.text },
    sheet: understood.sheet,
    sheets: understood.sheets,
    profile: bound ? infoOf(bound.profile) : null,
    candidates: understood.candidates.map(({ profile, known, named }) => ({ id: profile.id, title: { ...profile.title }, known, named })),
    headerRow: shown?.headerRow ?? null,
    columns: Array.from({ length: width }, (_, i) => ({
      header: shown!.columns[i]!.header,
      field: shown!.columns[i]!.field,
      samples: samples(i),
    })),
    missing: [...(bound?.missing ?? [])],
    reading: { dates: reading.dates, decimal: reading.decimal, datesTold: reading.told.dates, decimalTold: reading.told.decimal },
    before: listWhtImports(read, file.read.sha256).map(({ id, at, who }) => ({ id, at, who })),
    counts: {
      rows: judged.rows.reduce((n, r) => n + r.rows.length, 0),
      matched: count('matched'),
      several: count('several'),
      none: count('none'),
      known: count('known'),
      ignored: count('ignored'),
      rejected: count('rejected'),
    },
    sums: sumsOf(judged.rows),
    notices: judged.list.notices,
    rows: judged.rows.map(rowOf),
  };
}

function sumsOf(rows: readonly JudgedRow[]): ImportPreview['sums'] {
  const told = rows.flatMap((r) =>
    r.certificate ? [{ state: r.state, currency: r.certificate.currency, total: r.certificate.total }] : [],
  );
  return IMPORT_STATES.flatMap((state) =>
    [
      ...Map.groupBy(
        told.filter((t) => t.state === state),
        (t) => t.currency,
      ),
    ]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, own]) => ({ state, currency, count: own.length, total: sum(own.map((t) => t.total)) })),
  );
}

const rowOf = (row: JudgedRow): ImportRow => ({
  rows: row.rows,
  state: row.state,
  certificate: row.certificate && toldOf(row.certificate),
  known: row.known && {
    id: row.known.certificate.id,
    number: row.known.certificate.number,
    issuer: row.known.certificate.issuer,
    status: row.known.certificate.status,
    differences: row.known.differences,
  },
  proposals: (row.matched?.proposals ?? []).map(proposalOf),
  bulk: row.bulk,
  gaveUp: row.matched?.gaveUp ?? false,
  remarks: row.remarks,
  troubles: row.troubles.map(troubleOf),
  why: row.why,
  figures: row.figures,
});

const toldOf = ({
  rows: _rows,
  invoices: _invoices,
  remarks: _remarks,
  figures: _figures,
  ...told
}: ImportedCertificate): NonNullable<ImportRow['certificate']> => told;

const proposalOf = (p: Proposal): ImportRow['proposals'][number] => ({
  lines: p.lines.map(({ invoice, amount, payAmount, fx }) => ({
    invoice: invoice.number,
    vendor: invoice.vendor as VendorName,
    invoiceDate: invoice.date,
    invoiceCurrency: invoice.currency,
    invoiceNet: invoice.net,
    open: invoice.open,
    amount,
    payAmount,
    fx,
  })),
  score: p.score,
  reasons: p.reasons,
  exact: p.exact,
  blocked: p.blocked,
  residual: p.residual,
});

/** A trouble as the contract tells it. */
export const troubleOf = ({ column, value, error }: Trouble): ImportRow['troubles'][number] => told(error, column, value);

/** A rule's refusal as a trouble of the row. */
export const refusalOf = (error: AppError): ImportRow['troubles'][number] =>
  told(error, error.details?.column ?? null, error.details?.value ?? null);

const told = ({ code, message, details }: AppError, column: string | null, value: string | null): ImportRow['troubles'][number] => ({
  column,
  value: value === null ? null : value.slice(0, 200),
  code,
  message,
  remedy: details?.remedy ?? null,
  ...(details?.said && { said: details.said }),
});
