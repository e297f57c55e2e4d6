import { bookState } from '../../db/queries/exports.ts';
import { focusLineIds } from '../../db/queries/focus-line-reader.ts';
import { billTotals } from '../../db/queries/bills-sums.ts';
import { costAndUsageRules, DatasetCheck, isValid } from '../../domain/focus/check/check.ts';
import { costAndUsage } from '../../domain/focus/dataset.ts';
import { GapTally, type Gap } from '../../domain/focus/gaps.ts';
import { layoutOf } from '../../domain/focus/layout.ts';
import { GUARDED } from '../../domain/focus/own-columns.ts';
import { counted } from '../../domain/formats/profiles/kit/findings.ts';
import { refuse } from '../../domain/result.ts';
import { isZero } from '../../domain/money/amount.ts';
import { say } from '../../domain/words/said.ts';
import { scopeOf } from '../bills/scope.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { Sink } from '../files/sink.ts';
import { Pace } from '../reports/pace.ts';
import type { Context } from '../runtime/services.ts';
import { ControlTotals } from './control.ts';
import { metadataOf } from './metadata.ts';
import { focusRows } from './rows.ts';
import { FIGURE_SCALE, MONEY_SCALE, type SheetColumn } from './sheet.ts';
import { sourcesOf } from './sources.ts';
import { csvWriter, parquetWriter } from './writer.ts';

export interface DatasetWritten {
  rows: number;
  valid: boolean;
  gaps: Gap[];
}

const VERSION = '1.2';

/** Writes the FOCUS 1.2 rows of a selection of bill details. Refuses a selection without lines, and one that does not add up to the book's totals. */
export async function writeCostAndUsage(sink: Sink, input: ParsedInput<'export/focus'>, context: Context): Promise<DatasetWritten> {
  const { read } = context.session.book();
  const scope = scopeOf({ ...input, kind: 'detail' });
  const totals = billTotals(read, scope);
  if (totals.lines === 0)
    refuse('export.nothing', 'The selection has no bill lines.', { remedy: 'Choose another period or filter, or import its bills first.' });
  const ids = focusLineIds(read, scope);
  const sources = sourcesOf(read, scope);
  const layout = layoutOf([...sources.values()], input.format === 'csv');
  const columns = layout.map(({ name, type, isMoney }): SheetColumn => ({ name, type, scale: isMoney ? MONEY_SCALE : FIGURE_SCALE }));
  const headers = columns.map((c) => c.name);
  const writer =
    input.format === 'csv'
      ? await csvWriter(sink, columns, headers.indexOf(GUARDED))
      : parquetWriter(sink, columns, metadataOf(columns, 'Cost and Usage', VERSION, bookState(read)?.at ?? null));

  // The file is held against the specification while it is written, and its lines against the book's own totals.
  const check = new DatasetCheck({ version: VERSION, columns: costAndUsage(VERSION), rules: costAndUsageRules(VERSION) }, headers);
  const sums = new ControlTotals();
  const tally = new GapTally();
  const pace = new Pace(context, 'lines', 'rows', totals.lines);
  for (const page of focusRows(read, ids, sources, layout))
    for (const { line, cells, filled } of page) {
      sums.add(line);
      tally.add(filled);
      check.row(cells, sums.lines + 1);
      const wait = writer.row(cells);
      if (wait) await wait;
      if (pace.due) await pace.breathe(sums.lines);
    }
  sums.expect(totals);
  for (const [column, count] of await writer.finish())
    tally.note(
      say`${{ column }}: ${{ count: counted(count, 'figure') }} with more than 18 decimals, rounded half up in Parquet.`,
      count,
      column,
    );
  noteCoupons(tally, totals.byCurrency);
  pace.finish(sums.lines);
  const findings = check.end();
  return { rows: sums.lines, valid: isValid(findings), gaps: tally.list(findings.filter((f) => f.severity === 'broken')) };
}

/** Coupons pay a part of what is billed; an invoice leaves that part out. */
function noteCoupons(tally: GapTally, totals: ReturnType<typeof billTotals>['byCurrency']): void {
  for (const [currency, sums] of Object.entries(totals))
    for (const measure of ['coupon', 'flexiCoupon'] as const) {
      const amount = sums[measure];
      if (amount !== null && !isZero(amount))
        tally.note(
          say`Coupons paid ${{ amount }} ${{ currency }} of BilledCost; the invoices of those charges are lower by that (column ${{ column: measure === 'coupon' ? 'x_TallybookCoupon' : 'x_TallybookFlexiCoupon' }}).`,
          1,
          'BilledCost',
        );
    }
}
