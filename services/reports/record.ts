import { appendAudit } from '../../db/audit.ts';
import { addExport } from '../../db/queries/exports.ts';
import type { Written } from '../contract/reports.ts';
import type { Context } from '../runtime/services.ts';

/** Enters a written file in the list of exports and in the audit trail, together or not at all. */
export function recordExport(
  context: Context,
  action: 'export/report' | 'export/bills' | 'export/registers',
  what: string,
  format: string,
  written: Written,
): Written {
  const at = context.session.now();
  context.session.transaction(({ write }) => {
    const id = addExport(write, { at, what, format, file: written.file, rows: written.rows, bytes: written.bytes, sha256: written.sha256 });
    appendAudit(write, { at, who: context.host.who, action, subject: `export:${id}`, before: null, after: { what, format, ...written } });
  });
  return written;
}
