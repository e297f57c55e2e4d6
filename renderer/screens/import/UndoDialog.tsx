import { useCommand } from '../../app/hooks.ts';
import { grouped } from '../../app/duration.ts';
import { notifyDone } from '../../app/notify.tsx';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/import.json';
import { ConfirmDialog } from '../../ui/index.ts';
import type { Batch } from './Batches.tsx';

/** Says what undoing takes out of the book before it does. */
export function UndoDialog({ batch, onClose }: { batch: Batch | null; onClose: () => void }) {
  const t = useWords<typeof words>('import');
  const undo = useCommand('import/undo', { quiet: true });
  return (
    <ConfirmDialog
      opened={batch !== null}
      onClose={onClose}
      danger
      title={t('undoTitle')}
      action={t('undo')}
      text={
        batch ? (
          <>
            <p>{t('undoText', { file: batch.file, n: grouped(batch.imported), count: batch.imported })}</p>
            {batch.superseded > 0 ? <p>{t('undoBack', { n: grouped(batch.superseded), count: batch.superseded })}</p> : null}
            <p className="dim">{t('undoAgain')}</p>
          </>
        ) : (
          ''
        )
      }
      confirm={async () => {
        if (!batch) return null;
        const result = await undo.run({ batch: batch.batch });
        if (!result.ok) return result.error;
        notifyDone(t('undone', { file: batch.file }));
        return null;
      }}
    />
  );
}
