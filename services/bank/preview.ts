import type { ReadDb } from '../../db/connection.ts';
import { bankStatementsOfFile } from '../../db/queries/bank-statements.ts';
import { say } from '../../domain/words/said.ts';
import type { BankPreview, BankPreviewStatement } from '../contract/bank.ts';
import type { Handler } from '../runtime/services.ts';
import { planStatements, type Obstacle, type Plan, type PlannedStatement } from './plan.ts';
import { infoOf } from './profiles.ts';
import { readGrantedStatement } from './read-file.ts';
import { understand, type Understood, type UnderstoodTable } from './understand.ts';
import { continuityView, lineView, rejectView } from './view.ts';

/** Lines that a preview shows of each statement. */
const SHOWN = 200;

/** The plan of an understood file on the book as it stands. */
export const planned = (read: ReadDb, understood: Understood): Plan =>
  planStatements(read, understood.statements, { oneCurrency: understood.table?.bound?.profile.currencies === 'one' });

/** What keeps the file from being taken, the plainest first. */
export function obstaclesOf(understood: Understood, plan: Plan): Obstacle[] {
  if (understood.table && !understood.table.bound) return [{ code: 'mapping', said: say`No profile knows the columns of this table.` }];
  const [bad] = understood.unread;
  if (bad) {
    const message = bad.error.details?.said?.message ?? bad.error.message;
    return [
      {
        code: 'rejected',
        said: say`No row can be read; the first is row ${{ row: bad.row }}, column ${{ column: bad.column ?? '' }}: ${{ problem: message }}`,
      },
    ];
  }
  if (understood.statements.length === 0) return [{ code: 'nothing', said: say`The file has no lines.` }];
  return plan.obstacles;
}

/** Reads the file and says what import would do with it; changes nothing. */
export const previewStatements: Handler<'bank/preview'> = async (how, context): Promise<BankPreview> => {
  context.session.book();
  const file = await readGrantedStatement(context, how.file);
  const { read } = context.session.book();
  const understood = understand(read, file, how);
  const plan = planned(read, understood);
  return {
    file: file.name,
    sha256: file.read.sha256,
    size: file.read.size,
    format: understood.format,
    encoding: understood.encoding,
    evidence: understood.evidence,
    table: understood.table && tableView(understood.table),
    statements: plan.statements.map(statementView),
    before: bankStatementsOfFile(read, file.read.sha256).map((s) => ({ id: s.id, at: s.importedAt })),
    obstacles: obstaclesOf(understood, plan),
  };
};

function statementView(p: PlannedStatement): BankPreviewStatement {
  const { read } = p;
  return {
    account: p.account,
    number: read.number,
    first: read.first,
    last: read.last,
    opening: read.opening,
    closing: read.closing,
    ...p.sums,
    rows: p.lines.length + read.rejected.length,
    added: p.added,
    duplicates: p.duplicates,
    rejected: read.rejected.length,
    continuity: continuityView(p.continuity),
    notices: read.notices,
    lines: p.lines.slice(0, SHOWN).map((l) => ({ ...lineView(l.line), known: l.known !== null || l.repeated })),
    more: Math.max(0, p.lines.length - SHOWN),
    rejects: read.rejected.slice(0, SHOWN).map(rejectView),
  };
}

function tableView({ sheet, sheets, bound, candidates, guessed, reading, rows }: UnderstoodTable): NonNullable<BankPreview['table']> {
  const shown = bound ?? guessed;
  const below = rows.filter((r) => shown !== null && r.row > shown.headerRow);
  return {
    sheet,
    sheets,
    profile: bound && infoOf(bound.profile),
    candidates: candidates.map((b) => infoOf(b.profile)),
    headerRow: shown?.headerRow ?? null,
    columns: (shown?.columns ?? []).map(({ at, header, field }) => ({
      header,
      field,
      samples: below
        .map((r) => r.cells[at] ?? '')
        .filter((c) => c !== '')
        .slice(0, 3)
        .map((c) => c.slice(0, 80)),
    })),
    reading: { dates: reading.dates, decimal: reading.decimal, datesTold: reading.told.dates, decimalTold: reading.told.decimal },
  };
}
