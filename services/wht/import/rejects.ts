import { parseAmount } from '../../../domain/money/amount.ts';
import { tell, type Tongue } from '../../../domain/words/tell.ts';
import type { ImportRow } from '../../contract/wht-import.ts';
import { writeAtomically } from '../../files/atomic-write.ts';
import { guardText } from '../../reports/csv/guard.ts';
import type { Context, Handler } from '../../runtime/services.ts';
import { whole } from './history.ts';
import { judgeFile } from './judge.ts';
import { readGrantedTable } from './read-file.ts';
import { understand } from './understand.ts';
import { troubleOf } from './view.ts';

interface Rejected {
  row: number;
  figures: Record<string, string>;
  troubles: ImportRow['troubles'];
}

const MARKS: Record<Tongue, readonly string[]> = {
  en: ['Row in file', 'Column at fault', 'Value', 'Reason', 'Remedy'],
  'zh-CN': ['文件中的行', '有误的列', '值', '原因', '处理办法'],
};

/** The rows that could not be taken, so that they can be corrected and read again: the cells under their own headers, then what is wrong. */
export const exportRejects: Handler<'wht/importRejects'> = async ({ from, target, language }, context) => {
  const rejected = 'import' in from ? ofImport(context, from.import) : await ofFile(context, from);
  const { path, name } = context.host.files.resolve(target, 'write');
  const headers = [...new Set(rejected.flatMap((r) => Object.keys(r.figures)))];
  const done = await writeAtomically(path, context.signal, async (sink) => {
    await sink.write(`\uFEFF${line([...headers, ...MARKS[language]])}`);
    for (const { row, figures, troubles } of rejected) {
      const told = (of: (t: ImportRow['troubles'][number]) => string): string =>
        troubles
          .map(of)
          .filter((t) => t !== '')
          .join(' · ');
      await sink.write(
        line([
          ...headers.map((h) => figures[h] ?? ''),
          String(row),
          told((t) => t.column ?? ''),
          told((t) => t.value ?? ''),
          told((t) => tell(t.said?.message ?? t.message, language)),
          told((t) => (t.said?.remedy ? tell(t.said.remedy, language) : t.remedy === null ? '' : tell(t.remedy, language))),
        ]),
      );
    }
  });
  return { file: name, rows: rejected.length, bytes: done.bytes };
};

function ofImport({ session }: Context, id: number): Rejected[] {
  return whole(session.book().read, id)
    .outcomes.filter((o) => o.outcome === 'rejected' || o.outcome === 'refused')
    .map(({ rows: [row], figures, troubles }) => ({ row: row!, figures, troubles }));
}

async function ofFile(context: Context, how: Parameters<typeof understand>[2]): Promise<Rejected[]> {
  const file = await readGrantedTable(context, how.file);
  const { read } = context.session.book();
  const { rows } = await judgeFile(read, understand(read, file, how), how, context);
  return rows
    .filter((r) => r.state === 'rejected')
    .map((r) => ({ row: r.rows[0]!, figures: r.figures, troubles: r.troubles.map(troubleOf) }));
}

/** Opened in a spreadsheet to be corrected there: no text may run as a formula. */
const guarded = (cell: string): string => (parseAmount(cell).ok ? cell : guardText(cell));
const line = (cells: readonly string[]): string =>
  `${cells
    .map(guarded)
    .map((c) => (/[",\r\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c))
    .join(',')}\r\n`;
