import { appendAudit } from '../../db/audit.ts';
import { exportById, listExports, removeExport, type ExportRow } from '../../db/queries/exports.ts';
import { refuse, type AppError } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { ExportRecord, ExportSelection } from '../contract/reports.ts';
import type { Handlers } from '../runtime/services.ts';

const toRecord = (row: ExportRow): ExportRecord => ({
  ...row,
  language: row.language === 'zh-CN' || row.language === 'en' || row.language === 'both' ? row.language : null,
  selection: row.selection === null ? null : (JSON.parse(row.selection) as ExportSelection),
  error: row.error === null ? null : (JSON.parse(row.error) as AppError),
});

/** The list of exports, and taking a record off it. */
export const exportList: Handlers<'export/list' | 'export/delete'> = {
  'export/list': (_input, { session }) => listExports(session.book().read).map(toRecord),

  'export/delete': ({ id }, { host, session }) => {
    const at = session.now();
    session.transaction(({ write }) => {
      const row = exportById(write, id);
      if (!row)
        refuse('export.no-record', say`There is no export ${{ id }} on the list.`, { value: String(id), remedy: 'Refresh the list.' });
      if (row.state === 'running')
        refuse('export.still-running', say`Export ${{ id }} is still being written.`, {
          value: String(id),
          remedy: 'Cancel it, or wait until it is done.',
        });
      removeExport(write, id);
      appendAudit(write, { at, who: host.who, action: 'export/delete', subject: `export:${id}`, before: toRecord(row), after: null });
    });
    return { id };
  },
};
