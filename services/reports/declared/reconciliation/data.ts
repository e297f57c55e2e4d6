import type { ReadDb } from '../../../../db/connection.ts';
import { billLinesById, type BillLineRow } from '../../../../db/queries/bills-lines.ts';
import type { Check, CheckFinding } from '../../../contract/reconcile.ts';
import { checksOf } from '../../../reconcile/index.ts';
import type { ReportContext, ReportInput } from '../report.ts';

/** A finding with its number in the report and its check. */
export interface NumberedFinding {
  no: string;
  check: Check;
  finding: CheckFinding;
}
/** A line that a finding, or the check itself, lists; `bill` is the bill line where it is one. */
export interface ListedLine {
  no: string | null;
  check: Check;
  kind: { en: string; zh: string } | null;
  line: Check['lines'][number];
  bill: BillLineRow | null;
}
export interface ReconciliationData {
  checks: Check[];
  findings: NumberedFinding[];
  lines: ListedLine[];
}

/** The checks of the period with what was found, and their lines as they stand in the bills. */
export function reconciliationData({ period, vendor }: ReportInput, { context, day }: ReportContext): ReconciliationData {
  const { read } = context.session.book();
  return numbered(read, checksOf(read, period, day, vendor));
}

/** Each finding with its number in the report, each line with the bill line that it is. */
export function numbered(read: ReadDb, checks: Check[]): ReconciliationData {
  let number = 0;
  const findings = checks.flatMap((check) => check.findings.map((finding): NumberedFinding => ({ no: `F${++number}`, check, finding })));
  const bare = checks.filter((check) => check.findings.length === 0);
  const listed = [
    ...findings.flatMap(({ no, check, finding }) =>
      finding.lines.map((line) => ({ no, check, kind: { en: finding.title, zh: finding.titleZh }, line })),
    ),
    ...bare.flatMap((check) => check.lines.map((line) => ({ no: null, check, kind: null, line }))),
  ];
  const ids = [...new Set(listed.map(({ line }) => line.id))];
  const bills = new Map(billLinesById(read, ids).map((bill) => [bill.id, bill]));
  const lines = listed.map((own): ListedLine => {
    const bill = bills.get(own.line.id);
    // A check may list rows of lists beside the bill: their numbers are their own.
    return { ...own, bill: bill?.file === own.line.file && bill.row === own.line.row ? bill : null };
  });
  return { checks, findings, lines };
}
