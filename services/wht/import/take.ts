import { appendAudit } from '../../../db/audit.ts';
import { putBlob } from '../../../db/blobs.ts';
import { finishWhtImport, insertWhtImport } from '../../../db/queries/wht-import.ts';
import { Failure, refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { ImportedCertificate } from '../../../domain/wht/import/certificate.ts';
import type { Certificate } from '../../contract/wht.ts';
import type { ImportResult } from '../../contract/wht-import.ts';
import type { ParsedInput } from '../../contract/index.ts';
import { inTransaction, type Act } from '../../invoices/act.ts';
import type { Handler } from '../../runtime/services.ts';
import { enterCertificate } from '../enter.ts';
import type { AttachmentFile } from '../read-attachment.ts';
import { whole, type KeptResult } from './history.ts';
import { judgeFile, type JudgedRow } from './judge.ts';
import { paperOf } from './paper.ts';
import { readGrantedTable, type GrantedTable } from './read-file.ts';
import { understand, type Understood } from './understand.ts';
import { refusalOf, troubleOf } from './view.ts';

type Input = ParsedInput<'wht/importTake'>;
type Outcome = ImportResult['outcomes'][number];

/** Takes the chosen rows. The file is read and judged once more, so that what was recorded since the preview is known. */
export const takeImport: Handler<'wht/importTake'> = async (input, context) => {
  context.session.book();
  const file = await readGrantedTable(context, input.file);
  const { read } = context.session.book();
  const understood = understand(read, file, input);
  const { bound } = understood;
  if (bound === null)
    refuse('wht-import.unknown', say`No profile knows the columns of “${{ name: file.name }}”.`, {
      file: file.name,
      remedy: 'Map its columns, or choose a profile.',
    });
  const judged = await judgeFile(read, understood, input, context);
  const chosen = chosenRows(input, judged.rows);
  const papers = input.as === 'submitted' ? [await paperOf(file)] : [];
  return inTransaction(context, (act) => {
    const sha256 = putBlob(act.write, file.data, typeOf(file));
    const rows = judged.rows.reduce((n, r) => n + r.rows.length, 0);
    const id = insertWhtImport(act.write, { at: act.at, who: act.who, name: file.name, sha256, profile: bound.profile.id, rows });
    const outcomes = judged.rows.map((row) => outcomeOf(act, row, chosen.get(row.rows[0]!), { id, input, papers }));
    const result: KeptResult = { title: { ...bound.profile.title }, sheet: understood.sheet, outcomes };
    finishWhtImport(act.write, id, result);
    appendAudit(act.write, {
      at: act.at,
      who: act.who,
      action: 'wht/importTake',
      subject: `wht-import:${id}`,
      before: null,
      after: auditOf(file, understood, result),
    });
    return whole(act.write, id);
  });
};

/** The chosen rows by number; a row that is no certificate, or is named twice, is the caller's mistake. */
function chosenRows({ rows }: Input, judged: readonly JudgedRow[]): Map<number, Input['rows'][number]> {
  const known = new Set(judged.map((r) => r.rows[0]!));
  const chosen = new Map<number, Input['rows'][number]>();
  for (const wanted of rows) {
    if (!known.has(wanted.row) || chosen.has(wanted.row))
      refuse(
        'wht-import.no-row',
        known.has(wanted.row)
          ? say`Row ${{ row: wanted.row }} is chosen twice.`
          : say`Row ${{ row: wanted.row }} is the first of no certificate in this file.`,
        {
          row: wanted.row,
          remedy: 'Read the file again, and choose the rows anew.',
        },
      );
    chosen.set(wanted.row, wanted);
  }
  return chosen;
}

const typeOf = ({ read }: GrantedTable): string =>
  read.text ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function outcomeOf(
  act: Act,
  row: JudgedRow,
  wanted: Input['rows'][number] | undefined,
  of: { id: number; input: Input; papers: AttachmentFile[] },
): Outcome {
  const c = row.certificate;
  const base: Outcome = {
    rows: row.rows,
    outcome: row.state === 'known' ? 'known' : row.state === 'ignored' ? 'ignored' : row.state === 'rejected' ? 'rejected' : 'left',
    number: row.known?.certificate.number ?? c?.number ?? null,
    issuer: c?.issuer ?? null,
    currency: c?.currency ?? null,
    total: c?.total ?? null,
    status: null,
    invoices: [],
    troubles: row.troubles.map(troubleOf),
    figures: row.state === 'rejected' ? row.figures : {},
  };
  if (!wanted || base.outcome !== 'left' || c === null) return base;
  try {
    // A savepoint: what a refused row had begun to write is undone, and the others stand.
    const taken = act.write.transaction(() => enter(act, c, wanted, of));
    return { ...base, outcome: 'taken', number: taken.number, status: of.input.as, invoices: taken.allocations.map((a) => a.invoice) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ...base, outcome: 'refused', troubles: [refusalOf(error.error)], figures: row.figures };
  }
}

function enter(
  act: Act,
  c: ImportedCertificate,
  wanted: Input['rows'][number],
  { id, input, papers }: { id: number; input: Input; papers: AttachmentFile[] },
): Certificate {
  const draft = input.as === 'draft';
  return enterCertificate(
    act,
    {
      number: c.number,
      issuer: c.issuer,
      side: c.side,
      country: c.country,
      form: c.form,
      first: c.first,
      last: c.last,
      remittance: c.remittance,
      remitted: c.remitted,
      income: c.income,
      date: c.date,
      total: c.total,
      currency: c.currency,
      allocate: wanted.allocate,
      note: '',
    },
    {
      action: 'wht/importTake',
      draft,
      submitted: null,
      replaces: null,
      // What the authority's list says is the paper that there is; a draft waits for its own.
      files: papers,
      source: `import:${id}#${c.rows.join(',')}`,
      figures: c.figures,
    },
  );
}

/** What the trail keeps: the file by hash, how it was read, and what became of its rows in short; certificates have entries of their own. */
const auditOf = ({ name, read }: GrantedTable, { bound }: Understood, { outcomes }: KeptResult): Record<string, unknown> => ({
  file: name,
  sha256: read.sha256,
  profile: bound?.profile.id ?? null,
  outcomes: outcomes.map((o) => [o.rows.join(','), o.outcome, o.number]),
});
