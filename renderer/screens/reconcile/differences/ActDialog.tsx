import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { SETTLED_HOW, type DiscrepancyAct, type SettledHow } from '../../../../domain/discrepancies/states.ts';
import type { AppError, Result } from '../../../../domain/result.ts';
import type { DiscrepancyShown } from '../../../../services/contract/discrepancies.ts';
import { useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useLanguage, useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/differences.json';
import { DateInput, ErrorState, FormGrid, Wide } from '../../../ui/index.ts';

/** One act on a difference with what the record keeps of it: reason, document, day of the next step, approver. */
export function ActDialog({ difference, act, onClose }: { difference: DiscrepancyShown; act: DiscrepancyAct; onClose: () => void }) {
  const t = useWords<typeof words>('differences');
  const common = useWordOf('common');
  const zh = useLanguage() === 'zh-CN';
  const run = useActs(difference.id);
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  const [how, setHow] = useState<SettledHow>('bill');
  const [due, setDue] = useState<string | null>(null);
  const [approver, setApprover] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const needsReason = act !== 'settle' || how === 'other';
  const ready = (!needsReason || reason.trim() !== '') && (act !== 'settle' || how === 'other' || document.trim() !== '');
  const save = async (): Promise<void> => {
    if (!ready) return;
    setBusy(true);
    const done = await run({ act, reason: reason.trim(), document: document.trim() || null, how, due, approver: approver.trim() });
    setBusy(false);
    if (!done.ok) return setError(done.error);
    notifyDone(t(`done.${act}`));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t(`act.${act}`)} size={480} closeButtonProps={{ 'aria-label': common('close') }}>
      <FormGrid
        label={t(`act.${act}`)}
        onSubmit={() => void save()}
        actions={
          <>
            <Button type="submit" disabled={!ready} loading={busy}>
              {t(`act.${act}`)}
            </Button>
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
          </>
        }
      >
        <Wide>
          <p className="dialog-text">{zh ? difference.title.zh : difference.title.en}</p>
        </Wide>
        {act === 'settle' && (
          <>
            <Select
              label={t('how')}
              required
              allowDeselect={false}
              value={how}
              data={SETTLED_HOW.map((value) => ({ value, label: t(`hows.${value}`) }))}
              onChange={(value) => setHow((value as SettledHow | null) ?? 'bill')}
            />
            <TextInput
              label={t('document')}
              description={t('documentHint')}
              required={how !== 'other'}
              value={document}
              maxLength={200}
              data-autofocus
              onChange={(event) => setDocument(event.currentTarget.value)}
            />
          </>
        )}
        <Wide>
          <Textarea
            label={t('reason')}
            required={needsReason}
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            data-autofocus={act === 'settle' ? undefined : true}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Wide>
        {act === 'dispute' && (
          <>
            <TextInput
              label={t('reference')}
              value={document}
              maxLength={200}
              onChange={(event) => setDocument(event.currentTarget.value)}
            />
            <DateInput label={t('due')} value={due} onChange={setDue} />
          </>
        )}
        {act === 'write-off' && (
          <Wide>
            <TextInput
              label={t('approver')}
              description={t('approverHint')}
              value={approver}
              maxLength={100}
              onChange={(event) => setApprover(event.currentTarget.value)}
            />
          </Wide>
        )}
        {error && (
          <Wide>
            <ErrorState error={error} />
          </Wide>
        )}
      </FormGrid>
    </Modal>
  );
}

interface Given {
  act: DiscrepancyAct;
  reason: string;
  document: string | null;
  how: SettledHow;
  due: string | null;
  approver: string;
}

/** The commands behind the acts. */
function useActs(id: number): (given: Given) => Promise<Result<unknown>> {
  const explain = useCommand('discrepancies/explain', { quiet: true });
  const dispute = useCommand('discrepancies/dispute', { quiet: true });
  const settle = useCommand('discrepancies/settle', { quiet: true });
  const writeOff = useCommand('discrepancies/writeOff', { quiet: true });
  const reopen = useCommand('discrepancies/reopen', { quiet: true });
  return ({ act, reason, document, how, due, approver }) => {
    switch (act) {
      case 'explain':
        return explain.run({ id, reason });
      case 'dispute':
        return dispute.run({ id, reason, reference: document, due });
      case 'settle':
        return settle.run({ id, how, document, reason });
      case 'write-off':
        return writeOff.run({ id, reason, approver });
      case 'reopen':
        return reopen.run({ id, reason });
    }
  };
}
