import { Button, Modal, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { AppError } from '../../domain/result.ts';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/common.json';
import { ErrorState } from './ErrorState.tsx';

/**
 * The second step of what can hurt: says what will happen, and asks for a reason where the record keeps one.
 * `confirm` returns the failure to show, or null when it is done.
 */
export function ConfirmDialog({
  opened,
  onClose,
  title,
  text,
  action,
  confirm,
  danger = false,
  reason,
}: {
  opened: boolean;
  onClose: () => void;
  title: string;
  text: ReactNode;
  action: string;
  danger?: boolean;
  confirm: (reason: string) => Promise<AppError | null>;
  /** Label of the reason field; absent: no reason is asked. */
  reason?: string;
}) {
  const t = useWords<typeof words>('common');
  const [why, setWhy] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const close = (): void => {
    setWhy('');
    setError(null);
    onClose();
  };
  const act = async (): Promise<void> => {
    setBusy(true);
    const failed = await confirm(why.trim());
    setBusy(false);
    setError(failed);
    if (!failed) close();
  };
  return (
    <Modal opened={opened} onClose={close} title={title} size={440} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void act();
        }}
      >
        <div className="dialog-text">{text}</div>
        {reason !== undefined && (
          <Textarea
            label={reason}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
            autosize
            minRows={2}
            required
            data-autofocus
            mt="sm"
          />
        )}
        {error && <ErrorState error={error} />}
        <div className="form-actions">
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            color={danger ? 'red' : undefined}
            loading={busy}
            disabled={reason !== undefined && why.trim() === ''}
            data-autofocus={reason === undefined ? true : undefined}
          >
            {action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
