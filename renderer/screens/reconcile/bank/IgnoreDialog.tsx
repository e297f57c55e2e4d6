import { useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/bank.json';
import { ConfirmDialog } from '../../../ui/index.ts';

/** Sets lines aside that pay no invoice; the record keeps why. */
export function IgnoreDialog({ lines, onClose }: { lines: readonly number[]; onClose: () => void }) {
  const t = useWords<typeof words>('bank');
  const ignore = useCommand('bank/ignore', { quiet: true });
  return (
    <ConfirmDialog
      opened={lines.length > 0}
      onClose={onClose}
      title={t('ignoreCount', { count: lines.length })}
      text={<p>{t('ignoreText')}</p>}
      action={t('ignore')}
      reason={t('reason')}
      confirm={async (reason) => {
        const result = await ignore.run({ lines: [...lines], reason });
        if (result.ok) notifyDone(t('ignored', { count: result.value.lines }));
        return result.ok ? null : result.error;
      }}
    />
  );
}
