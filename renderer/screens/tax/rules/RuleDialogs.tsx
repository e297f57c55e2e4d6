import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RuleRow } from '../../../../services/contract/tax-rules.ts';
import { useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useWordOf } from '../../../i18n/index.ts';
import { ConfirmDialog, DateInput, ErrorState, FormGrid, Wide } from '../../../ui/index.ts';
import { dialogTitle } from '../../documents/dialog-title.ts';
import { useRuleWords } from './rule-words.ts';

/** What can be done to a rule. */
export type RuleDeed = 'override' | 'off' | 'withdraw';

/** Withdrawing an own rule: the reason stays with it. */
export function WithdrawDialog({ row, onClose }: { row: RuleRow; onClose: () => void }) {
  const { t } = useRuleWords();
  const withdraw = useCommand('tax/withdraw-rule', { quiet: true });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={dialogTitle(t('act.withdraw'))}
      text={t('ask.withdraw', { id: row.id })}
      action={dialogTitle(t('act.withdraw'))}
      reason={t('reason')}
      confirm={async (reason) => {
        const result = await withdraw.run({ id: row.id, reason });
        if (!result.ok) return result.error;
        notifyDone(t('done.withdraw', { id: row.id }));
        return null;
      }}
    />
  );
}

/** Switching a rule of the pack off, from a day or altogether. */
export function OffDialog({ row, onClose }: { row: RuleRow; onClose: () => void }) {
  const { t } = useRuleWords();
  const common = useWordOf('common');
  const off = useCommand('tax/switch-off-rule', { quiet: true });
  const [since, setSince] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const save = async (): Promise<void> => {
    const result = await off.run({ replaces: row.id, since, reason: reason.trim() });
    if (!result.ok) return;
    notifyDone(t('done.off', { id: result.value.id, replaces: row.id }));
    onClose();
  };
  const title = dialogTitle(t('act.off'));
  return (
    <Modal opened onClose={onClose} title={title} size={480} closeButtonProps={{ 'aria-label': common('close') }}>
      <FormGrid
        label={title}
        onSubmit={() => {
          if (reason.trim() !== '') void save();
        }}
        actions={
          <>
            <Button type="submit" disabled={reason.trim() === ''} loading={off.busy}>
              {title}
            </Button>
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
          </>
        }
      >
        <Wide>
          <p className="dialog-text">{t('ask.off', { id: row.id })}</p>
        </Wide>
        <DateInput label={t('firstDayWithout')} value={since} onChange={setSince} />
        <span />
        <Wide>
          <Textarea
            label={t('reason')}
            description={t('reasonHint')}
            required
            autosize
            minRows={2}
            maxLength={4000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Wide>
        {off.error && (
          <Wide>
            <ErrorState error={off.error} />
          </Wide>
        )}
      </FormGrid>
    </Modal>
  );
}
