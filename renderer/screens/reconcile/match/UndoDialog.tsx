import type { AcceptanceShown } from '../../../../services/contract/match.ts';
import { useCommand } from '../../../app/hooks.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/match.json';
import { ConfirmDialog } from '../../../ui/index.ts';

/** What an acceptance laid the money on, in a few words. */
export const whatOf = (a: AcceptanceShown): string => a.lines.map((l) => l.invoice).join(', ') || a.payment.reference;

/** Asks why, and takes an acceptance back; with `bulk` all of its go. */
export function UndoDialog({
  acceptance,
  bulk = false,
  onClose,
}: {
  acceptance: AcceptanceShown | null;
  bulk?: boolean;
  onClose: () => void;
}) {
  const t = useWords<typeof words>('match');
  const undo = useCommand('match/undo', { quiet: true });
  const undoBulk = useCommand('match/undoBulk', { quiet: true });
  const go = acceptance?.bulk ?? null;
  return (
    <ConfirmDialog
      opened={acceptance !== null}
      onClose={onClose}
      title={t('undoTitle')}
      text={
        <>
          <p>
            {acceptance && `${acceptance.date} · ${acceptance.amount} ${acceptance.currency} · ${whatOf(acceptance)}`}
            {bulk && go !== null ? ` · ${t('bulkGo', { bulk: go })}` : ''}
          </p>
          <p className="dim">{t('undoText')}</p>
        </>
      }
      action={t('undo')}
      reason={t('undoReason')}
      danger
      confirm={async (reason) => {
        if (!acceptance) return null;
        const result = bulk && go !== null ? await undoBulk.run({ bulk: go, reason }) : await undo.run({ id: acceptance.id, reason });
        return result.ok ? null : result.error;
      }}
    />
  );
}
