import { appendAudit } from '../../db/audit.ts';
import { openAdjustmentsUntil } from '../../db/queries/adjustments.ts';
import { closeById, listCloses, listLocks, locks, type CloseRecord } from '../../db/queries/closes.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { CloseSettingsShown, CloseStatus } from '../contract/close.ts';
import { inTransaction, type Act } from '../invoices/act.ts';
import { runExport } from '../reports/run.ts';
import type { Context, Handlers } from '../runtime/services.ts';
import type { Watcher } from '../watch/watcher.ts';
import { accept, lock, reopen, sign, unsign, unwaive, waive } from './commands.ts';
import type { Outside } from './facts.ts';
import { closeCertificateJob } from './job.ts';
import { outsideOf } from './outside.ts';
import { closeSettings, saveCloseSettings } from './settings.ts';
import { closeStatus } from './status.ts';
import { verifyClose } from './verify.ts';
import { shownClose } from './view.ts';

type Names =
  | 'close/locked'
  | 'close/status'
  | 'close/sign'
  | 'close/unsign'
  | 'close/waive'
  | 'close/unwaive'
  | 'close/lock'
  | 'close/reopen'
  | 'close/accept'
  | 'close/history'
  | 'close/certificate'
  | 'close/verify'
  | 'close/settings'
  | 'close/saveSettings'
  | 'export/closeCertificate';

/** Closing periods. The watched folder of the book is part of the checklist. */
export function closeHandlers(watcher: Watcher): Handlers<Names> {
  const status = async (period: string, context: Context): Promise<CloseStatus> => {
    const { session } = context;
    const locked = locks(session.book().read).has(period);
    const outside = locked ? NOTHING : await outsideOf(watcher, period, context);
    return closeStatus(session.book().read, period, session.today(), () => outside);
  };
  /** A command that needs what is outside the book; answers the period as it stands then. */
  const change = async (period: string, context: Context, work: (act: Act, outside: Outside) => void): Promise<CloseStatus> => {
    const outside = await outsideOf(watcher, period, context);
    inTransaction(context, (act) => work(act, outside));
    return status(period, context);
  };
  return {
    'close/locked': (_input, { session }) => {
      const { read } = session.book();
      const open = openAdjustmentsUntil(read, '9999-12');
      return listLocks(read).map(({ id, period, at, by }) => ({
        period,
        close: id,
        at,
        by,
        openAdjustments: open.filter((a) => a.period === period).length,
      }));
    },
    'close/status': ({ period }, context) => status(period, context),
    'close/sign': (input, context) => change(input.period, context, (act, outside) => sign(act, input, outside)),
    'close/unsign': ({ period, role }, context) =>
      change(period, context, (act) => {
        if (!unsign(act, period, role, 'close/unsign'))
          refuse('close.no-signature', 'There is no such signature.', { value: role, remedy: 'Nothing needs to be done.' });
      }),
    'close/waive': (input, context) => change(input.period, context, (act, outside) => waive(act, input, outside)),
    'close/unwaive': ({ period, item }, context) => change(period, context, (act) => unwaive(act, period, item, 'close/unwaive')),
    'close/lock': ({ period }, context) => change(period, context, (act, outside) => lock(act, period, outside)),
    'close/reopen': ({ period, reason }, context) => change(period, context, (act) => reopen(act, period, reason)),
    'close/accept': ({ adjustment, note }, context) => inTransaction(context, (act) => accept(act, adjustment, note)),
    'close/history': ({ period }, { session }) => listCloses(session.book().read, period).map(shownClose),
    'close/certificate': ({ close }, context) => {
      const { id, period, certificate, sha256 } = closeOf(context, close);
      return { close: id, period, text: certificate, sha256 };
    },
    'close/verify': ({ close }, context) => verifyClose(context.session.book().read, closeOf(context, close), context.session.today()),
    'close/settings': (_input, { session }) => shownSettings(session.book().read),
    'close/saveSettings': (input, context) =>
      inTransaction(context, (act) => {
        const before = closeSettings(act.write);
        const after = saveCloseSettings(act.write, input);
        appendAudit(act.write, { at: act.at, who: act.who, action: 'close/saveSettings', subject: 'close', before, after });
        return shownSettings(act.write);
      }),
    'export/closeCertificate': async (input, context) => {
      const { details: _details, ...written } = await runExport('export/closeCertificate', closeCertificateJob, input, context);
      return written;
    },
  };
}

const NOTHING: Outside = { folder: null, duplicates: { lines: 0, invoices: 0 } };

function closeOf(context: Context, id: number): CloseRecord {
  return (
    closeById(context.session.book().read, id) ??
    refuse('close.no-close', say`There is no close ${{ id }}.`, {
      value: String(id),
      remedy: 'See the history of the period for its number.',
    })
  );
}

function shownSettings(read: Parameters<typeof closeSettings>[0]): CloseSettingsShown {
  const { required, samePerson, names, writeOff } = closeSettings(read);
  return {
    required: [...required],
    samePerson,
    names: { prepared: [...names.prepared], reviewed: [...names.reviewed], approved: [...names.approved] },
    writeOff,
  };
}
