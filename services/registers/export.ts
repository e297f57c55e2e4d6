import { registerIds, registerRowsById } from '../../db/queries/register-rows.ts';
import { ROW_COLUMNS } from '../../domain/registers/index.ts';
import type { RegisterColumn, RegisterRow } from '../contract/registers.ts';
import { settingsOf } from '../book/profile.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { BOM, csvRecord, csvText } from '../reports/csv/encode.ts';
import { Pace } from '../reports/pace.ts';
import { recordExport } from '../reports/record.ts';
import { exportTarget } from '../reports/target.ts';
import type { Handler } from '../runtime/services.ts';
import { asked } from './scope.ts';
import { columnsOf, importsOf, toRow } from './view.ts';

/** Rows read at a time: small enough that a page never holds the process up. */
const PAGE = 500;
const FIGURES: ReadonlySet<string> = new Set<RegisterColumn['type']>(['money', 'quantity', 'number', 'count']);
type Written = Pick<RegisterColumn, 'name' | 'title' | 'titleZh' | 'type'>;

/** Writes the rows of a scope as CSV: figures exact and unpadded, texts guarded against formulas, missing values empty. */
export const exportRegisters: Handler<'export/registers'> = async (input, context) => {
  const target = await exportTarget(context, input.target);
  const { read } = context.session.book();
  const { list, scope, sort } = asked(input);
  const columns = withOrigin(columnsOf(list, importsOf(read, list)));
  const zh = (input.language ?? settingsOf(read).language) === 'zh-CN';
  const ids = registerIds(read, list, scope, sort);
  const pace = new Pace(context, 'rows', 'rows', ids.length);
  const result = await writeAtomically(target.path, context.signal, async (sink) => {
    await sink.write((input.bom ? BOM : '') + csvRecord(columns.map((column) => csvText(zh ? column.titleZh : column.title))));
    let done = 0;
    for (; done < ids.length; done += PAGE) {
      const page = registerRowsById(read, ids.slice(done, done + PAGE)).map((stored) => toRow(list, stored));
      await sink.write(page.map((row) => csvRecord(columns.map((column) => cell(column, row)))).join(''));
      if (pace.due) await pace.breathe(Math.min(done + PAGE, ids.length));
    }
    pace.finish(ids.length);
    return ids.length;
  });
  const written = { file: target.name, sha256: result.sha256, rows: result.value, bytes: result.bytes };
  return recordExport(context, 'export/registers', list.title.toLowerCase(), 'csv', written);
};

/** The columns, then the currency where there is money, then where each row comes from. */
function withOrigin(columns: readonly Written[]): Written[] {
  const money = columns.some((column) => column.type === 'money');
  return [...columns, ...ROW_COLUMNS.filter(({ name }) => name !== 'currency' || money)];
}

function cell({ name, type }: Written, row: RegisterRow): string {
  const own: Readonly<Record<string, string | number | null>> = {
    vendor: row.vendor,
    currency: row.currency,
    file: row.file,
    row: row.row,
    batch: row.batch,
  };
  const value = Object.hasOwn(row.values, name) ? row.values[name] : own[name];
  if (value === null || value === undefined) return '';
  return FIGURES.has(type) ? String(value) : csvText(String(value));
}
