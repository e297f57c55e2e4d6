import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { StepKind } from '../../../../domain/wht/expected/steps.ts';
import type { AppError } from '../../../../domain/result.ts';
import type { ExpectedRow } from '../../../../services/contract/wht-expected.ts';
import { useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/whtExpected.json';
import { ConfirmDialog, DateInput } from '../../../ui/index.ts';
import { dialogTitle } from '../../documents/dialog-title.ts';
import { today } from '../../documents/keys.ts';

const PERCENT = /^(100(\.0{1,6})?|\d{1,2}(\.\d{1,6})?)$/;

/** Records a step on one or several invoices: day, reference or rate, and the reason where it is a decision. */
export function StepDialog({ kind, rows, onClose }: { kind: StepKind; rows: readonly ExpectedRow[]; onClose: (done: boolean) => void }) {
  const t = useWords<typeof words>('whtExpected');
  const record = useCommand('wht/recordStep', { quiet: true });
  const [date, setDate] = useState<string | null>(today());
  const [reference, setReference] = useState('');
  const [rate, setRate] = useState('');
  const [tried, setTried] = useState(false);
  const name = dialogTitle(t(`act.${kind}`));
  const done = kind === 'remitted' || kind === 'filed';
  const bad = kind === 'rate' && !PERCENT.test(rate.trim());
  const perform = async (reason: string): Promise<AppError | null> => {
    setTried(true);
    if (bad) return { code: 'wht.step-rate', message: t('rateBad') };
    const answer = await record.run({
      invoices: rows.map(({ invoice, vendor }) => ({ invoice, vendor })),
      kind,
      date,
      reference,
      rate: kind === 'rate' ? rate.trim() : null,
      reason,
    });
    if (!answer.ok) return answer.error;
    notifyDone(t(`done.${kind}`));
    onClose(true);
    return null;
  };
  return (
    <ConfirmDialog
      opened
      onClose={() => onClose(false)}
      title={name}
      action={name}
      danger={kind === 'written-off'}
      text={
        <>
          <p>{t(`ask.${kind}`)}</p>
          <p className="dim">{rows.length === 1 ? rows[0]!.invoice : t('selected', { count: rows.length })}</p>
          {kind === 'rate' && (
            <TextInput
              label={t('ratePct')}
              required
              inputMode="decimal"
              mt="sm"
              value={rate}
              error={tried && bad ? t('rateBad') : undefined}
              onChange={(event) => setRate(event.currentTarget.value)}
            />
          )}
          <DateInput label={t('date')} value={date} onChange={setDate} mt="sm" popoverProps={{ withinPortal: true }} />
          {done && (
            <TextInput
              label={t('reference')}
              description={t('referenceHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              maxLength={200}
              mt="sm"
              value={reference}
              onChange={(event) => setReference(event.currentTarget.value)}
            />
          )}
        </>
      }
      {...(done ? {} : { reason: t('reason') })}
      confirm={perform}
    />
  );
}
